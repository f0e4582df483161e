// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/account.h"
#include "ui/shell/uicontext.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace hubdesk {

class Accounts;
class ThemedLabel;

//! "Use this account for myorg/*": the rules, with fields for the next one. By keyboard too: Return
//! adds, Delete removes, Alt with an arrow moves. Object names: "rules" (the list), "rulePattern",
//! "ruleAccount", "ruleAdd", "ruleRemove", "ruleProblem".
class AccountRulesBox final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountRulesBox)

public:
    AccountRulesBox(const UiContext &context, Accounts *accounts, QWidget *parent = nullptr);

private:
    void addShortcuts();
    void refresh();
    void add();
    void remove();
    void move(int by);

    Accounts *m_accounts;
    QListWidget *m_list;
    QLineEdit *m_pattern;
    QComboBox *m_account;
    QPushButton *m_add;
    QPushButton *m_remove;
    ThemedLabel *m_problem;
};

} // namespace hubdesk
