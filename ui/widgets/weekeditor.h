// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/weekplan.h"
#include "ui/shell/uicontext.h"

#include <QWidget>

class QAction;
class QMenu;
class QPushButton;

namespace hubdesk {

class SpeedField;
class ThemedLabel;
class WeekGrid;

//! Edits a WeeklySchedule: the grid, presets, a day copied to others, undo, and what it all means
//! in words. Object names: "weekGrid", "weekPresets", "weekCopy", "weekUndo", "weekRedo",
//! "weekClear", "weekBrush", "weekSummary"; of the actions in the menus "weekPreset0" and so on,
//! "weekCopyAll", "weekCopyWorkdays", "weekCopy1" to "weekCopy7".
class WeekEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WeekEditor)

public:
    enum class Kind {
        Hours, //!< Only whether an hour is marked.
        Limits, //!< Each span has a speed.
    };

    //! \a emptyText: what it means when nothing is marked.
    WeekEditor(const UiContext &context, Kind kind, QString emptyText, QWidget *parent = nullptr);
    ~WeekEditor() override;

    //! Says nothing and forgets what could be undone.
    void setSchedule(const WeeklySchedule &schedule);
    [[nodiscard]] const WeeklySchedule &schedule() const;

Q_SIGNALS:
    //! By the user, undo included.
    void scheduleChanged(const hubdesk::WeeklySchedule &schedule);

private:
    void build();
    void buildPresets();
    void buildCopy();
    void edit(const WeeklySchedule &schedule);
    void step(std::vector<WeeklySchedule> &from, std::vector<WeeklySchedule> &to);
    void show(const WeeklySchedule &schedule);
    void refresh();
    [[nodiscard]] qint64 brush() const; // bytes/s
    QPushButton *addButton(const QString &name, const QString &text, const QString &icon);

    UiContext m_context;
    Kind m_kind;
    QString m_emptyText;
    WeekGrid *m_grid;
    SpeedField *m_brush = nullptr;
    QPushButton *m_presets;
    QPushButton *m_copy;
    QPushButton *m_clear;
    QPushButton *m_undoButton;
    QPushButton *m_redoButton;
    ThemedLabel *m_summary;
    std::vector<QAction *> m_copyDays; // Monday first
    std::vector<WeeklySchedule> m_undo;
    std::vector<WeeklySchedule> m_redo;
};

} // namespace hubdesk
