// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/uifixture.h"

#include <QDirIterator>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrast_data()
    {
        QTest::addColumn<Scheme>("scheme");
        QTest::newRow("light") << Scheme::Light;
        QTest::newRow("dark") << Scheme::Dark;
        QTest::newRow("contrast light") << Scheme::ContrastLight;
        QTest::newRow("contrast dark") << Scheme::ContrastDark;
    }
    void contrast()
    {
        QFETCH(Scheme, scheme);
        const auto check = [scheme](Token front, Token back, double least) {
            const double found =
                Theme::contrast(Theme::color(front, scheme), Theme::color(back, scheme));
            QVERIFY2(found >= least,
                     qPrintable(u"token %1 on %2: %3"_s.arg(int(front)).arg(int(back)).arg(found)));
        };
        const QList<Token> backgrounds{Token::Window, Token::Surface, Token::Raised,
                                       Token::AccentSoft, Token::Hover};
        for (const Token back : backgrounds) {
            for (const Token text : {Token::Text, Token::TextSecondary, Token::Bad, Token::Good,
                                     Token::Warn, Token::Info, Token::Accent})
                check(text, back, back == Token::AccentSoft || back == Token::Hover ? 4.0 : 4.5);
            check(Token::Text, back, 4.5);
            check(Token::TextSecondary, back, 4.5);
            for (const Token mark : {Token::Model, Token::Dataset, Token::Space, Token::Paper,
                                     Token::Collection, Token::Accent})
                check(mark, back, 3.0);
        }
        for (const Token back : {Token::Window, Token::Surface, Token::Raised})
            check(Token::FieldBorder, back, 3.0);
        check(Token::OnAccent, Token::Accent, 4.5);
        check(Token::OnBad, Token::Bad, 4.5);
        check(Token::Accent, Token::Track, 3.0);
    }

    void figures()
    {
        QCOMPARE(Theme::contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(Theme::contrast(Qt::white, Qt::white), 1.0);
    }

    void changesAtOnce()
    {
        UiFixture ui;
        QSignalSpy changed(&ui.theme, &Theme::changed);
        QPushButton button;
        QVERIFY(showActive(&button));
        ui.theme.setAppearance(Appearance::Dark);
        QCOMPARE(changed.count(), 1);
        QVERIFY(ui.theme.isDark());
        QTRY_COMPARE(button.palette().color(QPalette::Window),
                     Theme::color(Token::Window, Scheme::Dark));
        ui.theme.setAppearance(Appearance::Dark);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(appearanceFromName(appearanceName(Appearance::HighContrast)),
                 Appearance::HighContrast);
        QCOMPARE(appearanceFromName(u"no such"_s), Appearance::System);
    }

    void fonts()
    {
        QFont base;
        base.setPixelSize(20);
        QCOMPARE(Theme::derived(base, FontRole::Title).pixelSize(), 28);
        QCOMPARE(Theme::derived(base, FontRole::Section).pixelSize(), 22);
        QCOMPARE(Theme::derived(base, FontRole::Secondary).pixelSize(), 18);
        QCOMPARE(Theme::derived(base, FontRole::Title).weight(), int(QFont::DemiBold));
    }

    void iconsFollowTheTheme()
    {
        UiFixture ui;
        const QIcon icon = ui.icons.icon(u"download"_s);
        const auto hasColor = [&icon](const QColor &color) {
            const QImage image = icon.pixmap(QSize(40, 40)).toImage();
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y) == color)
                        return true;
                }
            }
            return false;
        };
        QVERIFY(hasColor(Theme::color(Token::Text, Scheme::Light)));
        ui.theme.setAppearance(Appearance::Dark);
        QVERIFY(hasColor(Theme::color(Token::Text, Scheme::Dark)));
        QVERIFY(ui.icons.icon(u"no such icon"_s).isNull());
        QCOMPARE(ui.icons.pixmap(u"download"_s, 20, 2.0).size(), QSize(40, 40));
    }

    void everyIconRenders()
    {
        UiFixture ui;
        QDirIterator files(u":/hubdesk/icons"_s);
        int count = 0;
        while (files.hasNext()) {
            const QString name = QFileInfo(files.next()).completeBaseName();
            const QImage image = ui.icons.pixmap(name, 20, 1.0).toImage();
            bool painted = false;
            for (int y = 0; y < image.height() && !painted; ++y) {
                for (int x = 0; x < image.width() && !painted; ++x)
                    painted = image.pixelColor(x, y).alpha() > 0;
            }
            QVERIFY2(painted, qPrintable(name));
            ++count;
        }
        QVERIFY(count > 50);
    }
};

HUBDESK_UI_TEST_MAIN(TestTheme)
#include "tst_theme.moc"
