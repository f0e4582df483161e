// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/settingspage.h"

#include "ui/theme/measures.h"
#include "ui/widgets/themedlabel.h"

#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

SettingsPage::SettingsPage(const UiContext &context, const QString &title, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_title(title),
      m_column(new QVBoxLayout)
{
    constexpr int kWidest = 760; // longer lines are hard to read
    setAccessibleName(title);
    auto *content = new QWidget(this);
    content->setMaximumWidth(kWidest);
    content->setLayout(m_column);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(content, 1);
    row->addStretch(0);
    m_column->setContentsMargins(measure::kHuge, measure::kHuge, measure::kHuge, measure::kHuge);
    m_column->setSpacing(measure::kSmall);
    m_column->addStretch();
}

SettingsPage::~SettingsPage() = default;

void SettingsPage::addWidget(QWidget *widget)
{
    m_column->insertWidget(m_column->count() - 1, widget);
    widget->setProperty(kSearchGroup, m_group);
    m_afterHeading = false;
}

void SettingsPage::describe(QWidget *control, SettingKey key, const QString &words,
                            const QStringList &variables)
{
    m_keys.append(key);
    QStringList all = control->property(kSearchWords).toStringList();
    all << Settings::name(key) << variables;
    for (const QString &word : words.split(u',', Qt::SkipEmptyParts))
        all << word.trimmed();
    control->setProperty(kSearchWords, all);
}

void SettingsPage::addHeading(const QString &text)
{
    if (!m_first)
        m_column->insertSpacing(m_column->count() - 1, measure::kLarge);
    m_first = false;
    m_group = text;
    auto *heading = new ThemedLabel(m_context.theme, FontRole::Section, Token::Text, this);
    heading->setText(text);
    addWidget(heading);
    m_afterHeading = true;
}

ThemedLabel *SettingsPage::addLabel(const QString &label, QWidget *buddy)
{
    auto *text = new ThemedLabel(m_context.theme, FontRole::Body, Token::Text, this);
    text->setText(label);
    text->setBuddy(buddy);
    // The note above belongs to what is above it.
    if (!std::exchange(m_afterHeading, false))
        m_column->insertSpacing(m_column->count() - 1, measure::kSmall);
    buddy->setAccessibleName(label);
    addWidget(text);
    return text;
}

void SettingsPage::addField(const QString &label, QWidget *control)
{
    addLabel(label, control);
    addWidget(control);
}

void SettingsPage::addRow(const QList<QWidget *> &controls, int stretchIndex)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(measure::kSmall);
    for (int i = 0; i < controls.size(); ++i) {
        controls.at(i)->setProperty(kSearchGroup, m_group);
        row->addWidget(controls.at(i), i == stretchIndex ? 1 : 0);
    }
    if (stretchIndex < 0)
        row->addStretch();
    m_column->insertLayout(m_column->count() - 1, row);
}

ThemedLabel *SettingsPage::addNote(const QString &objectName, const QString &text)
{
    auto *note = new ThemedLabel(m_context.theme, FontRole::Secondary, Token::TextSecondary, this);
    note->setObjectName(objectName);
    note->setWordWrap(true);
    note->setText(text);
    note->setVisible(!text.isEmpty());
    addWidget(note);
    return note;
}

void SettingsPage::setNote(ThemedLabel *note, const QString &text, Token token)
{
    note->setToken(token);
    note->setText(text);
    note->setVisible(!text.isEmpty());
}

QString variableNote(const QString &variable)
{
    return variable.isEmpty()
        ? QString()
        : SettingsPage::tr("Set by the environment variable %1. Start Hubdesk without it to choose "
                           "here.")
              .arg(variable);
}

} // namespace hubdesk
