# When the system fails the program, and when its users mean it harm.
add_library(fault_shim MODULE checks/fault_shim.cpp)
target_link_libraries(fault_shim PRIVATE ${CMAKE_DL_LIBS})
add_test(NAME check.faults COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/checks/faults $<TARGET_FILE:hazcheck>
  $<TARGET_FILE:fault_shim> ${PROJECT_SOURCE_DIR}/examples)
add_test(NAME check.hostile COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/checks/hostile $<TARGET_FILE:hazcheck>)

# What it costs: nothing grows faster than the records, and the fast reader stays fast. The guard is compiled as users
# get it, whatever this build is for, since instructions are only worth counting then.
add_test(NAME check.growth COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/checks/growth $<TARGET_FILE:hazcheck>
  $<TARGET_FILE:bench-readers> $<TARGET_FILE:bench-corpus>)
set(GUARDED_SOURCES yaml/fast_reader.cpp yaml/keys.cpp yaml/bytes.cpp yaml/yaml_rules.cpp yaml/input_rules.cpp
  base/arena.cpp base/lang.cpp base/text.cpp diag/diagnostic.cpp)
list(TRANSFORM GUARDED_SOURCES PREPEND ${PROJECT_SOURCE_DIR}/src/)
add_executable(guard-reader checks/guard_reader.cpp ${GUARDED_SOURCES})
target_include_directories(guard-reader PRIVATE ${PROJECT_SOURCE_DIR}/src)
target_compile_options(guard-reader PRIVATE -O2 -DNDEBUG)
target_link_libraries(guard-reader PRIVATE fmt::fmt yaml-cpp ${UTF8PROC_LIBRARY})
add_test(NAME check.instructions COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/checks/instructions $<TARGET_FILE:guard-reader>
  $<TARGET_FILE:bench-corpus>)
add_test(NAME check.memory COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/checks/memory $<TARGET_FILE:hazcheck>
  $<TARGET_FILE:bench-readers> $<TARGET_FILE:bench-corpus>)
set_tests_properties(check.faults check.hostile check.growth check.instructions check.memory PROPERTIES TIMEOUT 900)
set_tests_properties(check.instructions check.memory PROPERTIES SKIP_RETURN_CODE 77)
