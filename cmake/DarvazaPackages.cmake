# Debian packages, one an install component of the same name: `cpack -G DEB` in the build directory of the preset `package`.
# Included last: it looks which components there are (a build without Python or Java has no packages for them).
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_PACKAGE_CONTACT "Darvaza maintainers <maintainers@darvaza.invalid>")
set(changelog ${CMAKE_CURRENT_BINARY_DIR}/changelog.Debian.gz)
string(TIMESTAMP today "%a, %d %b %Y 00:00:00 +0000" UTC)
file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/changelog.Debian
  "darvaza (${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) bookworm; urgency=medium\n\n"
  "  * What a user notices stands in CHANGELOG.md of the sources.\n\n"
  " -- ${CPACK_PACKAGE_CONTACT}  ${today}\n")
file(ARCHIVE_CREATE OUTPUT ${changelog} PATHS ${CMAKE_CURRENT_BINARY_DIR}/changelog.Debian
  FORMAT raw COMPRESSION GZip)

get_cmake_property(packages COMPONENTS)
set(known libdarvaza1 libdarvaza-dev darvaza python3-darvaza libdarvaza-java)
foreach(package IN LISTS packages)
  if(NOT package IN_LIST known)
    message(FATAL_ERROR "the install component ${package} is no package: name one of ${known} in install()")
  endif()
  install(FILES ${PROJECT_SOURCE_DIR}/cmake/copyright ${changelog}
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} COMPONENT ${package})
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_COMPONENTS_ALL ${packages})
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
# Where dpkg-shlibdeps finds the library that the bindings need while nothing is installed.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/bindings/c)

set(same_version "libdarvaza1 (= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})")

# describe_package(NAME SECTION DEPENDS TEXT...)
function(describe_package name section depends text)
  string(TOUPPER ${name} key)
  set(CPACK_DEBIAN_${key}_PACKAGE_NAME ${name} PARENT_SCOPE)
  set(CPACK_DEBIAN_${key}_PACKAGE_SECTION ${section} PARENT_SCOPE)
  set(CPACK_DEBIAN_${key}_PACKAGE_DEPENDS "${depends}" PARENT_SCOPE)
  set(CPACK_COMPONENT_${key}_DESCRIPTION "${text}" PARENT_SCOPE)
endfunction()

describe_package(libdarvaza1 libs ""
  "The shared library of the C API, for checkpoint software and for bindings.")
describe_package(libdarvaza-dev libdevel
  "${same_version}, libboost-json1.81-dev, libcsv-dev, libexpat1-dev, libexpected-dev, libfmt-dev, libicu-dev, libre2-dev, libxxhash-dev"
  "The header of the C API, the static C++ library with its headers,
pkg-config and CMake files.")
describe_package(darvaza utils ""
  "The command line: builds indexes from watchlists and screens passenger lists against them.")
describe_package(python3-darvaza python "${same_version}, python3 (>= 3.11)"
  "Screens travellers from Python, in the process that asks.")
describe_package(libdarvaza-java java "${same_version}, default-jre-headless (>= 2:1.17)"
  "Screens travellers from Java, in the process that asks.")
set(CPACK_DEBIAN_PYTHON3-DARVAZA_PACKAGE_CONTROL_EXTRA
  ${PROJECT_SOURCE_DIR}/cmake/python3-darvaza/postinst ${PROJECT_SOURCE_DIR}/cmake/python3-darvaza/prerm)
set(CPACK_DEBIAN_PYTHON3-DARVAZA_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
