// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paneheader.h"

#include "ui/theme/measures.h"
#include "ui/widgets/themedlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hubdesk {

void makePrimary(QPushButton *button)
{
    button->setProperty("look", u"primary"_s);
    button->update();
}

void makeDestructive(QPushButton *button)
{
    button->setProperty("look", u"destructive"_s);
    button->update();
}

void bindButton(QPushButton *button, QAction *action)
{
    const auto follow = [button, action] {
        button->setText(action->iconText());
        if (button->property("look").toString() != "primary"_L1)
            button->setIcon(action->icon());
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString tip = action->text().remove(u'&');
        const QString reason = action->isEnabled() ? QString() : action->statusTip();
        button->setToolTip(!reason.isEmpty()    ? reason
                               : keys.isEmpty() ? tip
                                                : u"%1 (%2)"_s.arg(tip, keys));
        button->setAccessibleName(tip);
        button->setAccessibleDescription(reason);
    };
    follow();
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
}

PaneHeader::PaneHeader(const UiContext &context, const QString &title, QWidget *parent)
    : QWidget(parent),
      m_title(new ThemedLabel(context.theme, FontRole::Title, Token::Text, this)),
      m_facts(new ThemedLabel(context.theme, FontRole::Secondary, Token::TextSecondary, this)),
      m_widgets(new QHBoxLayout),
      m_buttons(new QHBoxLayout)
{
    m_title->setObjectName(u"paneTitle"_s);
    m_title->setText(title);
    m_facts->setObjectName(u"paneFacts"_s);
    m_facts->setElideMode(Qt::ElideRight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(measure::kMedium);
    row->addWidget(m_title);
    row->addWidget(m_facts, 1);
    row->addLayout(m_widgets);
    m_widgets->setSpacing(measure::kSmall);
    m_buttons->setSpacing(measure::kSmall);
    row->addLayout(m_buttons);
}

PaneHeader::~PaneHeader() = default;

void PaneHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PaneHeader::setFacts(const QString &facts)
{
    m_facts->setText(facts);
}

QString PaneHeader::facts() const
{
    return m_facts->text();
}

void PaneHeader::addWidget(QWidget *widget)
{
    m_widgets->addWidget(widget);
}

QPushButton *PaneHeader::addAction(QAction *action)
{
    QPushButton *button = makeButton(action);
    bindButton(button, action);
    return button;
}

QPushButton *PaneHeader::setPrimaryAction(QAction *action)
{
    QPushButton *button = makeButton(action);
    makePrimary(button);
    bindButton(button, action);
    return button;
}

QPushButton *PaneHeader::makeButton(QAction *action)
{
    auto *button = new QPushButton(this);
    button->setObjectName(action->objectName() + u"Button"_s);
    button->setAutoDefault(false);
    m_buttons->addWidget(button);
    return button;
}

} // namespace hubdesk
