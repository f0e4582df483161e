// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/repocontroller.h"
#include "core/model/updatecontroller.h"
#include "ui/shell/uicontext.h"

#include <QWidget>

class QPushButton;

namespace hubdesk {

class ThemedLabel;

//! One quiet line on a repo's page when the cache has an older version of what is shown. Object
//! names: "versionText", "versionUpdate".
class VersionNotice final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VersionNotice)

public:
    VersionNotice(const UiContext &context, RepoController *repo, UpdateController *updates,
                  QWidget *parent = nullptr);

private:
    void refresh();

    RepoController *m_repo;
    UpdateController *m_updates;
    ThemedLabel *m_text;
    QPushButton *m_update;
};

} // namespace hubdesk
