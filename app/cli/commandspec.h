// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace hubdesk {

class Command;
struct CliEnvironment;

//! One option of a command.
struct OptionSpec
{
    enum class Arity {
        Flag, //!< `--quiet`
        Counted, //!< `-v`, `-vvv`
        One, //!< `--revision main`
        Many, //!< `--include A B`, none included; may be repeated.
    };

    QString name; //!< With both dashes.
    QString shortName = {}; //!< `-v`; empty: none.
    Arity arity = Arity::Flag;
    QString placeholder = {}; //!< What stands for the value in the help.
    QString help = {};
    QStringList choices = {}; //!< Empty: anything.
    bool isNumber = false; //!< Whole, from 1.
};

struct PositionalSpec
{
    QString name;
    QString help;
    bool isMany = false; //!< Takes all that are left, none included. Only the last one.
};

//! A command as it is typed, described and made.
struct CommandSpec
{
    using Factory = std::function<std::unique_ptr<Command>(const CliEnvironment &)>;

    QStringList words; //!< `download`; `models ls` is two words.
    std::vector<QStringList> aliases = {}; //!< The names of newer official programs.
    QString summary = {};
    std::vector<PositionalSpec> positionals = {};
    std::vector<OptionSpec> options = {}; //!< Without those that every command has.
    bool asksAboutToken = false; //!< HF_HUB_DISABLE_IMPLICIT_TOKEN does not hide the token from it.
    Factory make = {};

    [[nodiscard]] const OptionSpec *option(const QString &name) const;
    //! options and those that every command has.
    [[nodiscard]] std::vector<OptionSpec> allOptions() const;
};

//! `--help`, `--version`, `--json`.
[[nodiscard]] const std::vector<OptionSpec> &commonOptions();
//! `--token`, of every command that asks the Hub.
[[nodiscard]] OptionSpec tokenOption();
//! `--account`, beside it.
[[nodiscard]] OptionSpec accountOption();

} // namespace hubdesk
