# Installs BUILD into WORK/prefix, takes the C++ example out of the README, builds it through
# find_package and through pkg-config, and runs both beside an index of the sample lists.
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
  -D CMAKE_PREFIX_PATH=${WORK}/prefix -D EXAMPLE=${WORK}/example.cpp -D CMAKE_CXX_COMPILER=${CXX})
run(${CMAKE_COMMAND} --build consumer)
expect_hit(${WORK}/consumer/consumer)

find_program(PKG_CONFIG NAMES pkg-config pkgconf REQUIRED)
run(${CMAKE_COMMAND} -E env PKG_CONFIG_PATH=${WORK}/prefix/${LIBDIR}/pkgconfig
  ${PKG_CONFIG} --define-variable=prefix=${WORK}/prefix --cflags --libs darvaza)
separate_arguments(flags UNIX_COMMAND "${output}")
run(${CXX} -std=c++20 example.cpp -o with-pkg-config ${flags})
expect_hit(${WORK}/with-pkg-config)
message(STATUS "the README's example builds and runs against the installed library")
