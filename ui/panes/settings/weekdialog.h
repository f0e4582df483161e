// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/weekeditor.h"

#include <QDialog>

namespace hubdesk {

//! A WeekEditor for one setting that holds a schedule; what is edited applies at once. Opened with
//! open(). Object name: "weekDialog".
class WeekDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WeekDialog)

public:
    //! What the editor is told about itself.
    struct Words
    {
        QString title;
        QString intro; //!< What marked hours mean.
        QString empty; //!< What it means when nothing is marked.
    };

    WeekDialog(const UiContext &context, WeekEditor::Kind kind, const Words &words,
               const WeeklySchedule &schedule, QWidget *parent = nullptr);

Q_SIGNALS:
    void scheduleChanged(const hubdesk::WeeklySchedule &schedule);
};

} // namespace hubdesk
