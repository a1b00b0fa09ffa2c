# find_package(Darvaza COMPONENTS c)    target Darvaza::c, the shared library of the C API, which needs nothing else
# find_package(Darvaza COMPONENTS cpp)  target Darvaza::cpp, the static C++ library, with what it needs from Debian 12
# Without components: both.
if(NOT ${CMAKE_FIND_PACKAGE_NAME}_FIND_COMPONENTS)
  set(${CMAKE_FIND_PACKAGE_NAME}_FIND_COMPONENTS c cpp)
endif()
foreach(component IN LISTS ${CMAKE_FIND_PACKAGE_NAME}_FIND_COMPONENTS)
  if(component STREQUAL "cpp")
    include(${CMAKE_CURRENT_LIST_DIR}/DarvazaDependencies.cmake)
  endif()
  if(component STREQUAL "c" OR component STREQUAL "cpp")
    include(${CMAKE_CURRENT_LIST_DIR}/darvaza-${component}-targets.cmake)
  elseif(${CMAKE_FIND_PACKAGE_NAME}_FIND_REQUIRED_${component})
    set(${CMAKE_FIND_PACKAGE_NAME}_FOUND FALSE)
    set(${CMAKE_FIND_PACKAGE_NAME}_NOT_FOUND_MESSAGE "Darvaza has the components c and cpp, not ${component}")
  endif()
endforeach()
