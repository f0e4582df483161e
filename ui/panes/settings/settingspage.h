// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace hubdesk {

class ThemedLabel;

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
    //! Shows \a text in \a note, hides it when there is nothing to say.
    static void setNote(ThemedLabel *note, const QString &text, Token token);

private:
    UiContext m_context;
    QString m_title;
    QVBoxLayout *m_column;
    bool m_first = true;
    bool m_afterHeading = true;
};

//! "Set by HF_ENDPOINT. Remove the variable to choose here."
[[nodiscard]] QString variableNote(const QString &variable);

} // namespace hubdesk
