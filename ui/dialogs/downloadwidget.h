// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/downloadcontroller.h"
#include "ui/shell/uicontext.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QListView;
class QListWidget;
class QPushButton;
class QTreeView;

namespace hubdesk {

class DownloadOptions;
class DownloadTargetBox;
class RevisionCombo;
class StateStack;
class ThemedLabel;

//! What of a repo is downloaded, where to and when: revision, group, patterns, files, sums, target,
//! options, and the one button.
class DownloadWidget final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadWidget)

public:
    //! \a controller is not owned and outlives the widget.
    DownloadWidget(const UiContext &context, DownloadController *controller,
                   QWidget *parent = nullptr);
    ~DownloadWidget() override;

Q_SIGNALS:
    void cancelRequested();
    void signInRequested();
    void goOnlineRequested();

private:
    [[nodiscard]] QWidget *buildContent();
    [[nodiscard]] QWidget *buildChoice();
    [[nodiscard]] QWidget *buildFiles();
    [[nodiscard]] QWidget *buildSums();
    [[nodiscard]] QWidget *buildButtons();
    void connectAll();
    void showState();
    void showGroups();
    void showPlan();
    void showMirrors();

    UiContext m_context;
    DownloadController *m_controller;
    RevisionCombo *m_revision;
    QListWidget *m_groups;
    QLineEdit *m_include;
    QLineEdit *m_exclude;
    QTreeView *m_files;
    ThemedLabel *m_total;
    ThemedLabel *m_cached;
    ThemedLabel *m_missing;
    ThemedLabel *m_free;
    ThemedLabel *m_mirrors;
    QWidget *m_mirrorsBox = nullptr;
    DownloadTargetBox *m_target;
    DownloadOptions *m_options;
    ThemedLabel *m_problem;
    QPushButton *m_download;
    QPushButton *m_cancel;
    StateStack *m_states = nullptr;
};

} // namespace hubdesk
