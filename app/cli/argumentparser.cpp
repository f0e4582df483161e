// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/argumentparser.h"

#include "app/cli/usagetext.h"

#include <QCoreApplication>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

struct ParserText
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::ArgumentParser)
};

std::unexpected<Error> wrong(const QString &text)
{
    return failure(ErrorKind::Invalid, text);
}

//! A lone dash is a value: it stands for standard input.
bool looksLikeOption(const QString &argument)
{
    return argument.size() > 1 && argument.startsWith(u'-');
}

} // namespace

QString ParsedArguments::value(const QString &option) const
{
    const QStringList all = m_options.value(option).values;
    return all.isEmpty() ? QString() : all.last();
}

std::optional<QStringList> ParsedArguments::values(const QString &option) const
{
    const auto it = m_options.constFind(option);
    return it == m_options.constEnd() ? std::nullopt : std::optional(it->values);
}

int ParsedArguments::count(const QString &option) const
{
    return m_options.value(option).count;
}

int ParsedArguments::number(const QString &option, int fallback) const
{
    return isSet(option) ? value(option).toInt() : fallback;
}

QString ParsedArguments::positional(const QString &name) const
{
    return positionals(name).value(0);
}

QStringList ParsedArguments::positionals(const QString &name) const
{
    return m_positionals.value(name);
}

Result<ParsedArguments> ArgumentParser::parse(const QStringList &arguments)
{
    m_left = arguments;
    m_loose.clear();
    m_parsed = {};
    while (!m_left.isEmpty()) {
        const QString argument = m_left.takeFirst();
        Result<void> read;
        if (argument == "--"_L1)
            m_loose += std::exchange(m_left, {});
        else if (argument.startsWith("--"_L1))
            read = readLong(argument);
        else if (looksLikeOption(argument))
            read = readShort(argument);
        else
            m_loose.append(argument);
        if (!read)
            return std::unexpected(read.error());
    }
    // Who asks for help must not be told what is missing.
    if (!m_parsed.wantsHelp() && !m_parsed.wantsVersion()) {
        if (const auto assigned = assignPositionals(); !assigned)
            return std::unexpected(assigned.error());
    }
    return m_parsed;
}

Result<void> ArgumentParser::readLong(const QString &argument)
{
    const qsizetype equals = argument.indexOf(u'=');
    const auto option = find(equals < 0 ? argument : argument.first(equals));
    if (!option)
        return std::unexpected(option.error());
    return take(*option, equals < 0 ? std::nullopt : std::optional(argument.sliced(equals + 1)));
}

Result<void> ArgumentParser::readShort(const QString &argument)
{
    for (qsizetype at = 1; at < argument.size(); ++at) {
        const QString name = u'-' + argument.mid(at, 1);
        const auto option = find(name);
        if (!option)
            return std::unexpected(option.error());
        if (const auto taken = take(*option, std::nullopt); !taken)
            return taken;
    }
    return {};
}

Result<void> ArgumentParser::take(const OptionSpec &option, const std::optional<QString> &joined)
{
    ParsedArguments::Given &given = m_parsed.m_options[option.name];
    ++given.count;
    QStringList values;
    switch (option.arity) {
    case OptionSpec::Arity::Flag:
    case OptionSpec::Arity::Counted:
        if (joined)
            return wrong(ParserText::tr("%1 takes no value.").arg(option.name));
        return {};
    case OptionSpec::Arity::One:
        if (!joined && !nextIsValue())
            return wrong(ParserText::tr("%1 needs a value.").arg(option.name));
        values.append(joined ? *joined : m_left.takeFirst());
        break;
    case OptionSpec::Arity::Many:
        if (joined) {
            values.append(*joined);
            break;
        }
        while (nextIsValue())
            values.append(m_left.takeFirst());
        break;
    }
    for (const QString &value : values) {
        if (const auto valid = check(option, value); !valid)
            return valid;
    }
    given.values += values;
    return {};
}

bool ArgumentParser::nextIsValue() const
{
    return !m_left.isEmpty() && !looksLikeOption(m_left.first());
}

Result<OptionSpec> ArgumentParser::find(const QString &name) const
{
    std::vector<OptionSpec> abbreviated;
    QStringList names;
    for (const OptionSpec &option : m_spec.allOptions()) {
        if (option.name == name || (!option.shortName.isEmpty() && option.shortName == name))
            return option;
        if (name.startsWith("--"_L1) && name.size() > 2 && option.name.startsWith(name)) {
            abbreviated.push_back(option);
            names.append(option.name);
        }
    }
    if (abbreviated.size() == 1)
        return abbreviated.front();
    if (abbreviated.size() > 1) {
        return wrong(
            ParserText::tr("%1 is ambiguous: it can be %2.").arg(name, names.join(", "_L1)));
    }
    QStringList known;
    for (const OptionSpec &option : m_spec.allOptions())
        known.append(option.name);
    const QString similar = closestTo(name, known);
    if (!similar.isEmpty())
        return wrong(ParserText::tr("Unknown option %1. Did you mean %2?").arg(name, similar));
    return wrong(ParserText::tr("Unknown option %1.").arg(name));
}

Result<void> ArgumentParser::check(const OptionSpec &option, const QString &value) const
{
    if (!option.choices.isEmpty() && !option.choices.contains(value)) {
        return wrong(ParserText::tr("%1 cannot be “%2”: choose from %3.")
                         .arg(option.name, value, option.choices.join(", "_L1)));
    }
    bool isNumber = false;
    if (option.isNumber && (value.toInt(&isNumber) < 1 || !isNumber)) {
        return wrong(
            ParserText::tr("%1 needs a whole number from 1, not “%2”.").arg(option.name, value));
    }
    return {};
}

Result<void> ArgumentParser::assignPositionals()
{
    QStringList loose = m_loose;
    for (const PositionalSpec &positional : m_spec.positionals) {
        if (positional.isMany) {
            m_parsed.m_positionals.insert(positional.name, std::exchange(loose, {}));
        } else if (loose.isEmpty()) {
            return wrong(ParserText::tr("The argument %1 is missing.").arg(positional.name));
        } else {
            m_parsed.m_positionals.insert(positional.name, {loose.takeFirst()});
        }
    }
    if (!loose.isEmpty()) {
        return wrong(ParserText::tr("Too many arguments: %1.").arg(loose.join(u' ')));
    }
    return {};
}

} // namespace hubdesk
