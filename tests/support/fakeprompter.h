// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/notifier.h"
#include "ui/shell/prompter.h"

#include <QList>
#include <QMetaObject>
#include <QPointer>
#include <QStringList>

#include <utility>

namespace hubdesk {

//! Answers as the test says and remembers what was asked. Answers arrive from the event loop, as
//! real ones do.
class FakePrompter final : public Prompter, public Notifier
{
public:
    bool confirmAnswer = true;
    bool answerAtOnce = true; //!< false: the test calls answerConfirm()
    QString folderAnswer;
    QString fileAnswer;

    QList<Confirmation> confirmations;
    QStringList folderStarts;
    QStringList fileStarts;
    QString saveAnswer;
    QStringList saveStarts;
    QList<QUrl> openedUrls;
    QStringList copiedTexts;
    QStringList copiedSecrets;
    QString textAnswer; //!< of askText(); null: the user gives up
    QList<TextQuestion> textQuestions;
    QStringList notifications;
    std::function<void()> lastNotificationAction;

    void confirm(QWidget *, const Confirmation &question, QObject *context,
                 std::function<void(bool)> answered) override
    {
        confirmations.append(question);
        m_context = context;
        m_answered = std::move(answered);
        if (answerAtOnce)
            answerConfirm(confirmAnswer);
    }
    void answerConfirm(bool yes)
    {
        if (m_context && m_answered)
            QMetaObject::invokeMethod(
                m_context.data(),
                [answered = std::exchange(m_answered, nullptr), yes] { answered(yes); },
                Qt::QueuedConnection);
    }
    void chooseFolder(QWidget *, const QString &, const QString &start, QObject *context,
                      std::function<void(QString)> chosen) override
    {
        folderStarts.append(start);
        QMetaObject::invokeMethod(
            context, [chosen = std::move(chosen), answer = folderAnswer] { chosen(answer); },
            Qt::QueuedConnection);
    }
    void chooseFile(QWidget *, const QString &, const QString &start, const QString &,
                    QObject *context, std::function<void(QString)> chosen) override
    {
        fileStarts.append(start);
        QMetaObject::invokeMethod(
            context, [chosen = std::move(chosen), answer = fileAnswer] { chosen(answer); },
            Qt::QueuedConnection);
    }
    void chooseSaveFile(QWidget *, const QString &, const QString &start, const QString &,
                        QObject *context, std::function<void(QString)> chosen) override
    {
        saveStarts.append(start);
        QMetaObject::invokeMethod(
            context, [chosen = std::move(chosen), answer = saveAnswer] { chosen(answer); },
            Qt::QueuedConnection);
    }
    void openUrl(const QUrl &url) override { openedUrls.append(url); }
    void copyText(const QString &text) override { copiedTexts.append(text); }
    void copySecret(const QString &secret) override { copiedSecrets.append(secret); }
    void askText(QWidget *, const TextQuestion &question, QObject *context,
                 std::function<void(QString)> answered) override
    {
        textQuestions.append(question);
        if (!textAnswer.isNull())
            QMetaObject::invokeMethod(
                context,
                [answered = std::move(answered), answer = textAnswer] { answered(answer); },
                Qt::QueuedConnection);
    }
    void notify(const QString &text, const QString &, std::function<void()> action) override
    {
        notifications.append(text);
        lastNotificationAction = std::move(action);
    }

private:
    QPointer<QObject> m_context;
    std::function<void(bool)> m_answered;
};

} // namespace hubdesk
