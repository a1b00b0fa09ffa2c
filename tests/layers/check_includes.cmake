# cmake -D ENGINE=dir -D ROOMS_FILE=file -P check_includes.cmake
#
# ROOMS_FILE sets ROOMS, bottom up, and USES_<room>. Checked:
#   a room includes only its own headers, those of the rooms it names, and darvaza/...;
#   a room names only rooms below it;
#   an installed header (include/darvaza) includes no internal one;
#   only text/ includes ICU.
cmake_policy(VERSION 3.25)
include(${ROOMS_FILE})
set(faults "")

function(fault text)
  set(faults "${faults}${text}\n" PARENT_SCOPE)
endfunction()

set(below "")
foreach(room IN LISTS ROOMS)
  foreach(used IN LISTS USES_${room})
    if(NOT used IN_LIST below)
      fault("${room} names ${used}, which does not stand below it")
    endif()
  endforeach()
  list(APPEND below ${room})
endforeach()

function(check_file file room)
  set(allowed darvaza ${room} ${USES_${room}})
  file(STRINGS ${ENGINE}/${file} lines REGEX "^[ \t]*#[ \t]*include")
  foreach(line IN LISTS lines)
    if(line MATCHES "<unicode/" AND NOT room STREQUAL "text")
      fault("${file}: ICU belongs in text/: ${line}")
    endif()
    if(line MATCHES "\"([^/\"]+)/[^\"]*\"" AND NOT CMAKE_MATCH_1 IN_LIST allowed)
      fault("${file}: ${room} does not name ${CMAKE_MATCH_1}: ${line}")
    elseif(line MATCHES "\"[^/\"]+\"" AND NOT line MATCHES "\\.inc\"")
      fault("${file}: include as \"room/file.h\": ${line}")
    endif()
  endforeach()
  set(faults "${faults}" PARENT_SCOPE)
endfunction()

file(GLOB_RECURSE files RELATIVE ${ENGINE} ${ENGINE}/*.h ${ENGINE}/*.cpp ${ENGINE}/*.inc)
list(LENGTH files count)
if(count EQUAL 0)
  message(FATAL_ERROR "no sources under ${ENGINE}")
endif()
set(USES_include "")
foreach(file IN LISTS files)
  string(REGEX REPLACE "/.*" "" room ${file})
  if(NOT room IN_LIST ROOMS AND NOT room STREQUAL "include")
    fault("${file}: ${room} is no room")
  endif()
  check_file(${file} ${room})
endforeach()

if(faults)
  message(FATAL_ERROR "The arrows between the rooms are broken:\n${faults}")
endif()
message(STATUS "${count} files follow the rooms")
