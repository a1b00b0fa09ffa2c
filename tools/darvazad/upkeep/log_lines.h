// Lines of the daemon's log, on standard error.
#pragma once

#include <string>

namespace darvaza::daemon {

/// "darvazad: MESSAGE". With the time in front ("2026-11-26T18:00:00Z ", UTC) once stamp_log_lines
/// was called, unless whoever reads them knows it: systemd's journal stamps lines itself, and at a
/// terminal it is now. Thread-safe: one write a line.
void say(const std::string& message);

/// From now on: called by a daemon that serves, before it has threads.
void stamp_log_lines();

}  // namespace darvaza::daemon
