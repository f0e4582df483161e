// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/uifixture.h"
#include "ui/widgets/statestack.h"

#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace hubdesk;
using State = StateStack::State;

class TestStateStack : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<StateStack> m_stack;
    QListView *m_content = nullptr;

    static Error serverError()
    {
        Error error;
        error.kind = ErrorKind::Server;
        error.message = u"The Hub answered with an error."_s;
        error.httpStatus = 502;
        error.requestId = u"Root=1-abc"_s;
        return error;
    }
    template <class T> T *seen(const QString &name) { return visibleChild<T>(m_stack.get(), name); }

private Q_SLOTS:
    void init()
    {
        m_ui = std::make_unique<UiFixture>();
        m_content = new QListView;
        m_stack = std::make_unique<StateStack>(m_ui->context(), m_content);
        m_stack->resize(700, 500);
        QVERIFY(showActive(m_stack.get()));
    }
    void cleanup()
    {
        m_stack.reset();
        m_ui.reset();
    }

    void skeletonComesLate()
    {
        m_stack->showLoading();
        QVERIFY(!seen<QWidget>(u"stateLoading"_s));
        QTRY_VERIFY(seen<QWidget>(u"stateLoading"_s));
        m_stack->showReady();
        QVERIFY(m_content->isVisible());
        QVERIFY(!seen<QWidget>(u"stateLoading"_s));
    }

    void quickAnswerShowsNoSkeleton()
    {
        m_stack->showLoading();
        m_stack->showReady();
        QVERIFY(m_content->isVisible());
        QVERIFY(!QTest::qWaitFor([this] { return seen<QWidget>(u"stateLoading"_s) != nullptr; },
                                 2 * StateStack::kSkeletonDelay));
    }

    void oldAnswerStaysWhileLoading()
    {
        m_stack->showReady();
        m_stack->showLoading();
        QCOMPARE(m_stack->state(), State::Loading);
        QVERIFY(m_content->isVisible());
    }

    void emptyByMouseAndKeyboard()
    {
        QSignalSpy action(m_stack.get(), &StateStack::actionRequested);
        m_stack->showEmpty(u"Nothing here"_s, u"Do it"_s, u"cache"_s);
        auto *button = seen<QPushButton>(u"stateAction"_s);
        QVERIFY(button);
        QCOMPARE(button->text(), u"Do it"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(action.count(), 1);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QTest::keyClick(button, Qt::Key_Return);
        QCOMPARE(action.count(), 3);
        QVERIFY(!seen<QPushButton>(u"stateRetry"_s));
    }

    void errorWithRetryDetailsAndCopy()
    {
        QSignalSpy retry(m_stack.get(), &StateStack::retryRequested);
        m_stack->showError(serverError());
        QCOMPARE(seen<QLabel>(u"stateText"_s)->text(), u"The Hub answered with an error."_s);
        QVERIFY(!seen<QLabel>(u"stateAdvice"_s)->text().isEmpty());
        auto *button = seen<QPushButton>(u"stateRetry"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(retry.count(), 2);
        QVERIFY(!seen<QPlainTextEdit>(u"stateDetailsText"_s));
        QTest::mouseClick(seen<QPushButton>(u"stateDetails"_s), Qt::LeftButton);
        QVERIFY(
            seen<QPlainTextEdit>(u"stateDetailsText"_s)->toPlainText().contains(u"Root=1-abc"_s));
        QTest::mouseClick(seen<QPushButton>(u"stateCopy"_s), Qt::LeftButton);
        QCOMPARE(m_ui->prompter.copiedTexts.size(), 1);
        QVERIFY(m_ui->prompter.copiedTexts.constFirst().contains(u"502"_s));
    }

    void errorKeepsContent()
    {
        QSignalSpy retry(m_stack.get(), &StateStack::retryRequested);
        m_stack->showReady();
        m_stack->showError(serverError());
        QVERIFY(m_content->isVisible());
        QTest::mouseClick(seen<QPushButton>(u"bannerRetry"_s), Qt::LeftButton);
        QCOMPARE(retry.count(), 1);
        m_stack->showReady();
        QVERIFY(!seen<QPushButton>(u"bannerRetry"_s));
        m_stack->clearContent();
        m_stack->showError(serverError());
        QVERIFY(!m_content->isVisible());
    }

    void signInNeeded()
    {
        QSignalSpy signIn(m_stack.get(), &StateStack::signInRequested);
        m_stack->showSignIn(u"Sign in to see this"_s);
        auto *button = seen<QPushButton>(u"stateSignIn"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QTest::keyClick(button, Qt::Key_Return);
        QCOMPARE(signIn.count(), 2);
    }

    void offlineWithAndWithoutContent()
    {
        QSignalSpy online(m_stack.get(), &StateStack::goOnlineRequested);
        m_stack->showOffline();
        QTest::mouseClick(seen<QPushButton>(u"stateGoOnline"_s), Qt::LeftButton);
        m_stack->showReady();
        const QDateTime date(QDate(2026, 5, 3), QTime(14, 2));
        m_stack->showOffline(date);
        QVERIFY(m_content->isVisible());
        QVERIFY(seen<QLabel>(u"bannerText"_s)->text().contains(u"2026"_s));
        QTest::mouseClick(seen<QPushButton>(u"bannerGoOnline"_s), Qt::LeftButton);
        QCOMPARE(online.count(), 2);
    }

    void kindDecides()
    {
        m_stack->showFailure(failure(ErrorKind::Unauthorized, u"No token"_s).error());
        QCOMPARE(m_stack->state(), State::SignInNeeded);
        m_stack->showFailure(failure(ErrorKind::Offline, u"Off"_s).error());
        QCOMPARE(m_stack->state(), State::Offline);
        m_stack->showFailure(failure(ErrorKind::Canceled, {}).error());
        QCOMPARE(m_stack->state(), State::Offline);
        m_stack->showFailure(serverError());
        QCOMPARE(m_stack->state(), State::Error);
    }

    void focusGoesAlong()
    {
        m_stack->showReady();
        m_content->setFocus();
        m_stack->clearContent();
        m_stack->showError(serverError());
        QCOMPARE(QApplication::focusWidget(), seen<QPushButton>(u"stateRetry"_s));
        m_stack->showReady();
        QCOMPARE(QApplication::focusWidget(), m_content);
    }
};

HUBDESK_UI_TEST_MAIN(TestStateStack)
#include "tst_statestack.moc"
