# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# `format-check` fails on a file that clang-format would change, `format` changes it,
# `tidy` runs clang-tidy over our sources (not over generated ones or tests).
find_program(CLANG_FORMAT_PROGRAM NAMES clang-format-19 clang-format)
if(CLANG_FORMAT_PROGRAM)
    add_custom_target(format-check
        COMMAND git ls-files -z -- "*.cpp" "*.h" ":!tests/lint/breaches" | xargs -0 ${CLANG_FORMAT_PROGRAM} --dry-run --Werror
        WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} VERBATIM)
    add_custom_target(format
        COMMAND git ls-files -z -- "*.cpp" "*.h" ":!tests/lint/breaches" | xargs -0 ${CLANG_FORMAT_PROGRAM} -i
        WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} VERBATIM)
endif()
find_program(RUN_CLANG_TIDY_PROGRAM NAMES run-clang-tidy-19 run-clang-tidy)
if(RUN_CLANG_TIDY_PROGRAM)
    # Precompiled headers of GCC are of no use to clang: the tidy build is configured without them.
    add_custom_target(tidy
        COMMAND ${CMAKE_COMMAND} -S ${CMAKE_SOURCE_DIR} -B ${CMAKE_BINARY_DIR}/tidy -G Ninja
                -DHUBDESK_PCH=OFF -DCMAKE_EXPORT_COMPILE_COMMANDS=ON -DBUILD_TESTING=OFF
        COMMAND ${CMAKE_COMMAND} --build ${CMAKE_BINARY_DIR}/tidy --target tidy-inputs
        COMMAND ${RUN_CLANG_TIDY_PROGRAM} -quiet -p ${CMAKE_BINARY_DIR}/tidy
                "^${CMAKE_SOURCE_DIR}/(core|ui|app)/.*\\.cpp$"
        WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} VERBATIM)
endif()
# moc output that the sources include must exist before clang-tidy reads them.
get_property(hubdesk_targets GLOBAL PROPERTY HUBDESK_TIDY_TARGETS)
add_custom_target(tidy-inputs DEPENDS ${hubdesk_targets})
