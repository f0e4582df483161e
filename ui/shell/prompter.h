// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>

class QWidget;

namespace hubdesk {

//! A question with two answers.
struct Confirmation
{
    QString title; //!< The question, e.g. "Quit while downloads run?"
    QString text; //!< What will happen, one or two sentences.
    QString details; //!< May be empty; shown on demand.
    QString acceptText; //!< A verb: "Quit", "Cancel downloads".
    QString rejectText; //!< Empty: "Cancel".
    bool destructive = false; //!< The accept button is red.
};

//! A question with a line of text as its answer.
struct TextQuestion
{
    QString title;
    QString label;
    QString text; //!< To begin with.
};

//! Everything that leaves our window or stops to ask: confirmations, pickers, browser, clipboard.
//! The window has SystemPrompter, tests have FakePrompter. Answers come later, on the GUI thread,
//! and never when \a context is gone.
class Prompter
{
public:
    Prompter() = default;
    Prompter(const Prompter &) = delete;
    Prompter &operator=(const Prompter &) = delete;
    virtual ~Prompter() = default;

    virtual void confirm(QWidget *parent, const Confirmation &question, QObject *context,
                         std::function<void(bool)> answered) = 0;
    //! \a chosen gets an empty string when the user gives up.
    virtual void chooseFolder(QWidget *parent, const QString &title, const QString &start,
                              QObject *context, std::function<void(QString)> chosen) = 0;
    virtual void chooseFile(QWidget *parent, const QString &title, const QString &start,
                            const QString &filter, QObject *context,
                            std::function<void(QString)> chosen) = 0;
    //! Where something is to be written: \a start is the suggested file. Asks itself before
    //! something is replaced; gives the name the ending of the chosen filter when it has none.
    virtual void chooseSaveFile(QWidget *parent, const QString &title, const QString &start,
                                const QString &filter, QObject *context,
                                std::function<void(QString)> chosen) = 0;
    //! Web page in the browser, file or folder in the file manager.
    virtual void openUrl(const QUrl &url) = 0;
    virtual void copyText(const QString &text) = 0;
    //! As copyText(), for a minute only, and not for the history of the clipboard.
    virtual void copySecret(const QString &secret) = 0;
    //! \a answered is not called when the user gives up.
    virtual void askText(QWidget *parent, const TextQuestion &question, QObject *context,
                         std::function<void(QString)> answered) = 0;
};

} // namespace hubdesk
