// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/browser/versionnotice.h"

#include "ui/theme/icons.h"
#include "ui/theme/measures.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hubdesk {

VersionNotice::VersionNotice(const UiContext &context, RepoController *repo,
                             UpdateController *updates, QWidget *parent)
    : QWidget(parent),
      m_repo(repo),
      m_updates(updates),
      m_text(new ThemedLabel(context.theme, FontRole::Body, Token::TextSecondary, this)),
      m_update(new QPushButton(tr("Update"), this))
{
    setObjectName(u"versionNotice"_s);
    m_text->setObjectName(u"versionText"_s);
    m_text->setElideMode(Qt::ElideRight);
    m_text->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_update->setObjectName(u"versionUpdate"_s);
    m_update->setIcon(context.icons->icon(u"download"_s));
    m_update->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(measure::kMedium);
    row->addWidget(m_text);
    row->addWidget(m_update);
    row->addStretch(1);
    connect(m_update, &QPushButton::clicked, this, [this] { m_updates->update(m_repo->repo()); });
    connect(repo, &RepoController::repoChanged, this, &VersionNotice::refresh);
    connect(repo, &RepoController::infoChanged, this, &VersionNotice::refresh);
    connect(updates, &UpdateController::versionsChanged, this, &VersionNotice::refresh);
    refresh();
}

void VersionNotice::refresh()
{
    const RepoVersion version = m_updates->version(m_repo->repo());
    const bool isShown = m_repo->isOpen() && version.isNew() && version.ref == m_repo->revision();
    setVisible(isShown);
    if (!isShown)
        return;
    m_text->setText(version.isUpdating
                        ? tr("The new version is in the queue; the one that you have stays.")
                        : tr("You have an older version of %1: %2.")
                              .arg(version.ref, shortCommit(version.cachedCommit)));
    m_update->setVisible(!version.isUpdating);
}

} // namespace hubdesk
