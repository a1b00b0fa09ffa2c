# Installs BUILD into WORK/prefix, takes the C++ example out of the README and the checkpoint from bindings/c/examples, builds
# both through find_package and through pkg-config, and runs them beside an index of the sample lists.
cmake_policy(VERSION 3.25)

function(run)
  execute_process(COMMAND ${ARGV} WORKING_DIRECTORY ${WORK} RESULT_VARIABLE result
    OUTPUT_VARIABLE output ERROR_VARIABLE errors)
  if(NOT result EQUAL 0)
    string(JOIN " " command ${ARGV})
    message(FATAL_ERROR "${command}\nended with ${result}\n${output}\n${errors}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

# The example must find the person whom it asks for.
function(expect_hit program)
  run(${program})
  if(NOT output MATCHES "\"id\": \"QDi.901\"")
    message(FATAL_ERROR "${program} did not find QDi.901:\n${output}")
  endif()
endfunction()

file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/prefix)
file(GLOB lists ${SOURCE}/data-samples/lists/*)
run(${WORK}/prefix/bin/darvaza build --output lists.dvz ${lists})

file(READ ${SOURCE}/README.md readme)
if(NOT readme MATCHES "```cpp\n([^`]+)```")
  message(FATAL_ERROR "README.md has no C++ example")
endif()
file(WRITE ${WORK}/example.cpp "${CMAKE_MATCH_1}")

run(${CMAKE_COMMAND} -S ${SOURCE}/tests/install/consumer -B consumer -G ${GENERATOR}
  -D CMAKE_PREFIX_PATH=${WORK}/prefix -D CMAKE_C_COMPILER=${CC} -D CMAKE_CXX_COMPILER=${CXX}
  -D EXAMPLE=${WORK}/example.cpp -D CHECKPOINT=${SOURCE}/bindings/c/examples/checkpoint.c)
run(${CMAKE_COMMAND} --build consumer)
expect_hit(${WORK}/consumer/consumer)

find_program(PKG_CONFIG NAMES pkg-config pkgconf REQUIRED)
# pkg_config(MODULE): its flags as a list in `flags`. The file says itself where it was installed.
function(pkg_config module)
  run(${CMAKE_COMMAND} -E env PKG_CONFIG_PATH=${WORK}/prefix/${LIBDIR}/pkgconfig
    ${PKG_CONFIG} --cflags --libs ${module})
  separate_arguments(flags UNIX_COMMAND "${output}")
  set(flags "${flags}" PARENT_SCOPE)
endfunction()
pkg_config(darvaza-cpp)
run(${CXX} -std=c++20 example.cpp -o with-pkg-config ${flags})
expect_hit(${WORK}/with-pkg-config)

# The booth: what is for the second line leaves the first line's light green. The national list is discreet as a whole.
pkg_config(darvaza)
run(${CC} -std=c99 -Wall -Wextra -Wpedantic -Werror ${SOURCE}/bindings/c/examples/checkpoint.c -o checkpoint-with-pkg-config ${flags})
file(WRITE ${WORK}/terms.csv "list,instruction\nnational,discreet\n")
run(${WORK}/prefix/bin/darvaza build --output discreet.dvz ${lists} terms.csv)
foreach(booth checkpoint-with-pkg-config consumer/checkpoint)
  run(${CMAKE_COMMAND} -E env LD_LIBRARY_PATH=${WORK}/prefix/${LIBDIR}
    sh -c "${WORK}/${booth} --index discreet.dvz --state UZB --alerts ${booth}.alerts < ${SOURCE}/data-samples/manifests/booth.mrz")
  file(READ ${WORK}/${booth}.alerts alerts)
  string(REGEX MATCHALL "(GREEN|AMBER|RED) traveller [0-9]" lights "${output}")
  if(NOT lights STREQUAL "RED traveller 1;RED traveller 2;GREEN traveller 3;GREEN traveller 4;RED traveller 5" OR output MATCHES "national" OR
     NOT alerts MATCHES "^ALERT traveller 3: national nw-2,[^\n]*\nALERT traveller 5: national nw-999,[^\n]*\n$")
    message(FATAL_ERROR "${booth} showed\n${output}\nand told\n${alerts}")
  endif()
endforeach()
find_program(PYTHON NAMES python3)
if(PYTHON)
  run(${CMAKE_COMMAND} -E env LD_LIBRARY_PATH=${WORK}/prefix/${LIBDIR} ${PYTHON} ${SOURCE}/tests/install/serial_booth.py
    ${WORK}/checkpoint-with-pkg-config discreet.dvz ${SOURCE}/data-samples/manifests/booth.mrz)
endif()
message(STATUS "the README's example and the checkpoint build and run against the installed libraries")
