# The rooms of tools/, above the engine's: libraries that programs share, then the folders of the command line (tools/darvaza).
# All of them may include installed headers (darvaza/...); of those that are not installed, and of each other, what stands here.
# text/, records/ and documents/ spare them a second reader of CSV, writer of JSON or clock; releases/ and lookback/ are no part
# of libdarvaza, and the command line is their door.
list(APPEND ROOMS command_line output answering clearances audit eval input answers commands lists_commands eval_commands main.cpp)

set(USES_command_line)
set(USES_output screening text)  # names of index files; whether two paths are one file
set(USES_answering)
set(USES_clearances sqlite)
set(USES_audit text records index answering)
set(USES_eval text records romanize documents names scoring index output)
set(ICU_eval ON)  # baselines/ romanises as ICU does (docs/decisions/0001-dependencies.md)

set(USES_input text records index releases lookback command_line output)  # index: how many threads there are
set(USES_answers text answering output)
set(USES_commands text records romanize releases lookback command_line output answering audit input answers)
set(USES_lists_commands text records lists index releases clearances command_line output eval input answers commands)
set(USES_eval_commands text command_line output eval input commands)
set(USES_main.cpp command_line output commands)
