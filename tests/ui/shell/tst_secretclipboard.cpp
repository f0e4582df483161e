// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/uifixture.h"
#include "ui/shell/secretclipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestSecretClipboard : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] static QString text() { return QGuiApplication::clipboard()->text(); }

private Q_SLOTS:
    void init() { QGuiApplication::clipboard()->clear(); }

    void forgetsASecret()
    {
        SecretClipboard clipboard(std::chrono::milliseconds(200));
        clipboard.copy(u"hf_secret"_s);
        QCOMPARE(text(), u"hf_secret"_s);
        QVERIFY(
            QGuiApplication::clipboard()->mimeData()->hasFormat(u"x-kde-passwordManagerHint"_s));
        QTRY_COMPARE(text(), QString());
    }

    void leavesWhatWasCopiedSince()
    {
        SecretClipboard clipboard(std::chrono::milliseconds(1));
        clipboard.copy(u"hf_secret"_s);
        QGuiApplication::clipboard()->setText(u"a poem"_s);
        bool later = false;
        QTimer::singleShot(50, this, [&] { later = true; });
        QTRY_VERIFY(later);
        QCOMPARE(text(), u"a poem"_s);
    }

    void forgetsWhenTheProgramEnds()
    {
        SecretClipboard clipboard;
        clipboard.copy(u"hf_first"_s);
        clipboard.copy(u"hf_secret"_s);
        QVERIFY(QMetaObject::invokeMethod(qApp, "aboutToQuit"));
        QCOMPARE(text(), QString());
    }
};

HUBDESK_UI_TEST_MAIN(TestSecretClipboard)
#include "tst_secretclipboard.moc"
