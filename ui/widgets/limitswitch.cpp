// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/limitswitch.h"

#include "ui/theme/icons.h"
#include "ui/theme/measures.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

#include <array>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qint64 kThousand = 1000;
constexpr qint64 kMega = 1'000'000;
constexpr std::array<qint64, 8> kCommon{100 * kThousand, 500 * kThousand, kMega,      2 * kMega,
                                        5 * kMega,       10 * kMega,      20 * kMega, 50 * kMega};

} // namespace

LimitSwitch::LimitSwitch(const UiContext &context, const TransferQueue *queue, const QString &name,
                         QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_limits(context.settings, queue),
      m_toggle(new QPushButton(this)),
      m_more(new QPushButton(this)),
      m_menu(new QMenu(this))
{
    setObjectName(name);
    m_toggle->setObjectName(name + u"Toggle"_s);
    m_toggle->setCheckable(true);
    m_toggle->setContextMenuPolicy(Qt::CustomContextMenu);
    m_more->setObjectName(name + u"Menu"_s);
    m_more->setIcon(context.icons->icon(u"chevron-down"_s, Token::TextSecondary));
    m_more->setAccessibleName(tr("Choose a speed limit"));
    m_more->setToolTip(m_more->accessibleName());
    m_more->setFixedWidth(measure::kHuge);
    for (QPushButton *button : {m_toggle, m_more}) {
        button->setProperty("look", u"flat"_s);
        button->setAutoDefault(false);
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_toggle);
    row->addWidget(m_more);
    buildMenu();
    connect(m_toggle, &QPushButton::clicked, &m_limits, &SpeedLimits::setSlow);
    connect(m_toggle, &QWidget::customContextMenuRequested, this, &LimitSwitch::openMenu);
    connect(m_more, &QPushButton::clicked, this, &LimitSwitch::openMenu);
    connect(&m_limits, &SpeedLimits::changed, this, &LimitSwitch::refresh);
    refresh();
}

void LimitSwitch::buildMenu()
{
    m_menu->setObjectName(objectName() + u"List"_s);
    QAction *off = m_menu->addAction(tr("&Not slowed down"));
    off->setObjectName(u"slowOff"_s);
    off->setCheckable(true);
    connect(off, &QAction::triggered, this, [this] { m_limits.setSlow(false); });
    m_menu->addSeparator();
    for (const qint64 limit : kCommon) {
        QAction *action = m_menu->addAction(tr("Slow down to %1").arg(limitText(limit)));
        action->setObjectName(u"slowTo%1"_s.arg(limit / kThousand));
        action->setData(limit);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, limit] { m_limits.slowTo(limit); });
    }
    m_menu->addSeparator();
    QAction *settings = m_menu->addAction(tr("&Limits and hours..."));
    settings->setObjectName(u"slowSettings"_s);
    connect(settings, &QAction::triggered, this, &LimitSwitch::settingsRequested);
    connect(m_menu, &QMenu::aboutToShow, this, &LimitSwitch::markMenu);
}

void LimitSwitch::markMenu()
{
    for (QAction *action : m_menu->actions()) {
        const qint64 limit = action->data().toLongLong();
        action->setChecked(action->isCheckable()
                           && (limit == 0 ? !m_limits.isSlow()
                                          : m_limits.isSlow() && m_limits.slowLimit() == limit));
    }
}

void LimitSwitch::openMenu()
{
    // Above the foot of the window Qt moves it where there is room.
    m_menu->popup(m_toggle->mapToGlobal(QPoint(0, m_toggle->height())));
}

void LimitSwitch::refresh()
{
    const bool slow = m_limits.isSlow();
    m_toggle->setChecked(slow);
    m_toggle->setIcon(
        m_context.icons->icon(u"slow"_s, slow ? Token::Accent : Token::TextSecondary));
    m_toggle->setText(m_limits.limit() > 0 ? tr("At most %1").arg(limitText(m_limits.limit()))
                                           : limitText(0));
    m_toggle->setToolTip(u"%1\n%2"_s.arg(m_limits.sentence(),
                                         slow
                                             ? tr("Click to let transfers run as usual.")
                                             : tr("Click to slow transfers down to %1 for a while.")
                                                   .arg(limitText(m_limits.slowLimit()))));
    m_toggle->setAccessibleName(tr("Slow down. %1").arg(m_limits.sentence()));
}

} // namespace hubdesk
