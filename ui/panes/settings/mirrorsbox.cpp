// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/mirrorsbox.h"

#include "core/settings/settings.h"
#include "ui/theme/measures.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kRows = 4; // that the list has room for

} // namespace

MirrorsBox::MirrorsBox(const UiContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_list(new QListWidget(this)),
      m_address(new QLineEdit(this)),
      m_add(new QPushButton(tr("Add"), this)),
      m_up(new QPushButton(tr("Up"), this)),
      m_down(new QPushButton(tr("Down"), this)),
      m_remove(new QPushButton(tr("Remove"), this)),
      m_problem(new ThemedLabel(context.theme, FontRole::Secondary, Token::Bad, this))
{
    m_list->setObjectName(u"mirrors"_s);
    m_list->setAccessibleName(tr("Mirrors, in the order of preference"));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_address->setObjectName(u"mirrorAddress"_s);
    m_address->setPlaceholderText(u"https://mirror.example.com"_s);
    m_problem->setObjectName(u"mirrorProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    buildButtons();

    auto *entry = new QHBoxLayout;
    entry->setSpacing(measure::kSmall);
    entry->addWidget(m_address, 1);
    entry->addWidget(m_add);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(measure::kSmall);
    for (QPushButton *button : {m_up, m_down, m_remove})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::kSmall);
    column->addLayout(entry);
    column->addWidget(m_problem);
    column->addWidget(m_list);
    column->addLayout(buttons);
    column->addStretch(1);

    connect(m_address, &QLineEdit::returnPressed, this, &MirrorsBox::add);
    connect(m_address, &QLineEdit::textEdited, m_problem, &QWidget::hide);
    connect(m_list, &QListWidget::currentRowChanged, this, &MirrorsBox::updateButtons);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        if (m_filling)
            return;
        MirrorList list = mirrors();
        list.setOn(static_cast<size_t>(m_list->row(item)), item->checkState() == Qt::Checked);
        store(list);
    });
    // Later: the list is filled anew then, and the drop is not over yet.
    connect(
        m_list->model(), &QAbstractItemModel::rowsMoved, this,
        [this](const QModelIndex &, int from, int, const QModelIndex &, int before) {
            moveTo(from, before > from ? before - 1 : before);
        },
        Qt::QueuedConnection);
    addShortcuts();
    connect(context.settings, &Settings::changed, this, [this](SettingKey key) {
        if (key == SettingKey::Mirrors)
            refresh();
    });
    refresh();
}

QWidget *MirrorsBox::field() const
{
    return m_address;
}

void MirrorsBox::buildButtons()
{
    const auto prepare = [](QPushButton *button, const QString &name, const QString &accessible) {
        button->setObjectName(name);
        button->setAccessibleName(accessible);
        button->setAutoDefault(false);
    };
    prepare(m_add, u"mirrorAdd"_s, tr("Add the mirror"));
    prepare(m_up, u"mirrorUp"_s, tr("Prefer the mirror"));
    prepare(m_down, u"mirrorDown"_s, tr("Put the mirror behind the next one"));
    prepare(m_remove, u"mirrorRemove"_s, tr("Remove the mirror"));
    m_up->setToolTip(tr("Alt+Up in the list"));
    m_down->setToolTip(tr("Alt+Down in the list"));
    m_remove->setToolTip(tr("Delete in the list"));
    connect(m_add, &QPushButton::clicked, this, &MirrorsBox::add);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, &MirrorsBox::remove);
}

void MirrorsBox::addShortcuts()
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

MirrorList MirrorsBox::mirrors() const
{
    return MirrorList::parse(m_context.settings->text(SettingKey::Mirrors));
}

void MirrorsBox::store(const MirrorList &mirrors)
{
    m_context.settings->setValue(SettingKey::Mirrors, mirrors.toString());
}

void MirrorsBox::refresh()
{
    const MirrorList list = mirrors();
    const int row = m_list->currentRow();
    m_filling = true;
    m_list->clear();
    for (const MirrorList::Entry &entry : list.entries()) {
        auto *item = new QListWidgetItem(entry.url.toString(), m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                       | Qt::ItemIsDragEnabled);
        item->setCheckState(entry.isOn ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    m_filling = false;
    const int rows = std::clamp(m_list->count(), 1, kRows);
    const int height = std::max(m_list->sizeHintForRow(0), fontMetrics().height());
    m_list->setFixedHeight(rows * height + 2 * m_list->frameWidth() + measure::kSmall);
    const bool isEmpty = m_list->count() == 0;
    for (QWidget *each : std::initializer_list<QWidget *>{m_list, m_up, m_down, m_remove})
        each->setVisible(!isEmpty);
    updateButtons();
}

void MirrorsBox::updateButtons()
{
    const int row = m_list->currentRow();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
    m_remove->setEnabled(row >= 0);
}

void MirrorsBox::add()
{
    const QString text = m_address->text();
    if (text.trimmed().isEmpty())
        return;
    const auto url = MirrorList::parseUrl(text);
    MirrorList list = mirrors();
    QString problem;
    if (!url)
        problem = url.error();
    else if (list.contains(*url))
        problem = tr("This mirror is in the list already.");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (!problem.isEmpty())
        return;
    list.add(*url);
    m_address->clear();
    store(list);
    m_list->setCurrentRow(m_list->count() - 1);
}

void MirrorsBox::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    MirrorList list = mirrors();
    list.remove(static_cast<size_t>(row));
    store(list);
    // The button may be gone by now.
    if (list.size() == 0)
        m_address->setFocus();
}

void MirrorsBox::move(int by)
{
    const int row = m_list->currentRow();
    if (row >= 0)
        moveTo(row, row + by);
}

void MirrorsBox::moveTo(int row, int to)
{
    MirrorList list = mirrors();
    if (to < 0 || static_cast<size_t>(std::max(row, to)) >= list.size())
        return;
    list.move(static_cast<size_t>(row), static_cast<size_t>(to));
    store(list);
    m_list->setCurrentRow(to);
}

} // namespace hubdesk
