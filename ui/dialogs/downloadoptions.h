// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/transfer.h"
#include "ui/shell/uicontext.h"

#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QPushButton;

namespace hubdesk {

class SpeedField;
class ThemedLabel;

//! When a download starts, its priority and its own speed limit; folded away at first. Object
//! names: "downloadOptions", "downloadWhen", "downloadStartTime", "downloadPriority",
//! "downloadLimit", "downloadOptionsText".
class DownloadOptions final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadOptions)

public:
    explicit DownloadOptions(const UiContext &context, QWidget *parent = nullptr);

    [[nodiscard]] TransferOptions options() const;

Q_SIGNALS:
    void changed();

private:
    enum When { Now, InAnHour, Tonight, TomorrowMorning, OtherTime };

    void build();
    void unfold(bool open);
    void refresh();
    [[nodiscard]] QDateTime start() const; // in the user's zone; invalid: at once

    UiContext m_context;
    QPushButton *m_fold;
    ThemedLabel *m_text;
    QWidget *m_content;
    QComboBox *m_when;
    QDateTimeEdit *m_time;
    QComboBox *m_priority;
    SpeedField *m_limit;
    bool m_isOpen = false;
};

} // namespace hubdesk
