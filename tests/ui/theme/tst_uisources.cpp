// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QRegularExpression>
#include <QtTest>

using namespace Qt::StringLiterals;

//! What the sources of the window may not contain: colours that are no tokens, waits, nested loops.
class TestUiSources : public QObject
{
    Q_OBJECT

private:
    static QStringList breaches(const QString &text, const QRegularExpression &pattern)
    {
        QStringList found;
        for (const QString &line : text.split(u'\n')) {
            const QString code = QString(line).remove(QRegularExpression(u"//.*"_s));
            if (pattern.match(code).hasMatch())
                found.append(line.trimmed());
        }
        return found;
    }
    static QRegularExpression forbidden()
    {
        return QRegularExpression(
            u"#[0-9a-fA-F]{6}\\b|Qt::(red|green|blue|black|white|(dark|light)?[gG]ray|yellow|cyan|"
            u"magenta)\\b"
            "|\\bQColor\\(\\s*[0-9\"]|\\bqRgba?\\(|\\bQEventLoop\\b|\\bqWait\\(|\\bprocessEvents\\b"
            "|[.>]exec\\("_s);
    }

private Q_SLOTS:
    void findsWhatItLooksFor()
    {
        QCOMPARE(
            breaches(
                u"QColor c(\"#aabbcc\");\nauto c = Qt::red; // x\ndialog->exec();\nx = Qt::darkGray;\n// Qt::red"_s,
                forbidden())
                .size(),
            4);
    }
    void noneInTheWindow()
    {
        QDirIterator files(QStringLiteral(UI_SOURCES), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        int count = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.fileName().endsWith(u"theme/tokens.cpp"_s))
                continue;
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QStringList found = breaches(QString::fromUtf8(file.readAll()), forbidden());
            QVERIFY2(found.isEmpty(), qPrintable(file.fileName() + u": "_s + found.join(u"; "_s)));
            ++count;
        }
        QVERIFY(count > 40);
    }
};

QTEST_GUILESS_MAIN(TestUiSources)
#include "tst_uisources.moc"
