// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/transfer/queuefixture.h"

#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace hubdesk {

QDateTime at(int day, int hour, int minute)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, minute), QTimeZone("Europe/Berlin"));
}

QueueFixture::QueueFixture()
    : clock(at(23, 9))
{
    QLocale::setDefault(QLocale(u"en_GB"_s));
    config.windows = WeeklySchedule::parse(u"mon-sun 10:00-12:00").value();
}

void QueueFixture::stall(const QString &path)
{
    FakeFault fault;
    fault.match = path.toUtf8();
    fault.kind = FakeFault::Kind::Stall;
    fault.at = kStallAt;
    fault.cdn = true;
    hub.addFault(fault);
}

TransferIds QueueFixture::addFiles(TransferEngine &engine, int count)
{
    TransferIds ids;
    for (int i = 0; i < count; ++i) {
        const QString name = u"f%1"_s.arg(i);
        hub.addFile(name, name.toUtf8());
        ids.push_back(engine.addDownload(request({name})));
    }
    return ids;
}

QString waitReasonOf(const TransferEngine &engine, TransferId id)
{
    return engine.transfer(id)->waitReason;
}

} // namespace hubdesk
