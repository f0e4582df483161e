// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/log/verbosity.h"

#include "core/log/categories.h"

#include <QStringList>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr std::array kNames{
    std::pair{"debug"_L1, Verbosity::Debug},       std::pair{"info"_L1, Verbosity::Info},
    std::pair{"warning"_L1, Verbosity::Warning},   std::pair{"error"_L1, Verbosity::Error},
    std::pair{"critical"_L1, Verbosity::Critical},
};

//! Qt's names of the levels and the last verbosity that still shows them.
constexpr std::array kLevels{
    std::pair{"debug"_L1, Verbosity::Debug},
    std::pair{"info"_L1, Verbosity::Info},
    std::pair{"warning"_L1, Verbosity::Warning},
    std::pair{"critical"_L1, Verbosity::Error},
};

} // namespace

std::optional<Verbosity> verbosityFromName(const QString &name)
{
    for (const auto &[known, verbosity] : kNames) {
        if (name.compare(known, Qt::CaseInsensitive) == 0)
            return verbosity;
    }
    return std::nullopt;
}

QString loggingRules(Verbosity verbosity, bool withRequests, const QStringList &inFull)
{
    QStringList rules;
    for (const auto &[level, last] : kLevels)
        rules << u"app.*.%1=%2"_s.arg(level, verbosity <= last ? "true"_L1 : "false"_L1);
    // The last matching rule counts.
    rules << u"app.hub.curl.debug=%1"_s.arg(withRequests ? "true"_L1 : "false"_L1);
    for (const QString &category : inFull)
        rules << category + "=true"_L1;
    return rules.join(u'\n');
}

void applyVerbosity(const QString &name, bool debug, Verbosity standard, const QStringList &inFull)
{
    const auto wanted = debug ? std::optional(Verbosity::Debug) : verbosityFromName(name);
    const Verbosity verbosity = wanted.value_or(standard);
    QLoggingCategory::setFilterRules(wanted || standard != Verbosity::Info || !inFull.isEmpty()
                                         ? loggingRules(verbosity, debug, inFull)
                                         : QString());
    if (!wanted && !name.isEmpty())
        qCWarning(lcHub).noquote() << "HF_HUB_VERBOSITY is" << name
                                   << "but has to be debug, info, warning, error or critical";
}

} // namespace hubdesk
