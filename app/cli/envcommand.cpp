// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/envcommand.h"

#include "core/support/environmentfacts.h"

#include <QJsonObject>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

//! As the official command prints it: Python's words for truth and nothing.
QString shown(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"True"_s : u"False"_s;
    if (value.isDouble())
        return QString::number(value.toInteger());
    return value.isNull() ? u"None"_s : value.toString();
}

} // namespace

CommandSpec EnvCommand::spec()
{
    return {
        .words = {u"env"_s},
        .summary = tr("Print the environment, for a bug report."),
        .make =
            [](const CliEnvironment &environment) {
                return std::make_unique<EnvCommand>(environment);
            },
    };
}

EnvCommand::EnvCommand(const CliEnvironment &environment)
    : Command(environment)
{ }

void EnvCommand::start(const ParsedArguments &)
{
    if (console().isJson()) {
        QJsonObject object;
        for (const auto &[name, value] : environmentFacts(variables()))
            object.insert(name, value);
        console().printJson(object);
        return finish(ExitCode::Done);
    }
    console().talk(u'\n' + tr("Copy and paste the text below into your report.") + u'\n');
    for (const auto &[name, value] : environmentFacts(variables()))
        console().print(u"- %1: %2"_s.arg(name, shown(value)));
    finish(ExitCode::Done);
}

} // namespace hubdesk
