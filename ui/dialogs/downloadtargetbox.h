// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/downloadcontroller.h"
#include "ui/shell/uicontext.h"

#include <QWidget>

class QMenu;
class QPushButton;

namespace hubdesk {

class ThemedLabel;

//! Where the files go: the cache, a folder, an archive. Remembers the last folder. Object names:
//! "downloadTarget" (a button with the menu "targetCache", "targetFolder", "targetArchive"),
//! "downloadDestination", "downloadChoose", "downloadTargetNote", "downloadSubfolder".
class DownloadTargetBox final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadTargetBox)

public:
    //! \a controller is not owned and outlives the widget.
    DownloadTargetBox(const UiContext &context, DownloadController *controller,
                      QWidget *parent = nullptr);

    //! After planChanged().
    void refresh();

private:
    using Kind = DownloadTarget::Kind;

    void buildMenu();
    void choose(Kind kind);
    void chosen(Kind kind, const QString &path);
    void remember(const QString &folder);
    [[nodiscard]] QString lastFolder() const;
    [[nodiscard]] QString note() const;

    UiContext m_context;
    DownloadController *m_controller;
    QPushButton *m_kind; // a menu: to walk through its entries chooses nothing
    ThemedLabel *m_path;
    QPushButton *m_choose;
    ThemedLabel *m_note;
    QPushButton *m_subfolder;
};

} // namespace hubdesk
