# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# `format-check` fails on a file that clang-format would change, `format` changes it,
# `tidy` runs clang-tidy over our sources and what tests share (not over generated ones or the tests themselves).
find_program(CLANG_FORMAT_PROGRAM NAMES clang-format-19 clang-format)
if(CLANG_FORMAT_PROGRAM)
    add_custom_target(format-check
        COMMAND git ls-files -z -- "*.cpp" "*.h" ":!tests/lint/breaches" | xargs -0 ${CLANG_FORMAT_PROGRAM} --dry-run --Werror
        WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} VERBATIM)
    add_custom_target(format
        COMMAND git ls-files -z -- "*.cpp" "*.h" ":!tests/lint/breaches" | xargs -0 ${CLANG_FORMAT_PROGRAM} -i
        WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} VERBATIM)
endif()
find_program(CLANG_TIDY_PROGRAM NAMES clang-tidy-19 clang-tidy)
if(CLANG_TIDY_PROGRAM)
    # It reads the compile commands of this build; nothing has to be built for it.
    add_custom_target(tidy
        COMMAND ${HUBDESK_PYTHON} tests/lint/tidy.py ${CMAKE_BINARY_DIR} --clang-tidy ${CLANG_TIDY_PROGRAM}
        WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} USES_TERMINAL VERBATIM)
endif()
find_program(GCOVR_PROGRAM gcovr)
if(GCOVR_PROGRAM AND HUBDESK_COVERAGE)
    # Which lines of ours the tests reached that ran in this build folder since it was made.
    add_custom_target(coverage-report
        COMMAND ${GCOVR_PROGRAM} --root . --filter core/ --filter ui/ --filter app/
                --merge-mode-functions separate --print-summary --txt ${CMAKE_BINARY_DIR}/coverage.txt ${CMAKE_BINARY_DIR}
        WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} USES_TERMINAL VERBATIM)
endif()
