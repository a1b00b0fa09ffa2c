# find_package(darvaza): the target darvaza::darvaza, with what it needs from Debian 12.
include(${CMAKE_CURRENT_LIST_DIR}/DarvazaDependencies.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/darvazaTargets.cmake)
