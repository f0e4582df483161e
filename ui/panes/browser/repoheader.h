// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/repocontroller.h"
#include "ui/shell/uicontext.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QToolButton;

namespace hubdesk {

class LinkButton;
class ThemedLabel;

//! First rows of a repo page: back, type, id, author, facts, actions.
class RepoHeader final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RepoHeader)

public:
    RepoHeader(const UiContext &context, RepoController *controller, QAction *download,
               QAction *openInBrowser, QWidget *parent = nullptr);
    ~RepoHeader() override;

Q_SIGNALS:
    void backRequested();
    void authorRequested(const QString &name);
    void signInRequested();

private:
    void build(QAction *download, QAction *openInBrowser);
    void buildCopyMenu();
    void update();
    void connectLikes();
    void showLikes();
    [[nodiscard]] QStringList facts() const;
    [[nodiscard]] QString author() const;

    UiContext m_context;
    RepoController *m_controller;
    QToolButton *m_back;
    QLabel *m_icon;
    ThemedLabel *m_id;
    QLabel *m_gated;
    QLabel *m_private;
    LinkButton *m_author;
    ThemedLabel *m_facts;
    QPushButton *m_like;
    QPushButton *m_copy;
    QPushButton *m_download;
    QPushButton *m_open;
};

} // namespace hubdesk
