# What people mistype, what is no record at all, and what is no file: each is told where it stands, and nothing else.
set(UNHURRIED "")
if(HAZCHECK_SANITIZE OR HAZCHECK_COVERAGE OR NOT CMAKE_BUILD_TYPE STREQUAL Release)
  set(UNHURRIED --slow)
endif()
foreach(check planted_faults hostile_input odd_files)
  add_test(NAME check.${check} COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/checks/${check} $<TARGET_FILE:hazcheck>
    ${PROJECT_SOURCE_DIR}/examples ${UNHURRIED})
  set_tests_properties(check.${check} PROPERTIES TIMEOUT 900)
endforeach()
