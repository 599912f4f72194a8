# Run by CPack on the tree that becomes the package: copyright, changelogs, and everything compressed that policy wants so.
cmake_minimum_required(VERSION 3.25)
set(root ${CPACK_TEMPORARY_DIRECTORY}/usr)
set(doc ${root}/share/doc/hazcheck)
file(MAKE_DIRECTORY ${doc})

file(READ ${CPACK_HAZCHECK_SOURCE_DIR}/LICENSE licence)
if(NOT licence MATCHES "^MIT License\n\nCopyright \\(c\\) ([^\n]*)\n\n(.*)\n$")
  message(FATAL_ERROR "LICENSE is not the MIT licence that the copyright file is made from")
endif()
set(holder "${CMAKE_MATCH_1}")
string(REPLACE "\n\n" "\n.\n" terms "${CMAKE_MATCH_2}")
string(REPLACE "\n" "\n " terms "${terms}")
set(text "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: hazcheck\n\nFiles: *\nCopyright: ${holder}\nLicense: Expat\n ${terms}\n")
file(WRITE ${doc}/copyright "${text}")

# The day of SOURCE_DATE_EPOCH, else today.
set(ENV{LC_ALL} C)
string(TIMESTAMP day "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE ${doc}/changelog.Debian
  "hazcheck (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium\n\n  * Version ${CPACK_PACKAGE_VERSION}; see changelog.gz.\n\n -- ${CPACK_PACKAGE_CONTACT}  ${day}\n")
file(COPY_FILE ${CPACK_HAZCHECK_SOURCE_DIR}/CHANGELOG.md ${doc}/changelog)

file(GLOB_RECURSE pages ${root}/share/man/*.[157])
foreach(file IN LISTS pages ITEMS ${doc}/changelog ${doc}/changelog.Debian)
  execute_process(COMMAND gzip -9nf ${file} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
# As policy wants them, whatever the umask was.
file(GLOB_RECURSE files LIST_DIRECTORIES false ${root}/share/*)
foreach(file IN LISTS files)
  file(CHMOD ${file} PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
endforeach()
foreach(folder ${doc} ${root}/share/doc)
  file(CHMOD ${folder} PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
endforeach()
