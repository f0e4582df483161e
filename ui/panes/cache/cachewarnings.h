// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace hubdesk {

class ThemedLabel;

//! "3 things in the cache folder are not in order", with the list on demand. Object names:
//! "cacheWarnings", "cacheWarningsText", "cacheWarningsShow", "cacheWarningsList".
class CacheWarnings final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CacheWarnings)

public:
    explicit CacheWarnings(const UiContext &context, QWidget *parent = nullptr);

    //! Hides itself when there are none.
    void setWarnings(const QStringList &warnings);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refreshIcon();

    UiContext m_context;
    QLabel *m_icon;
    ThemedLabel *m_text;
    QPushButton *m_show;
    QPlainTextEdit *m_list;
};

} // namespace hubdesk
