// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/downloadcontroller.h"
#include "core/model/repocontroller.h"
#include "ui/shell/uicontext.h"

#include <QDialog>

namespace hubdesk {

class DownloadWidget;

//! Thin frame around a DownloadWidget for the repo that is open. Opened with open().
class DownloadDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadDialog)

public:
    DownloadDialog(const UiContext &context, RepoController *repo, const QStringList &paths,
                   QWidget *parent = nullptr);
    ~DownloadDialog() override;

Q_SIGNALS:
    void downloadRequested(const hubdesk::DownloadRequest &request,
                           const hubdesk::TransferOptions &options);
    void signInRequested();
    void goOnlineRequested();

private:
    DownloadController m_controller;
    DownloadWidget *m_widget;
};

} // namespace hubdesk
