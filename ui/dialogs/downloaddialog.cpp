// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/downloaddialog.h"

#include "ui/dialogs/downloadwidget.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

DownloadDialog::DownloadDialog(const UiContext &context, RepoController *repo,
                               const QStringList &paths, QWidget *parent)
    : QDialog(parent),
      m_controller(repo->client(), repo->cachePlaces()),
      m_widget(new DownloadWidget(context, &m_controller, this))
{
    setObjectName(u"downloadDialog"_s);
    setWindowTitle(tr("Download %1").arg(repo->repo().id));
    resize(920, 660);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_widget);
    connect(m_widget, &DownloadWidget::cancelRequested, this, &QDialog::reject);
    connect(m_widget, &DownloadWidget::signInRequested, this, [this] {
        reject();
        Q_EMIT
        signInRequested();
    });
    connect(m_widget, &DownloadWidget::goOnlineRequested, this, &DownloadDialog::goOnlineRequested);
    connect(&m_controller, &DownloadController::downloadRequested, this,
            [this](const DownloadRequest &request, const TransferOptions &options) {
                Q_EMIT
                downloadRequested(request, options);
                accept();
            });
    m_controller.open(repo->repo(), repo->revision(), repo->refs(), paths);
    // The page may find out about a closed gate only after the dialog was opened.
    const auto followGate = [this, repo] {
        if (repo->repo() == m_controller.repo())
            m_controller.setObstacle(repo->gate() ? gateText(*repo->gate()) : QString());
    };
    connect(repo, &RepoController::gateChanged, this, followGate);
    followGate();
}

DownloadDialog::~DownloadDialog()
{
    // The widget looks at the controller until its last moment.
    delete m_widget;
}

} // namespace hubdesk
