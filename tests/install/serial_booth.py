"""The checkpoint at a serial reader, which is a pseudo-terminal here: serial_booth.py CHECKPOINT INDEX ZONES

The reader sends lines as passport readers do, ended by CR and LF, a few bytes at a time; in the middle the index is renewed by SIGHUP. The
lights must be those of standard input, the line raw and without echo, and a reader that is unplugged must end the program with a status that says so.
"""

import os
import pty
import signal
import subprocess
import sys
import termios

LFLAG, OSPEED = 3, 5
GONE = 74


def lights(output):
    return [line for line in output.splitlines() if line.startswith(("GREEN", "AMBER", "RED"))]


def wait_for(stream, words):
    for line in stream:
        if words in line:
            return
    raise SystemExit(f"the checkpoint never said: {words}")


def send(master, data):
    for i in range(0, len(data), 7):
        os.write(master, data[i : i + 7])


def main():
    checkpoint, index, zones = sys.argv[1:]
    text = open(zones, "rb").read().rstrip(b"\n") + b"\n"
    expected = subprocess.run(
        [checkpoint, "--index", index, "--alerts", os.devnull], input=text, capture_output=True, check=True
    ).stdout.decode()

    master, slave = pty.openpty()
    booth = subprocess.Popen(
        [checkpoint, "--index", index, "--alerts", os.devnull, "--device", os.ttyname(slave)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    wait_for(booth.stderr, "serves now")  # the line is set by then
    line = termios.tcgetattr(slave)
    os.close(slave)
    assert line[OSPEED] == termios.B9600, line
    assert not line[LFLAG] & (termios.ECHO | termios.ICANON | termios.ISIG), line

    sent = text.replace(b"\n", b"\r\n")
    half = len(sent) // 2
    send(master, sent[:half])
    booth.send_signal(signal.SIGHUP)
    wait_for(booth.stderr, "serves now")
    send(master, sent[half:])
    seen = ""
    while lights(seen) != lights(expected):
        line = booth.stdout.readline()
        assert line, seen
        seen += line
    os.close(master)
    seen += booth.stdout.read()
    assert booth.wait() == GONE, booth.returncode
    assert seen == expected, (seen, expected)
    assert len(lights(expected)) == 5, expected


main()
