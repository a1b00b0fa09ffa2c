# cmake -D CHECK=check_includes.cmake -D WORK=dir -P check_the_check.cmake
#
# One small engine without a fault, then the same with one fault each: the check must pass the first
# and refuse the others.
cmake_policy(VERSION 3.25)
set(ROOMS_TEXT "set(ROOMS text names)\nset(USES_text)\nset(USES_names text)\n")

function(expect outcome rooms_text file content)
  file(REMOVE_RECURSE ${WORK})
  file(WRITE ${WORK}/engine/text/utf8.h "#include <unicode/uchar.h>\n")
  file(WRITE ${WORK}/engine/names/name.cpp "#include \"text/utf8.h\"\n#include \"darvaza/error.h\"\n")
  file(WRITE ${WORK}/engine/${file} "${content}\n")
  file(WRITE ${WORK}/rooms.cmake "${rooms_text}")
  execute_process(COMMAND ${CMAKE_COMMAND} -D ROOT=${WORK}/engine ${ARGN} -D ROOMS_FILE=${WORK}/rooms.cmake
    -P ${CHECK} RESULT_VARIABLE result OUTPUT_QUIET ERROR_QUIET)
  if(outcome STREQUAL "pass" AND NOT result EQUAL 0)
    message(SEND_ERROR "refused though sound: ${file}: ${content}")
  elseif(outcome STREQUAL "refuse" AND result EQUAL 0)
    message(SEND_ERROR "not found: ${file}: ${content}")
  endif()
endfunction()

expect(pass "${ROOMS_TEXT}" names/more.h "#include <string>")
expect(refuse "${ROOMS_TEXT}" text/up.h "#include \"names/name.h\"")
expect(refuse "${ROOMS_TEXT}" names/icu.cpp "#include <unicode/uchar.h>")
expect(refuse "${ROOMS_TEXT}" names/options.cpp "#include <CLI/CLI.hpp>")
expect(refuse "${ROOMS_TEXT}" include/darvaza/x.h "#include \"text/utf8.h\"")
expect(refuse "${ROOMS_TEXT}" names/near.cpp "#include \"name.h\"")
expect(refuse "${ROOMS_TEXT}" attic/x.h "#include <string>")
expect(refuse "set(ROOMS text names)\nset(USES_text names)\nset(USES_names text)\n" names/more.h "")
expect(pass "${ROOMS_TEXT}\nset(ICU_names ON)\n" names/icu.cpp "#include <unicode/uchar.h>")
expect(refuse "${ROOMS_TEXT}" text/up.h "#include \"names/name.h\"" "-DFOLDERS=text names")
expect(pass "${ROOMS_TEXT}" text/up.h "#include \"names/name.h\"" -DFOLDERS=names)
expect(refuse "${ROOMS_TEXT}" names/more.h "#include <string>" "-DFOLDERS=names attic")
