// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/workbench.h"
#include "core/account/tokenfiles.h"
#include "core/settings/environment.h"
#include "tests/support/localhubprocess.h"
#include "tests/support/testfiles.h"
#include "tests/support/uifixture.h"
#include "ui/dialogs/signindialog.h"
#include "ui/shell/mainwindow.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

constexpr int kPatience = 20'000; // ms, for a machine that is busy

} // namespace

//! The whole window in a session without any bus, and so without a keychain: the real one is asked,
//! not a stand-in.
class TestWithoutKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_hub.start(), qPrintable(m_hub.errorText())); }
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QProcessEnvironment variables;
        variables.insert(u"HOME"_s, m_home->path());
        variables.insert(u"HF_HOME"_s, m_home->filePath(u"hf"_s));
        variables.insert(u"HF_ENDPOINT"_s, m_hub.endpoint().toString());
        m_environment = std::make_unique<Environment>(variables);
        m_bench =
            std::make_unique<Workbench>(m_environment.get(),
                                        Workbench::Places{{},
                                                          m_home->filePath(u"hubdesk.ini"_s),
                                                          m_home->filePath(u"transfers"_s),
                                                          m_home->filePath(u"state"_s),
                                                          m_home->filePath(u"history.jsonl"_s),
                                                          m_home->filePath(u"accounts.json"_s),
                                                          true,
                                                          {}});
        m_bench->window()->showPane(u"browse"_s);
        QVERIFY(showActive(m_bench->window()));
        m_bench->begin();
    }
    void cleanup()
    {
        QSignalSpy stopped(m_bench.get(), &Workbench::stopped);
        m_bench->stop();
        stopped.wait();
        m_bench.reset();
        m_environment.reset();
        m_home.reset();
    }

    void showsTheChoiceAndKeepsNothing()
    {
        SignInDialog *dialog = signIn();
        QVERIFY(!child<QRadioButton>(u"signInSession"_s)->isChecked());
        QVERIFY(!child<QRadioButton>(u"signInFile"_s)->isChecked());
        QVERIFY(!isKept());
        QTest::mouseClick(child<QPushButton>(u"signInCancel"_s), Qt::LeftButton);
        QTRY_VERIFY(!dialog->isVisible());
        QVERIFY(!isKept());
        QCOMPARE(TokenFiles(*m_environment).active().value_or(u"?"_s), QString());
    }

    void forThisSession()
    {
        signIn();
        QTest::mouseClick(child<QRadioButton>(u"signInSession"_s), Qt::LeftButton, {},
                          QPoint(8, 8));
        QTest::mouseClick(child<QPushButton>(u"signInOk"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(accountText(), u"demo"_s, kPatience);
        QVERIFY(!isKept());
    }

    void inTheFileOfTheOtherTools()
    {
        signIn();
        QTest::mouseClick(child<QRadioButton>(u"signInFile"_s), Qt::LeftButton, {}, QPoint(8, 8));
        QTest::mouseClick(child<QPushButton>(u"signInOk"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(accountText(), u"demo"_s, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(TokenFiles(*m_environment).active().value_or(QString()),
                                  u"hf_demo_write"_s, kPatience);
    }

private:
    template <class T> [[nodiscard]] T *child(const QString &name) const
    {
        return visibleChild<T>(m_bench->window()->findChild<SignInDialog *>(), name);
    }
    [[nodiscard]] QString accountText() const
    {
        return visibleChild<QPushButton>(m_bench->window(), u"accountButton"_s)->text();
    }
    //! The token is in some file.
    [[nodiscard]] bool isKept() const
    {
        return std::ranges::any_of(filesBelow(m_home->path()), [this](const QString &file) {
            return contentOf(m_home->filePath(file)).contains("hf_demo_write");
        });
    }
    //! Until the keychain is missed.
    SignInDialog *signIn()
    {
        m_bench->window()->signIn();
        auto *dialog = m_bench->window()->findChild<SignInDialog *>();
        [&] {
            QTRY_VERIFY(dialog && dialog->isVisible());
            child<QComboBox>(u"signInEndpoint"_s)->setEditText(m_hub.endpoint().toString());
            QTest::keyClicks(child<QLineEdit>(u"signInToken"_s), u"hf_demo_write"_s);
            QTest::mouseClick(child<QPushButton>(u"signInOk"_s), Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(child<QRadioButton>(u"signInSession"_s), kPatience);
        }();
        return dialog;
    }

    LocalHubProcess m_hub;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Environment> m_environment;
    std::unique_ptr<Workbench> m_bench;
};

int main(int argc, char **argv)
{
    // Before anybody has looked for a bus, or could start one.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    qunsetenv("XDG_RUNTIME_DIR");
    qunsetenv("DISPLAY");
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale::c());
    QApplication application(argc, argv);
    TestWithoutKeychain test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_withoutkeychain.moc"
