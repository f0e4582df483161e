// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <any>

class QAction;

namespace hubdesk {

//! One place of the navigation. Panes get their controllers by constructor and know nothing of the
//! main window; what they want from it they say by signal.
class Pane : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Pane)

public:
    //! \a id: the navigation label in lower case ("browse"); also the object name. \a title:
    //! translated.
    Pane(const UiContext &context, const QString &id, const QString &title,
         QWidget *parent = nullptr);
    ~Pane() override;

    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] const UiContext &context() const { return m_context; }

    //! F5.
    virtual void refresh();
    //! Ctrl+F: the filter or search field of this pane.
    virtual void focusSearch();
    //! Where the keyboard goes when the pane is shown.
    virtual void focusContent();

    [[nodiscard]] virtual bool canGoBack() const;
    [[nodiscard]] virtual bool canGoForward() const;
    virtual void back();
    virtual void forward();

    //! Goes to \a address: hf:// address, web link or search text. False when it is none of this
    //! pane's.
    virtual bool navigate(const QString &address);
    //! What the address field shows for the place that is open; empty: the pane has no addresses.
    [[nodiscard]] virtual QString address() const;

    //! Where the user is and was, for a pane of the same kind that takes the place of this one.
    //! Empty: nowhere in particular.
    [[nodiscard]] virtual std::any history() const { return {}; }
    //! \a history: what history() of another one gave.
    virtual void takeHistory(const std::any & /*history*/) { }

    //! Actions for the menu bar, in order; a separator is an action with isSeparator().
    [[nodiscard]] const QList<QAction *> &menuActions() const { return m_menuActions; }

Q_SIGNALS:
    //! canGoBack() or canGoForward() changed.
    void historyChanged();
    //! What the address field is to show.
    void addressChanged(const QString &address);
    //! "Show \a address (may be empty) in the pane \a paneId."
    void openRequested(const QString &paneId, const QString &address);

protected:
    //! Makes an action with icon, owned by the pane and listed in the menu bar while the pane is
    //! shown.
    QAction *addMenuAction(const QString &objectName, const QString &text,
                           const QString &icon = {});
    void addMenuSeparator();
    //! notifier->notify() if there is one.
    void notify(const QString &text) const;

private:
    UiContext m_context;
    QString m_id;
    QString m_title;
    QList<QAction *> m_menuActions;
};

} // namespace hubdesk
