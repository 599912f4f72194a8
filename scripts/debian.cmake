# The Debian package, by CPack: `scripts/package`, or `cpack` in a build folder. Version from project(), dependencies from
# the program. What Debian wants besides (copyright, changelog, compressed pages) is put in by debian-files.cmake.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME hazcheck)
set(CPACK_PACKAGE_VENDOR "hazcheck contributors")
set(CPACK_PACKAGE_CONTACT "hazcheck contributors <hazcheck@users.noreply.github.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "safety-hazard inspection records in git")
set(CPACK_PACKAGE_DESCRIPTION
  "hazcheck keeps the records of safety inspections as YAML files in a git\nrepository and follows every hazard until it is written off. It checks\nrecords before they are committed, in English or Chinese, and works out\nfrom dated events what is open, overdue or waiting, as of any day.\n.\nIt prints ledgers, weekly reports, notices and CSV, compares rounds and\nrevisions, and exports everything to SQL. A campaign of three rounds and\na checklist for schools come with it.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS git)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "bash-completion, sqlite3")
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/scripts/debian-files.cmake)
set(CPACK_HAZCHECK_SOURCE_DIR ${PROJECT_SOURCE_DIR})  # for that script
include(CPack)
