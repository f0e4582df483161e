// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/accountmenu.h"

#include "core/model/accountcontroller.h"

#include <QActionGroup>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace hubdesk {

AccountMenu::AccountMenu(AccountController *controller, QWidget *parent)
    : QMenu(parent),
      m_controller(controller)
{
    setObjectName(u"accountMenu"_s);
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &AccountMenu::fill);
}

void AccountMenu::fill()
{
    clear();
    delete m_group;
    m_group = new QActionGroup(this);
    const AccountList &list = m_controller->accounts()->list();
    const auto addChoice = [&](const QString &text, const QString &id, const QString &name) {
        QAction *action = addAction(text);
        action->setObjectName(name);
        action->setData(id);
        action->setCheckable(true);
        action->setChecked(list.activeId == id);
        m_group->addAction(action);
        connect(action, &QAction::triggered, this, [this, id] { use(id); });
        return action;
    };
    for (const Account &account : list.accounts) {
        // A & in a name is a letter, not a shortcut.
        const QString name = QString(account.name).replace(u'&', u"&&"_s);
        addChoice(tr("%1 at %2").arg(name, endpointText(account.endpoint)), account.id,
                  u"accountItem"_s)
            ->setToolTip(account.endpoint.toString());
    }
    if (!list.accounts.empty())
        addChoice(tr("None of them"), {}, u"accountItemNone"_s)
            ->setToolTip(tr("What the environment and the files of the other tools say"));
    addSeparator();
    QAction *signIn = addAction(tr("Sign in…"));
    signIn->setObjectName(u"accountItemSignIn"_s);
    connect(signIn, &QAction::triggered, this, &AccountMenu::signInRequested);
    QAction *settings = addAction(tr("Accounts…"));
    settings->setObjectName(u"accountItemSettings"_s);
    connect(settings, &QAction::triggered, this, &AccountMenu::settingsRequested);
}

void AccountMenu::use(const QString &id)
{
    m_controller->accounts()->activate(id, [self = QPointer(this)](const Result<void> &result) {
        if (self && !result)
            Q_EMIT self->failed(result.error().message);
    });
}

} // namespace hubdesk
