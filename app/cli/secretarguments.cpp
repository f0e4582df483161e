// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/secretarguments.h"

#include <QFile>

#include <cstring>
#include <string_view>

namespace hubdesk {

namespace {

//! `--token` or an abbreviation of it; the parser says later whether it is a right one.
bool namesToken(std::string_view argument)
{
    return argument.size() >= 3 && std::string_view("--token").starts_with(argument);
}

void blank(char *text)
{
    std::memset(text, '*', std::strlen(text));
}

} // namespace

QStringList takeArguments(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QFile::decodeName(argv[i]));
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        const size_t equals = argument.find('=');
        if (equals != std::string_view::npos && namesToken(argument.substr(0, equals)))
            blank(argv[i] + equals + 1);
        else if (namesToken(argument) && i + 1 < argc && std::string_view(argv[i + 1]) != "-")
            blank(argv[++i]);
    }
    return arguments;
}

} // namespace hubdesk
