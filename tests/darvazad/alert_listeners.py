"""Who is told of alerts: what an owner runs, and a console."""

import http.server
import json
import threading


class Receiver:
    """What an owner runs. `answer` decides about each POST: a status, or a function that does with the connection what it wants."""

    def __init__(self, answer=None):
        self.taken, self.tried = [], 0
        self.answer = answer or (lambda alert, attempt: 200)
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                alert = json.loads(body)
                receiver.tried += 1
                status = receiver.answer(alert, receiver.tried)
                if callable(status):
                    return status(self)
                if status == 200:
                    receiver.taken.append((dict(self.headers), body, alert))
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/alerts"

    def references(self):
        return [alert["traveller"]["id"] for _, _, alert in self.taken]

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class Console:
    """Reads events until it is closed."""

    def __init__(self, daemon, who, after=None):
        self.connection = daemon.connect()
        extra = f"Last-Event-ID: {after}\r\n" if after else ""
        self.connection.sendall(f"GET /v1/alerts HTTP/1.1\r\nHost: d\r\nAuthorization: Bearer {who}\r\n{extra}\r\n".encode())
        self.text = b""
        while b"retry:" not in self.text:
            piece = self.connection.recv(65536)
            assert piece, self.text
            self.text += piece
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        try:
            while piece := self.connection.recv(65536):
                self.text += piece
        except OSError:
            pass

    def events(self):
        """[(id, alert)], and as the last (None, reason) when the end was told."""
        _, _, body = self.text.partition(b"\r\n\r\n")
        plain = b""
        while body:
            size, _, rest = body.partition(b"\r\n")
            count = int(size, 16)
            if count == 0 or len(rest) < count + 2:
                break
            plain, body = plain + rest[:count], rest[count + 2:]
        found = []
        for block in plain.decode().split("\n\n"):
            fields = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)
            if "data" in fields:
                found.append((fields.get("id"), json.loads(fields["data"])))
        return found

    def references(self):
        return [alert["traveller"]["id"] for name, alert in self.events() if name]

    def close(self):
        self.connection.close()
