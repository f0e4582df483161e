// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commandspec.h"
#include "core/net/error.h"

#include <QHash>

#include <optional>

namespace hubdesk {

//! The arguments of one command, read. A value.
class ParsedArguments
{
public:
    [[nodiscard]] bool isSet(const QString &option) const { return m_options.contains(option); }
    //! The last value given; empty when not set.
    [[nodiscard]] QString value(const QString &option) const;
    //! All values, of all repetitions; none when not set, empty when given without a value.
    [[nodiscard]] std::optional<QStringList> values(const QString &option) const;
    //! How often a flag was given.
    [[nodiscard]] int count(const QString &option) const;
    //! The value of a number option, checked by the parser; \a fallback when not set.
    [[nodiscard]] int number(const QString &option, int fallback) const;
    [[nodiscard]] QString positional(const QString &name) const;
    [[nodiscard]] QStringList positionals(const QString &name) const;
    [[nodiscard]] bool wantsHelp() const { return isSet(QStringLiteral("--help")); }
    [[nodiscard]] bool wantsVersion() const { return isSet(QStringLiteral("--version")); }

private:
    friend class ArgumentParser;
    struct Given
    {
        QStringList values;
        int count = 0;
    };
    QHash<QString, Given> m_options;
    QHash<QString, QStringList> m_positionals;
};

//! Reads arguments as Python's argparse does for the official command line: `--name value`,
//! `--name=value`, options of several values, unambiguous abbreviations, joined short flags, `--`.
//! More lenient in one point: positional arguments may stand between options.
class ArgumentParser
{
public:
    explicit ArgumentParser(const CommandSpec &spec)
        : m_spec(spec)
    { }

    //! \a arguments: without the program and the words of the command. ErrorKind::Invalid with a
    //! text for the user.
    [[nodiscard]] Result<ParsedArguments> parse(const QStringList &arguments);

private:
    [[nodiscard]] Result<void> readLong(const QString &argument);
    [[nodiscard]] Result<void> readShort(const QString &argument);
    [[nodiscard]] Result<void> take(const OptionSpec &option, const std::optional<QString> &joined);
    [[nodiscard]] Result<OptionSpec> find(const QString &name) const;
    [[nodiscard]] Result<void> check(const OptionSpec &option, const QString &value) const;
    [[nodiscard]] Result<void> assignPositionals();
    [[nodiscard]] bool nextIsValue() const;

    const CommandSpec &m_spec;
    QStringList m_left; //!< Not read yet.
    QStringList m_loose; //!< Positional ones, in order.
    ParsedArguments m_parsed;
};

} // namespace hubdesk
