// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/usagetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

struct UsageText
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::UsageText)
};

constexpr qsizetype kHelpColumn = 30; // characters
constexpr qsizetype kHelpWidth = 66; // characters

QString entry(const QString &left, const QString &help)
{
    QString text = "  "_L1 + left;
    QString line;
    bool isFirst = text.size() < kHelpColumn;
    const auto flush = [&] {
        text +=
            isFirst ? QString(kHelpColumn - text.size(), u' ') : u'\n' + QString(kHelpColumn, u' ');
        text += line;
        isFirst = false;
        line.clear();
    };
    for (const QString &word : help.split(u' ')) {
        if (!line.isEmpty() && line.size() + 1 + word.size() > kHelpWidth)
            flush();
        line += line.isEmpty() ? word : u' ' + word;
    }
    flush();
    return text + u'\n';
}

QString optionLeft(const OptionSpec &option)
{
    QString left =
        option.shortName.isEmpty() ? option.name : option.shortName + ", "_L1 + option.name;
    if (!option.choices.isEmpty())
        return left + " {"_L1 + option.choices.join(u',') + u'}';
    switch (option.arity) {
    case OptionSpec::Arity::Flag:
    case OptionSpec::Arity::Counted:
        return left;
    case OptionSpec::Arity::One:
        return left + u' ' + option.placeholder;
    case OptionSpec::Arity::Many:
        return left + u' ' + option.placeholder + " ..."_L1;
    }
    return left;
}

//! Levenshtein distance.
qsizetype distance(const QString &left, const QString &right)
{
    std::vector<qsizetype> row(static_cast<size_t>(right.size()) + 1);
    std::ranges::iota(row, 0);
    for (qsizetype i = 0; i < left.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (qsizetype j = 0; j < right.size(); ++j) {
            qsizetype &cell = row[static_cast<size_t>(j) + 1];
            const qsizetype change = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = cell;
            cell = std::min({change, cell + 1, row[static_cast<size_t>(j)] + 1});
        }
    }
    return row.back();
}

} // namespace

QString commandHelp(const CommandSpec &spec)
{
    QString usage = UsageText::tr("Usage: %1").arg("hubdesk-cli "_L1 + spec.words.join(u' '));
    for (const PositionalSpec &positional : spec.positionals)
        usage += u' ' + (positional.isMany ? u"[%1 ...]"_s.arg(positional.name) : positional.name);
    QString text = usage + u' ' + UsageText::tr("[options]") + "\n\n"_L1 + spec.summary + u'\n';
    if (!spec.positionals.empty()) {
        text += u'\n' + UsageText::tr("Arguments:") + u'\n';
        for (const PositionalSpec &positional : spec.positionals)
            text += entry(positional.name, positional.help);
    }
    text += u'\n' + UsageText::tr("Options:") + u'\n';
    for (const OptionSpec &option : spec.allOptions())
        text += entry(optionLeft(option), option.help);
    return text;
}

QString programHelp(const std::vector<CommandSpec> &commands)
{
    QString text = UsageText::tr("Usage: hubdesk-cli COMMAND [options]") + "\n\n"_L1
        + UsageText::tr("Commands:") + u'\n';
    for (const CommandSpec &command : commands)
        text += entry(command.words.join(u' '), command.summary);
    text += u'\n' + UsageText::tr("Options:") + u'\n';
    for (const OptionSpec &option : commonOptions()) {
        if (option.name != "--json"_L1)
            text += entry(optionLeft(option), option.help);
    }
    return text + u'\n' + UsageText::tr("“hubdesk-cli COMMAND --help” explains one command.")
        + u'\n';
}

QString closestTo(const QString &typed, const QStringList &known)
{
    QString best;
    qsizetype bestDistance = std::max<qsizetype>(2, typed.size() / 3) + 1;
    for (const QString &candidate : known) {
        // The beginning of a long name, mistyped, counts as well.
        const qsizetype steps =
            std::min(distance(typed, candidate), distance(typed, candidate.left(typed.size())) + 1);
        if (steps < bestDistance) {
            bestDistance = steps;
            best = candidate;
        }
    }
    return best;
}

} // namespace hubdesk
