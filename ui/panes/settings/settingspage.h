// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "ui/shell/uicontext.h"
#include "ui/theme/theme.h"

#include <QList>
#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace hubdesk {

class ThemedLabel;

//! Dynamic properties by which the search finds a control: more words than it shows, and the
//! heading that it stands under.
inline constexpr char kSearchWords[] = "settingsSearchWords";
inline constexpr char kSearchGroup[] = "settingsSearchGroup";

//! One page of the settings: a column of groups with a title, controls and notes. What is changed
//! applies at once.
class SettingsPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsPage)

public:
    SettingsPage(const UiContext &context, const QString &title, QWidget *parent = nullptr);
    ~SettingsPage() override;

    [[nodiscard]] const QString &title() const { return m_title; }
    //! The settings that can be changed here, as describe() was told.
    [[nodiscard]] const QList<SettingKey> &keys() const { return m_keys; }

protected:
    [[nodiscard]] const UiContext &context() const { return m_context; }
    //! Begins a group with a heading.
    void addHeading(const QString &text);
    //! A label above \a control; the label is its buddy and accessible name.
    void addField(const QString &label, QWidget *control);
    //! \a control and what stands beside it in one row.
    void addRow(const QList<QWidget *> &controls, int stretchIndex);
    ThemedLabel *addLabel(const QString &label, QWidget *buddy);
    ThemedLabel *addNote(const QString &objectName, const QString &text = {});
    void addWidget(QWidget *widget);
    //! Says what \a control sets, so that the search finds it by the setting's name, by other \a
    //! words for the same (separated by commas) and by environment variables.
    void describe(QWidget *control, SettingKey key, const QString &words = {},
                  const QStringList &variables = {});
    //! Shows \a text in \a note, hides it when there is nothing to say.
    static void setNote(ThemedLabel *note, const QString &text, Token token);
    //! A setting of this page's subject that has its control elsewhere: a reset means it, too.
    void addKey(SettingKey key) { m_keys.append(key); }

private:
    UiContext m_context;
    QString m_title;
    QString m_group;
    QList<SettingKey> m_keys;
    QVBoxLayout *m_column;
    bool m_first = true;
    bool m_afterHeading = true;
};

//! "Set by HF_ENDPOINT. Remove the variable to choose here."
[[nodiscard]] QString variableNote(const QString &variable);

} // namespace hubdesk
