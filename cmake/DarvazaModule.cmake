# One target a room of the house. darvaza_module() is the only way to add one, so that every room is
# compiled with the same flags and may only use the rooms that it names.

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # ccache takes a precompiled header on trust only when told to.
  set(launcher ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()

# darvaza_compile_lightly(TARGET...)
#
# For programs and what they write and print: most of the time to compile them goes into Boost.JSON and CLI11, a third of that into
# optimising what runs once (docs/decisions/0034).
function(darvaza_compile_lightly)
  foreach(target IN LISTS ARGN)
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
  endforeach()
endfunction()

# darvaza_precompile(TARGET [header...])
#
# Where Clang looks on for faults, what most files include is read once for all rooms, and with more headers once a target: a third
# of the time to compile. What is shipped is compiled without, so that a missing include is seen (docs/decisions/0034).
function(darvaza_precompile target)
  if(NOT (DARVAZA_PRECOMPILE AND DARVAZA_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang"))
    return()
  endif()
  set(common <algorithm> <array> <chrono> <filesystem> <functional> <map> <memory> <optional>
    <span> <string> <string_view> <unordered_map> <vector> <fmt/format.h>)
  # A header serves those that are compiled alike. Without the option for its time ccache would never know it again.
  set(options -pthread "SHELL:-Xclang -fno-pch-timestamp")
  target_compile_options(${target} PRIVATE ${options})
  if(ARGN)
    target_precompile_headers(${target} PRIVATE ${common} ${ARGN})
    return()
  endif()
  if(NOT TARGET precompiled_for_rooms)
    file(CONFIGURE OUTPUT precompiled.cpp CONTENT "")
    add_library(precompiled_for_rooms STATIC ${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp)
    target_link_libraries(precompiled_for_rooms PRIVATE darvaza_flags fmt::fmt)
    target_compile_options(precompiled_for_rooms PRIVATE ${options})
    target_precompile_headers(precompiled_for_rooms PRIVATE ${common})
  endif()
  target_precompile_headers(${target} REUSE_FROM precompiled_for_rooms)
endfunction()

add_library(darvaza_flags INTERFACE)
target_compile_options(darvaza_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  # GCC 12 warns falsely about overlapping copies inside std::string (GCC PR 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${DARVAZA_WERROR}>:-Werror>)
if(DARVAZA_SANITIZE)
  target_compile_options(darvaza_flags INTERFACE
    -fsanitize=${DARVAZA_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
    # What AddressSanitizer sees by itself, or nobody needs without casts down: with GCC a tenth of the time to compile.
    $<$<CXX_COMPILER_ID:GNU>:-fno-sanitize=null,object-size,vptr>
    # Targets that are not themselves looked at for undefined behaviour say so (set_target_properties).
    $<$<BOOL:$<TARGET_PROPERTY:DARVAZA_NOT_FOR_UNDEFINED>>:-fno-sanitize=undefined>
    # Instrumented, GCC 12 warns falsely about members of std::regex and std::optional.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_link_options(darvaza_flags INTERFACE -fsanitize=${DARVAZA_SANITIZE})
endif()

# darvaza_module(NAME SOURCES file... [USES room...] [LIBRARIES target...])
#
# USES lists the rooms whose headers this room may include. tests/layers checks every #include line
# against it (property DARVAZA_USES), because all rooms share one include root.
function(darvaza_module name)
  cmake_parse_arguments(arg "" "" "SOURCES;USES;LIBRARIES" ${ARGN})
  add_library(darvaza_${name} STATIC ${arg_SOURCES})
  target_include_directories(darvaza_${name} PUBLIC
    ${PROJECT_SOURCE_DIR}/engine ${PROJECT_SOURCE_DIR}/engine/include)
  target_link_libraries(darvaza_${name} PRIVATE darvaza_flags PUBLIC ${arg_LIBRARIES})
  darvaza_precompile(darvaza_${name})
  foreach(room IN LISTS arg_USES)
    target_link_libraries(darvaza_${name} PUBLIC darvaza_${room})
  endforeach()
  set_property(GLOBAL APPEND PROPERTY DARVAZA_ROOMS ${name})
  set_property(GLOBAL PROPERTY DARVAZA_USES_${name} "${arg_USES}")
endfunction()
