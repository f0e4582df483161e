// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/progressblock.h"

#include "core/cache/cacheformat.h"

#include <QCoreApplication>

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cwchar>
#include <iterator>
#include <vector>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

struct ProgressText
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::ProgressLine)
};

constexpr int kMaxFiles = 4;
constexpr int kMaxBar = 30; // columns
constexpr int kMinBar = 10;
constexpr int kMinLabel = 12;

QString size(qint64 bytes)
{
    return officialSize(static_cast<double>(bytes));
}

bool speaksUnicode()
{
    // The first that is set decides, as the C library has it.
    for (const char *name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const QByteArray value = qgetenv(name).toLower();
        if (!value.isEmpty())
            return value.contains("utf-8") || value.contains("utf8");
    }
    return false;
}

int widthOf(char32_t c)
{
    const int width = ::wcwidth(static_cast<wchar_t>(c));
    return width < 0 ? 1 : width;
}

//! A name comes from a stranger: what could steer the terminal is not shown as it is.
QString harmless(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = u'?';
    }
    return text;
}

QString shortened(const QString &text, int columns, bool isUnicode)
{
    if (terminalWidth(text) <= columns)
        return text;
    const QString mark = isUnicode ? u"…"_s : u"..."_s;
    // The end of a path tells files apart.
    const QList<uint> all = text.toUcs4();
    qsizetype from = all.size();
    int width = static_cast<int>(mark.size());
    while (from > 0 && width + widthOf(all.at(from - 1)) <= columns)
        width += widthOf(all.at(--from));
    QString tail;
    for (; from < all.size(); ++from)
        tail += QString::fromUcs4(reinterpret_cast<const char32_t *>(&all.at(from)), 1);
    return (mark + tail).left(std::max(columns, 0));
}

QString padded(const QString &text, int columns)
{
    return text + QString(std::max(0, columns - terminalWidth(text)), u' ');
}

QString bar(double fraction, int columns, bool isUnicode)
{
    static const QString eighths = u" ▏▎▍▌▋▊▉"_s;
    const int steps = static_cast<int>(fraction * columns * 8);
    const int full = std::min(steps / 8, columns);
    if (!isUnicode)
        return u'[' + QString(full, u'#') + QString(columns - full, u'.') + u']';
    QString text = QString(full, u'█');
    if (full < columns)
        text += eighths.at(steps % 8);
    return u'▕' + padded(text, columns) + u'▏';
}

bool isOnItsWay(const TransferFile &file)
{
    return isActive(file.state) && file.received < file.size;
}

QString waitingText(const Transfer &transfer)
{
    return transfer.waitReason.isEmpty() ? ProgressText::tr("Asking the Hub what there is")
                                         : transfer.waitReason;
}

bool isWaiting(const Transfer &transfer)
{
    return transfer.state == TransferState::Queued || transfer.state == TransferState::Preparing;
}

} // namespace

TerminalShape TerminalShape::current()
{
    TerminalShape shape;
    shape.isUnicode = speaksUnicode();
    winsize window = {};
    if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0) {
        shape.columns = window.ws_col;
        shape.rows = window.ws_row > 0 ? window.ws_row : shape.rows;
    }
    return shape;
}

double progressFraction(qint64 done, qint64 total)
{
    if (total <= 0)
        return 0;
    return std::clamp(static_cast<double>(done) / static_cast<double>(total), 0.0, 1.0);
}

QString clockText(qint64 seconds)
{
    const QString minutesAndSeconds =
        u"%1:%2"_s.arg(seconds / 60 % 60, seconds < 3600 ? 1 : 2, 10, QLatin1Char('0'))
            .arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return seconds < 3600 ? minutesAndSeconds : u"%1:"_s.arg(seconds / 3600) + minutesAndSeconds;
}

int terminalWidth(const QString &text)
{
    int width = 0;
    for (const uint c : text.toUcs4())
        width += widthOf(c);
    return width;
}

QString progressRow(const QString &label, double fraction, const QString &numbers,
                    const TerminalShape &shape)
{
    // The last column stays free: some terminals wrap as soon as it is used.
    const int columns = shape.columns - 1;
    const QString percent = u"%1%"_s.arg(static_cast<int>(fraction * 100), 3);
    const QString right = u' ' + percent + u"  "_s + numbers;
    const int left = columns - terminalWidth(right);
    const int barColumns = std::min(kMaxBar, left / 2);
    if (barColumns < kMinBar || left - barColumns - 3 < kMinLabel) {
        const QString text = left >= kMinLabel
            ? shortened(harmless(label), left, shape.isUnicode) + right
            : right.trimmed();
        return text.left(std::max(columns, 0));
    }
    const int labelColumns = left - barColumns - 3; // a space and the two ends of the bar
    return padded(shortened(harmless(label), labelColumns, shape.isUnicode), labelColumns) + u' '
        + bar(fraction, barColumns, shape.isUnicode) + right;
}

QStringList progressBlock(const Transfer &transfer, const TerminalShape &shape)
{
    const int columns = shape.columns - 1;
    if (isWaiting(transfer))
        return {shortened(waitingText(transfer), columns, shape.isUnicode)};
    if (transfer.totalBytes <= 0 && transfer.filesTotal <= 0)
        return {ProgressText::tr("Starting").left(columns)};
    struct Row
    {
        QString label;
        double fraction;
        QString numbers;
    };
    std::vector<Row> all;
    const int room = std::clamp(shape.rows - 3, 0, kMaxFiles);
    for (const TransferFile &file : transfer.files) {
        if (std::ssize(all) >= room)
            break;
        if (isOnItsWay(file)) {
            all.push_back({file.path, progressFraction(file.received, file.size),
                           ProgressText::tr("%1 of %2").arg(size(file.received), size(file.size))});
        }
    }
    QStringList numbers{
        ProgressText::tr("%1 of %2").arg(size(transfer.doneBytes), size(transfer.totalBytes))};
    if (transfer.speed > 0)
        numbers.append(ProgressText::tr("%1/s").arg(size(transfer.speed)));
    if (transfer.secondsLeft >= 0)
        numbers.append(ProgressText::tr("%1 left").arg(clockText(transfer.secondsLeft)));
    all.push_back(
        {ProgressText::tr("%1 of %2 files").arg(transfer.filesDone).arg(transfer.filesTotal),
         progressFraction(transfer.doneBytes, transfer.totalBytes), numbers.join(u"  "_s)});
    // Equally wide numbers put the bars below each other.
    int widest = 0;
    for (const Row &row : all)
        widest = std::max(widest, terminalWidth(row.numbers));
    QStringList rows;
    for (const Row &row : all)
        rows.append(progressRow(row.label, row.fraction, padded(row.numbers, widest), shape));
    if (!transfer.waitReason.isEmpty())
        rows.append(shortened(transfer.waitReason, columns, shape.isUnicode));
    return rows;
}

QString progressLine(const Transfer &transfer)
{
    if (isWaiting(transfer))
        return waitingText(transfer);
    if (transfer.totalBytes <= 0 && transfer.filesTotal <= 0)
        return ProgressText::tr("Starting");
    QStringList parts;
    parts.append(
        ProgressText::tr("%1 of %2 files").arg(transfer.filesDone).arg(transfer.filesTotal));
    if (transfer.totalBytes > 0) {
        const double fraction = progressFraction(transfer.doneBytes, transfer.totalBytes);
        parts.append(ProgressText::tr("%1 of %2 (%3%)")
                         .arg(size(transfer.doneBytes), size(transfer.totalBytes))
                         .arg(static_cast<int>(100 * fraction)));
    }
    if (transfer.speed > 0)
        parts.append(ProgressText::tr("%1/s").arg(size(transfer.speed)));
    if (transfer.secondsLeft >= 0)
        parts.append(ProgressText::tr("%1 left").arg(clockText(transfer.secondsLeft)));
    if (!transfer.waitReason.isEmpty())
        parts.append(transfer.waitReason);
    return parts.join(", "_L1);
}

} // namespace hubdesk
