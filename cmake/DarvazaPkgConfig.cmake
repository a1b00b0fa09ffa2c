# The prefix that files for pkg-config name: the way back from where they stand, so that it also holds after `cmake --install --prefix`.
if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}")
  set(DARVAZA_PC_PREFIX ${CMAKE_INSTALL_PREFIX})
else()
  file(RELATIVE_PATH back /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
  string(REGEX REPLACE "/$" "" back "${back}")
  set(DARVAZA_PC_PREFIX "\${pcfiledir}/${back}")
endif()
