# What a program in C++ takes: one static library made of all rooms' objects, so that a user links one file, and the headers.
# The rooms' own dependencies reach the user through find_package(Darvaza) or through darvaza-cpp.pc. The shared library
# libdarvaza.so is another one: the C API (bindings/c), whose interface alone is stable between versions.
get_property(rooms GLOBAL PROPERTY DARVAZA_ROOMS)
set(objects "")
set(dependencies "")
foreach(room IN LISTS rooms)
  list(APPEND objects $<TARGET_OBJECTS:darvaza_${room}>)
  get_target_property(libraries darvaza_${room} INTERFACE_LINK_LIBRARIES)
  list(APPEND dependencies ${libraries})
endforeach()
list(REMOVE_DUPLICATES dependencies)
list(FILTER dependencies EXCLUDE REGEX "darvaza_|NOTFOUND|^tl::expected$")

# The target is called libdarvaza because the command line, target darvaza, stands beside it in the
# build directory; users know it as Darvaza::cpp.
add_library(libdarvaza STATIC ${objects})
add_library(darvaza::darvaza ALIAS libdarvaza)
set_target_properties(libdarvaza PROPERTIES
  OUTPUT_NAME darvaza-cpp EXPORT_NAME cpp LINKER_LANGUAGE CXX)
target_include_directories(libdarvaza PUBLIC
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/engine/include>
  $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
target_compile_features(libdarvaza PUBLIC cxx_std_20)
target_link_libraries(libdarvaza
  PUBLIC tl::expected
  PRIVATE ${dependencies} Threads::Threads $<BUILD_INTERFACE:darvaza_flags>)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/darvaza)
install(TARGETS libdarvaza EXPORT darvaza-cpp
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT libdarvaza-dev)
install(DIRECTORY include/darvaza DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT libdarvaza-dev)
install(EXPORT darvaza-cpp NAMESPACE Darvaza:: FILE darvaza-cpp-targets.cmake
  DESTINATION ${package_dir} COMPONENT libdarvaza-dev)

# One package for both libraries. In lower case find_package(Darvaza) finds it, and find_package(darvaza), too.
include(CMakePackageConfigHelpers)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/darvaza-config-version.cmake
  COMPATIBILITY SameMinorVersion)
include(${PROJECT_SOURCE_DIR}/cmake/DarvazaPkgConfig.cmake)
configure_file(${PROJECT_SOURCE_DIR}/cmake/darvaza-cpp.pc.in darvaza-cpp.pc @ONLY)
install(FILES
  ${PROJECT_SOURCE_DIR}/cmake/darvaza-config.cmake
  ${PROJECT_SOURCE_DIR}/cmake/DarvazaDependencies.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/darvaza-config-version.cmake
  DESTINATION ${package_dir} COMPONENT libdarvaza-dev)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/darvaza-cpp.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT libdarvaza-dev)
