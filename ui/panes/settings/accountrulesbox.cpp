// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/accountrulesbox.h"

#include "core/account/accounts.h"
#include "ui/theme/measures.h"
#include "ui/widgets/themedlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kRows = 4;

bool isPattern(const QString &text)
{
    static const QRegularExpression pattern(u"^[\\w.*?-]+(/[\\w.*?-]+)?$"_s);
    return pattern.match(text).hasMatch();
}

} // namespace

AccountRulesBox::AccountRulesBox(const UiContext &context, Accounts *accounts, QWidget *parent)
    : QWidget(parent),
      m_accounts(accounts),
      m_list(new QListWidget(this)),
      m_pattern(new QLineEdit(this)),
      m_account(new QComboBox(this)),
      m_add(new QPushButton(tr("Add"), this)),
      m_remove(new QPushButton(tr("Remove"), this)),
      m_problem(new ThemedLabel(context.theme, FontRole::Secondary, Token::Bad, this))
{
    m_list->setObjectName(u"rules"_s);
    m_list->setAccessibleName(tr("Rules, the first that fits counts"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pattern->setObjectName(u"rulePattern"_s);
    m_pattern->setAccessibleName(tr("Organization or repo"));
    m_pattern->setPlaceholderText(u"myorg/*"_s);
    m_account->setObjectName(u"ruleAccount"_s);
    m_account->setAccessibleName(tr("Account for it"));
    m_add->setObjectName(u"ruleAdd"_s);
    m_add->setAccessibleName(tr("Add the rule"));
    m_remove->setObjectName(u"ruleRemove"_s);
    m_remove->setAccessibleName(tr("Remove the rule"));
    m_remove->setToolTip(tr("Delete in the list"));
    m_problem->setObjectName(u"ruleProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *entry = new QHBoxLayout;
    entry->setSpacing(measure::kSmall);
    entry->addWidget(m_pattern, 1);
    entry->addWidget(m_account, 1);
    entry->addWidget(m_add);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::kSmall);
    column->addLayout(entry);
    column->addWidget(m_problem);
    column->addWidget(m_list);
    column->addLayout(buttons);
    for (QPushButton *each : {m_add, m_remove})
        each->setAutoDefault(false);
    connect(m_add, &QPushButton::clicked, this, &AccountRulesBox::add);
    connect(m_remove, &QPushButton::clicked, this, &AccountRulesBox::remove);
    connect(m_pattern, &QLineEdit::returnPressed, this, &AccountRulesBox::add);
    connect(m_pattern, &QLineEdit::textEdited, m_problem, &QWidget::hide);
    connect(m_list, &QListWidget::currentRowChanged, m_remove,
            [this](int row) { m_remove->setEnabled(row >= 0); });
    connect(accounts, &Accounts::listChanged, this, &AccountRulesBox::refresh);
    addShortcuts();
    refresh();
}

void AccountRulesBox::addShortcuts()
{
    const auto bind = [this](const QKeySequence &keys, auto slot) {
        auto *shortcut = new QShortcut(keys, m_list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    bind(QKeySequence(Qt::Key_Delete), [this] { remove(); });
    bind(QKeySequence(Qt::ALT | Qt::Key_Up), [this] { move(-1); });
    bind(QKeySequence(Qt::ALT | Qt::Key_Down), [this] { move(1); });
}

void AccountRulesBox::refresh()
{
    const AccountList &list = m_accounts->list();
    // At first the account in use, which a rule is most often an exception from.
    const QString chosen =
        m_account->count() > 1 ? m_account->currentData().toString() : list.activeId;
    m_account->clear();
    for (const Account &account : list.accounts)
        m_account->addItem(account.name, account.id);
    m_account->addItem(tr("no account"), QString());
    m_account->setCurrentIndex(std::max(0, m_account->findData(chosen)));
    const int row = m_list->currentRow();
    m_list->clear();
    for (const AccountRule &rule : list.rules) {
        const Account *account = list.find(rule.accountId);
        m_list->addItem(account ? tr("%1 as %2").arg(rule.pattern, account->name)
                                : tr("%1 without an account").arg(rule.pattern));
    }
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    m_remove->setEnabled(m_list->currentRow() >= 0);
    const bool isEmpty = list.rules.empty();
    m_list->setVisible(!isEmpty);
    m_remove->setVisible(!isEmpty);
    const int rows = std::clamp(m_list->count(), 1, kRows);
    m_list->setFixedHeight(rows * std::max(m_list->sizeHintForRow(0), fontMetrics().height())
                           + 2 * m_list->frameWidth());
}

void AccountRulesBox::add()
{
    const QString pattern = m_pattern->text().trimmed();
    if (pattern.isEmpty())
        return;
    std::vector<AccountRule> rules = m_accounts->list().rules;
    QString problem;
    if (!isPattern(pattern))
        problem = tr("A rule names an organization, such as myorg or myorg/*, or a repo, such as "
                     "myorg/model.");
    else if (std::ranges::contains(rules, pattern, &AccountRule::pattern))
        problem = tr("There is a rule for %1 already.").arg(pattern);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (!problem.isEmpty())
        return;
    rules.push_back({pattern, m_account->currentData().toString()});
    m_pattern->clear();
    m_accounts->setRules(rules);
    m_list->setCurrentRow(m_list->count() - 1);
}

void AccountRulesBox::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    std::vector<AccountRule> rules = m_accounts->list().rules;
    rules.erase(rules.begin() + row);
    m_accounts->setRules(rules);
    if (m_list->count() == 0)
        m_pattern->setFocus();
}

void AccountRulesBox::move(int by)
{
    const int row = m_list->currentRow();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_list->count())
        return;
    std::vector<AccountRule> rules = m_accounts->list().rules;
    std::swap(rules[static_cast<size_t>(row)], rules[static_cast<size_t>(to)]);
    m_accounts->setRules(rules);
    m_list->setCurrentRow(to);
}

} // namespace hubdesk
