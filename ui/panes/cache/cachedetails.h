// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cachescan.h"
#include "ui/shell/uicontext.h"

#include <QModelIndex>
#include <QWidget>

class QAction;
class QFormLayout;
class QScrollArea;
class QTreeView;
class QVBoxLayout;

namespace hubdesk {

class CacheRevisionModel;
class ThemedLabel;

//! The selected repo of the cache: facts, revisions with their refs, files. Object names:
//! "cacheTitle", "cachePath", "cacheRevisions".
class CacheDetails final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CacheDetails)

public:
    //! \a actions become buttons.
    CacheDetails(const UiContext &context, const QList<QAction *> &actions,
                 QWidget *parent = nullptr);
    ~CacheDetails() override;

    //! Puts \a section between the facts and the revisions.
    void addSection(QWidget *section);
    void showRepo(const CachedRepo &repo);
    void showNothing();
    //! Absolute path of the selected revision or file, else of the repo; empty without a repo.
    [[nodiscard]] QString selectedPath() const;
    //! The same, but the folder of a file: nothing large is loaded into an editor by accident.
    [[nodiscard]] QString selectedFolder() const;
    [[nodiscard]] QTreeView *view() const { return m_tree; }

Q_SIGNALS:
    //! Enter or double click on a file or revision.
    void folderActivated(const QString &path);
    void contextMenuRequested(const QPoint &globalPosition);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTree();
    [[nodiscard]] static QString folderOf(const QModelIndex &index);
    ThemedLabel *addFact(QFormLayout *form, const QString &name, const QString &title, bool isCode);

    UiContext m_context;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_page;
    ThemedLabel *m_hint;
    ThemedLabel *m_title;
    ThemedLabel *m_facts;
    ThemedLabel *m_path = nullptr;
    ThemedLabel *m_used = nullptr;
    ThemedLabel *m_changed = nullptr;
    CacheRevisionModel *m_model;
    QTreeView *m_tree;
};

} // namespace hubdesk
