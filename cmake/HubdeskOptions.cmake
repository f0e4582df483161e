# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# project_options carries the language level, the strict Qt macros and the warnings.
# Every target of ours links to it; nothing else sets compiler flags.
add_library(project_options INTERFACE)
target_compile_features(project_options INTERFACE cxx_std_23)
target_include_directories(project_options INTERFACE ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/generated)
target_compile_definitions(project_options INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_CONTEXTLESS_CONNECT
    QT_NO_KEYWORDS
    QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_ENABLE_STRICT_MODE_UP_TO=0x060800
    QT_DISABLE_DEPRECATED_UP_TO=0x060800)
target_compile_options(project_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
    -fvisibility=hidden -fvisibility-inlines-hidden)
if(HUBDESK_WERROR)
    target_compile_options(project_options INTERFACE -Werror)
endif()

# The QTRY_* macros of Qt Test warn about conversions, so tests leave this one out.
add_library(project_conversion_warnings INTERFACE)
target_compile_options(project_conversion_warnings INTERFACE -Wconversion)

if(HUBDESK_SANITIZE)
    target_compile_options(project_options INTERFACE -fsanitize=${HUBDESK_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(project_options INTERFACE -fsanitize=${HUBDESK_SANITIZE})
endif()
if(HUBDESK_COVERAGE)
    target_compile_options(project_options INTERFACE --coverage -O0)
    target_link_options(project_options INTERFACE --coverage)
endif()

configure_file(${CMAKE_SOURCE_DIR}/cmake/version.h.in ${CMAKE_BINARY_DIR}/generated/hubdesk_version.h @ONLY)

# One precompiled header for the core, one for everything that has windows.
function(hubdesk_use_pch target)
    if(NOT HUBDESK_PCH)
        return()
    endif()
    set(headers <QtCore/QtCore> <chrono> <expected> <functional> <memory> <optional> <vector>)
    if(ARGC GREATER 1 AND ARGV1 STREQUAL "WIDGETS")
        list(APPEND headers <QtWidgets/QtWidgets>)
    endif()
    target_precompile_headers(${target} PRIVATE ${headers})
endfunction()
