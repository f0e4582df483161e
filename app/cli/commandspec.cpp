// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandspec.h"

#include <QCoreApplication>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

struct SpecText
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::CommandSpec)
};

} // namespace

const OptionSpec *CommandSpec::option(const QString &name) const
{
    for (const auto *list : {&options, &commonOptions()}) {
        for (const OptionSpec &option : *list) {
            if (option.name == name)
                return &option;
        }
    }
    return nullptr;
}

std::vector<OptionSpec> CommandSpec::allOptions() const
{
    std::vector<OptionSpec> all = options;
    all.insert(all.end(), commonOptions().begin(), commonOptions().end());
    return all;
}

const std::vector<OptionSpec> &commonOptions()
{
    static const std::vector<OptionSpec> options = {
        {.name = u"--json"_s, .help = SpecText::tr("Print one JSON value instead of text.")},
        {.name = u"--version"_s, .help = SpecText::tr("Print the version and stop.")},
        {.name = u"--help"_s,
         .shortName = u"-h"_s,
         .help = SpecText::tr("Print this text and stop.")},
    };
    return options;
}

OptionSpec tokenOption()
{
    return {.name = u"--token"_s,
            .arity = OptionSpec::Arity::One,
            .placeholder = u"TOKEN"_s,
            .help = SpecText::tr("Access token to use instead of the stored one; - reads it from "
                                 "standard input.")};
}

OptionSpec accountOption()
{
    return {.name = u"--account"_s,
            .arity = OptionSpec::Arity::One,
            .placeholder = u"NAME"_s,
            .help = SpecText::tr("Account of Hubdesk, or stored token, to use in this run.")};
}

} // namespace hubdesk
