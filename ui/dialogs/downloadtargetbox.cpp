// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/downloadtargetbox.h"

#include "core/settings/settings.h"
#include "core/transfer/archivewriter.h"
#include "ui/shell/prompter.h"
#include "ui/theme/icons.h"
#include "ui/theme/measures.h"
#include "ui/widgets/themedlabel.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

DownloadTargetBox::DownloadTargetBox(const UiContext &context, DownloadController *controller,
                                     QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_controller(controller),
      m_kind(new QPushButton(this)),
      m_path(new ThemedLabel(context.theme, FontRole::Mono, Token::Text, this)),
      m_choose(new QPushButton(tr("Choose..."), this)),
      m_note(new ThemedLabel(context.theme, FontRole::Secondary, Token::Warn, this)),
      m_subfolder(new QPushButton(this))
{
    m_kind->setObjectName(u"downloadTarget"_s);
    m_path->setObjectName(u"downloadDestination"_s);
    m_path->setElideMode(Qt::ElideMiddle);
    m_choose->setObjectName(u"downloadChoose"_s);
    m_note->setObjectName(u"downloadTargetNote"_s);
    m_note->setWordWrap(true);
    m_subfolder->setObjectName(u"downloadSubfolder"_s);
    for (QPushButton *button : {m_kind, m_choose, m_subfolder})
        button->setAutoDefault(false);
    auto *label = new ThemedLabel(context.theme, FontRole::Body, Token::Text, this);
    label->setText(tr("Save in"));
    label->setBuddy(m_kind);
    auto *row = new QHBoxLayout;
    row->setSpacing(measure::kSmall);
    row->addWidget(label);
    row->addWidget(m_kind);
    row->addWidget(m_path, 1);
    row->addWidget(m_choose);
    auto *warning = new QHBoxLayout;
    warning->setSpacing(measure::kSmall);
    warning->addWidget(m_note, 1);
    warning->addWidget(m_subfolder);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::kTiny);
    column->addLayout(row);
    column->addLayout(warning);
    buildMenu();
    connect(m_choose, &QPushButton::clicked, this,
            [this] { choose(m_controller->plan().target().kind); });
    connect(m_subfolder, &QPushButton::clicked, this, [this] {
        const QString &folder = m_controller->plan().target().path;
        chosen(Kind::Folder, QDir(folder).filePath(m_controller->repo().name()));
    });
    refresh();
}

void DownloadTargetBox::buildMenu()
{
    auto *menu = new QMenu(m_kind);
    const auto add = [this, menu](Kind kind, const QString &name, const QString &icon,
                                  const QString &text) {
        QAction *action = menu->addAction(m_context.icons->icon(icon), text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, kind] { choose(kind); });
    };
    add(Kind::Cache, u"targetCache"_s, u"cache"_s, tr("&Cache"));
    add(Kind::Folder, u"targetFolder"_s, u"folder"_s, tr("&Folder..."));
    add(Kind::Archive, u"targetArchive"_s, u"file"_s, tr("&Archive..."));
    m_kind->setMenu(menu);
}

QString DownloadTargetBox::lastFolder() const
{
    const QString folder = m_context.settings->state(u"download/folder"_s).toString();
    return folder.isEmpty() ? QDir::homePath() : folder;
}

void DownloadTargetBox::remember(const QString &folder)
{
    m_context.settings->setState(u"download/folder"_s, folder);
}

void DownloadTargetBox::choose(Kind kind)
{
    const DownloadTarget &target = m_controller->plan().target();
    const QString current = target.kind == kind ? target.path : QString();
    switch (kind) {
    case Kind::Cache:
        chosen(kind, {});
        break;
    case Kind::Folder:
        m_context.prompter->chooseFolder(
            window(), tr("Choose the folder for the files"),
            current.isEmpty() ? lastFolder() : current, this,
            [this, kind](const QString &folder) { chosen(kind, folder); });
        break;
    case Kind::Archive:
        m_context.prompter->chooseSaveFile(
            window(), tr("Choose the name of the archive"),
            current.isEmpty() ? QDir(lastFolder()).filePath(m_controller->repo().name() + u".zip"_s)
                              : current,
            tr("Zip archives (*.zip);;Tar archives, compressed (*.tar.zst)"), this,
            [this, kind](const QString &file) { chosen(kind, file); });
        break;
    }
}

void DownloadTargetBox::chosen(Kind kind, const QString &path)
{
    // Who gives up keeps what was chosen before.
    if (kind != Kind::Cache && path.isEmpty()) {
        refresh();
        return;
    }
    QString place = kind == Kind::Cache ? QString() : QDir::cleanPath(path);
    if (kind == Kind::Archive && !ArchiveWriter::formatOf(place))
        place += u".zip"_s;
    if (kind == Kind::Folder)
        remember(place);
    else if (kind == Kind::Archive)
        remember(QFileInfo(place).path());
    m_controller->setTarget({kind, place});
    refresh();
}

QString DownloadTargetBox::note() const
{
    const DownloadPlan &plan = m_controller->plan();
    const TargetReport &report = plan.targetReport();
    if (plan.target().kind == Kind::Folder && report.isForeign)
        return tr("There are other files in this folder. Those with the same names are replaced.");
    if (plan.target().kind == Kind::Archive && report.exists)
        return tr("The archive is there already and will be replaced.");
    return {};
}

void DownloadTargetBox::refresh()
{
    const DownloadTarget &target = m_controller->plan().target();
    const bool toCache = target.kind == Kind::Cache;
    const bool toFolder = target.kind == Kind::Folder;
    m_kind->setText(toCache ? tr("Cache") : toFolder ? tr("Folder") : tr("Archive"));
    m_kind->setIcon(m_context.icons->icon(toCache        ? u"cache"_s
                                              : toFolder ? u"folder"_s
                                                         : u"file"_s));
    m_kind->setAccessibleName(tr("Save in: %1").arg(m_kind->text()));
    m_path->setText(toCache ? m_controller->cacheRoot() : target.path);
    m_choose->setVisible(!toCache);
    const QString text = note();
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
    m_subfolder->setVisible(toFolder && !text.isEmpty());
    m_subfolder->setText(tr("Use a folder %1 in it").arg(m_controller->repo().name()));
}

} // namespace hubdesk
