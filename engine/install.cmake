# What is installed: one static library made of all rooms' objects, so that a user links one file.
# The rooms' own dependencies reach the user through find_package(darvaza) or through darvaza.pc;
# tests/install builds a program both ways.
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
# build directory; users know it as darvaza::darvaza.
add_library(libdarvaza STATIC ${objects})
add_library(darvaza::darvaza ALIAS libdarvaza)
set_target_properties(libdarvaza PROPERTIES
  OUTPUT_NAME darvaza EXPORT_NAME darvaza LINKER_LANGUAGE CXX)
target_include_directories(libdarvaza PUBLIC
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/engine/include>
  $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
target_compile_features(libdarvaza PUBLIC cxx_std_20)
target_link_libraries(libdarvaza
  PUBLIC tl::expected
  PRIVATE ${dependencies} Threads::Threads $<BUILD_INTERFACE:darvaza_flags>)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/darvaza)
install(TARGETS libdarvaza EXPORT darvaza ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/darvaza DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT darvaza NAMESPACE darvaza:: FILE darvazaTargets.cmake DESTINATION ${package_dir})

include(CMakePackageConfigHelpers)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/darvazaConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
configure_file(${PROJECT_SOURCE_DIR}/cmake/darvaza.pc.in darvaza.pc @ONLY)
install(FILES
  ${PROJECT_SOURCE_DIR}/cmake/darvazaConfig.cmake
  ${PROJECT_SOURCE_DIR}/cmake/DarvazaDependencies.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/darvazaConfigVersion.cmake
  DESTINATION ${package_dir})
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/darvaza.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
