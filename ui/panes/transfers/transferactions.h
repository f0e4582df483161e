// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/transferscontroller.h"
#include "ui/shell/uicontext.h"

#include <QObject>

class QAction;
class QWidget;

namespace hubdesk {

//! The verbs of the transfer list for the selection. Makes no widgets: the pane puts the actions
//! into menu bar, context menu and buttons.
class TransferActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferActions)

public:
    //! Where actions come from: Pane::addMenuAction().
    using MakeAction =
        std::function<QAction *(const QString &name, const QString &text, const QString &icon)>;

    //! \a makePlan: called where the plan actions belong in the menu.
    TransferActions(const UiContext &context, TransfersController *controller,
                    const MakeAction &make, const std::function<void()> &makeSeparator,
                    const std::function<void()> &makePlan, QWidget *pane);

    void setSelection(const std::vector<TransferId> &ids);
    //! What Enter and a double click do: the folder of one that has arrived.
    void open();

    [[nodiscard]] QAction *pauseAll() const { return m_pauseAll; }
    [[nodiscard]] QAction *resumeAll() const { return m_resumeAll; }
    [[nodiscard]] QAction *retryAll() const { return m_retryAll; }
    [[nodiscard]] QAction *clearFinished() const { return m_clearFinished; }
    [[nodiscard]] QAction *openFolder() const { return m_openFolder; }
    [[nodiscard]] QAction *copyPath() const { return m_copyPath; }
    //! For the context menu; nullptr stands for a separator.
    [[nodiscard]] QList<QAction *> forSelection() const;

Q_SIGNALS:
    //! "Show this repo in Browse."
    void browseRequested(const QString &address);

private:
    void update();
    void cancelSelected();
    void copySelectedPaths();
    [[nodiscard]] std::optional<Transfer> single() const;
    [[nodiscard]] QStringList paths() const;

    UiContext m_context;
    TransfersController *m_controller;
    QWidget *m_pane;
    std::vector<TransferId> m_ids;
    QAction *m_pause;
    QAction *m_resume;
    QAction *m_retry;
    QAction *m_cancel;
    QAction *m_remove;
    QAction *m_openFolder;
    QAction *m_copyPath;
    QAction *m_browse;
    QAction *m_pauseAll;
    QAction *m_resumeAll;
    QAction *m_retryAll;
    QAction *m_clearFinished;
};

} // namespace hubdesk
