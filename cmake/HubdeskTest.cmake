# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# The system's own Python: one of the user's may lack the modules that the tests need.
find_program(HUBDESK_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(HUBDESK_PYTHON python3 REQUIRED)

# What the thread sanitizer is for: dev-tsan builds and runs only the tests with the label engine.
add_custom_target(engine-tests)

# hubdesk_test(tst_name [LABELS a b] [TIMEOUT s] [SOURCES extra.cpp] [LIBS lib ...])
# One executable a test file; tests never see the user's home, bus, display or proxies.
function(hubdesk_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "LABELS;SOURCES;LIBS" ${ARGN})
    add_executable(${name} ${name}.cpp ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests/bin)
    target_link_libraries(${name} PRIVATE project_options Qt6::Test ${arg_LIBS})
    add_test(NAME ${name} COMMAND ${name})
    if("engine" IN_LIST arg_LABELS)
        add_dependencies(engine-tests ${name})
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${arg_TIMEOUT}
        LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;HUBDESK_BIN_DIR=${CMAKE_BINARY_DIR}/bin")
endfunction()
