// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/ratevalue.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

struct RateText
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::RateValue)
};

constexpr double kMost = 1e18; // bytes/s; what a 64 bit number holds

} // namespace

Result<qint64> parseRate(const QString &text)
{
    static const QRegularExpression form(u"^(\\d+(?:\\.\\d+)?)([kmgtp]?)b?$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (match.hasMatch()) {
        double rate = match.captured(1).toDouble();
        if (const QString unit = match.captured(2).toLower(); !unit.isEmpty())
            rate *= std::pow(1024.0, static_cast<double>("kmgtp"_L1.indexOf(unit) + 1));
        if (rate >= 1 && rate < kMost)
            return static_cast<qint64>(rate);
    }
    return failure(ErrorKind::Invalid,
                   RateText::tr("--limit-rate needs bytes per second such as 500K or 2M, not “%1”.")
                       .arg(text));
}

} // namespace hubdesk
