// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/browser/repoheader.h"

#include "core/model/humanformat.h"
#include "core/model/reposnippets.h"
#include "core/model/transfertext.h"
#include "ui/shell/notifier.h"
#include "ui/shell/prompter.h"
#include "ui/theme/icons.h"
#include "ui/theme/measures.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/rowpainter.h"
#include "ui/widgets/themedlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

RepoHeader::RepoHeader(const UiContext &context, RepoController *controller, QAction *download,
                       QAction *openInBrowser, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_controller(controller),
      m_back(new QToolButton(this)),
      m_icon(new QLabel(this)),
      m_id(new ThemedLabel(context.theme, FontRole::Title, Token::Text, this)),
      m_gated(new QLabel(this)),
      m_private(new QLabel(this)),
      m_author(new LinkButton(context, this)),
      m_facts(new ThemedLabel(context.theme, FontRole::Secondary, Token::TextSecondary, this)),
      m_like(new QPushButton(this)),
      m_copy(new QPushButton(this)),
      m_download(new QPushButton(this)),
      m_open(new QPushButton(this))
{
    build(download, openInBrowser);
    buildCopyMenu();
    connectLikes();
    connect(controller, &RepoController::repoChanged, this, &RepoHeader::update);
    connect(controller, &RepoController::infoChanged, this, &RepoHeader::update);
    connect(controller->fileModel(), &QAbstractItemModel::modelReset, this, &RepoHeader::update);
    connect(controller->fileModel(), &QAbstractItemModel::dataChanged, this, &RepoHeader::update);
    connect(context.theme, &Theme::changed, this, &RepoHeader::update);
    update();
}

RepoHeader::~RepoHeader() = default;

void RepoHeader::build(QAction *download, QAction *openInBrowser)
{
    m_back->setObjectName(u"repoBack"_s);
    m_back->setIcon(m_context.icons->icon(u"back"_s));
    m_back->setToolTip(tr("Back (Alt+Left)"));
    m_back->setAccessibleName(tr("Back"));
    m_back->setAutoRaise(true);
    connect(m_back, &QToolButton::clicked, this, &RepoHeader::backRequested);
    m_id->setObjectName(u"repoId"_s);
    m_id->setElideMode(Qt::ElideMiddle);
    m_id->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_author->setObjectName(u"repoAuthor"_s);
    connect(m_author, &LinkButton::clicked, this, [this] {
        Q_EMIT
        authorRequested(author());
    });
    m_facts->setObjectName(u"repoFacts"_s);
    m_facts->setElideMode(Qt::ElideRight);
    m_gated->setObjectName(u"repoGated"_s);
    m_gated->setToolTip(tr("Gated: the authors decide who may download the files"));
    m_private->setObjectName(u"repoPrivate"_s);
    m_private->setToolTip(tr("Private"));

    m_like->setObjectName(u"repoLike"_s);
    m_copy->setObjectName(u"repoCopy"_s);
    m_copy->setText(tr("Copy"));
    m_copy->setIcon(m_context.icons->icon(u"copy"_s));
    m_open->setObjectName(u"repoOpen"_s);
    bindButton(m_open, openInBrowser);
    m_download->setObjectName(u"repoDownload"_s);
    makePrimary(m_download);
    bindButton(m_download, download);

    auto *title = new QHBoxLayout;
    title->setSpacing(measure::kSmall);
    title->addWidget(m_icon);
    title->addWidget(m_id);
    title->addWidget(m_gated);
    title->addWidget(m_private);
    title->addStretch(1);
    auto *row = new QHBoxLayout;
    row->setSpacing(measure::kSmall);
    row->addWidget(m_back);
    row->addLayout(title, 1);
    row->addWidget(m_like);
    row->addWidget(m_open);
    row->addWidget(m_copy);
    row->addWidget(m_download);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::kTiny);
    column->addLayout(row);
    auto *second = new QHBoxLayout;
    second->setSpacing(measure::kSmall);
    second->addWidget(m_author);
    second->addWidget(m_facts, 1);
    column->addLayout(second);
}

void RepoHeader::buildCopyMenu()
{
    auto *menu = new QMenu(m_copy);
    menu->setObjectName(u"repoCopyMenu"_s);
    const auto add = [this,
                      menu](const QString &name, const QString &icon, const QString &text,
                            QString (*snippet)(const RepoId &, const QString &, const QString &)) {
        QAction *action = menu->addAction(m_context.icons->icon(icon), text, this, [this, snippet] {
            m_context.prompter->copyText(
                snippet(m_controller->repo(), m_controller->revision(), {}));
        });
        action->setObjectName(name);
    };
    QAction *id = menu->addAction(m_context.icons->icon(u"copy"_s), tr("Copy name"), this, [this] {
        m_context.prompter->copyText(m_controller->repo().id);
    });
    id->setObjectName(u"copyId"_s);
    add(u"copyLink"_s, u"link"_s, tr("Copy hf:// link"), &hubLink);
    add(u"copyPython"_s, u"file-code"_s, tr("Copy Python line"), &pythonLine);
    add(u"copyCommand"_s, u"terminal"_s, tr("Copy command"), &commandLine);
    m_copy->setMenu(menu);
}

void RepoHeader::connectLikes()
{
    LikeController *likes = m_controller->likes();
    connect(likes, &LikeController::changed, this, &RepoHeader::showLikes);
    connect(likes, &LikeController::failed, this,
            [this](const RepoId &repo, bool like, const Error &error) {
                if (!m_context.notifier)
                    return;
                const QString text = like ? tr("The Hub does not take your like of %1: %2")
                                          : tr("The Hub does not take your like of %1 back: %2");
                m_context.notifier->notify(text.arg(repo.id, error.message));
            });
    connect(m_like, &QPushButton::clicked, this, [this, likes] {
        if (likes->isSignedIn())
            likes->toggle();
        else
            Q_EMIT
        signInRequested();
    });
    showLikes();
}

void RepoHeader::showLikes()
{
    const LikeController *likes = m_controller->likes();
    const QString number = QLocale().toString(likes->count());
    m_like->setIcon(m_context.icons->icon(likes->isLiked() ? u"heart-filled"_s : u"heart"_s,
                                          likes->isLiked() ? Token::Bad : Token::Text));
    m_like->setText(compactCount(likes->count()));
    m_like->setToolTip(!likes->isSignedIn()   ? tr("Sign in to like this (%1 likes)").arg(number)
                           : likes->isLiked() ? tr("Take your like back (%1 likes)").arg(number)
                                              : tr("Like this (%1 likes)").arg(number));
    m_like->setAccessibleName(m_like->toolTip());
    m_like->setVisible(m_controller->info().repo == m_controller->repo());
}

QStringList RepoHeader::facts() const
{
    const RepoInfo &info = m_controller->info();
    const QLocale locale;
    QStringList facts{repoTypeTitle(m_controller->repo().type)};
    if (const QString task = taskTitle(info.pipelineTag); !task.isEmpty())
        facts.append(task);
    if (!info.libraryName.isEmpty())
        facts.append(info.libraryName);
    if (!info.sdk.isEmpty())
        facts.append(info.sdk);
    if (!info.license.isEmpty())
        facts.append(tr("License: %1").arg(info.license));
    if (m_controller->repo().type != RepoType::Space)
        facts.append(tr("%1 downloads").arg(compactCount(info.downloads)));
    if (info.lastModified.isValid())
        facts.append(
            tr("changed %1").arg(relativeTime(info.lastModified, QDateTime::currentDateTimeUtc())));
    return facts;
}

//! The Hub's own word for it once that is known.
QString RepoHeader::author() const
{
    const RepoId &repo = m_controller->repo();
    const RepoInfo &info = m_controller->info();
    return info.repo == repo && !info.author.isEmpty() ? info.author : repo.author();
}

void RepoHeader::update()
{
    const RepoId &repo = m_controller->repo();
    const QString author = this->author();
    m_author->setText(author);
    m_author->setToolTip(tr("Go to %1").arg(author));
    m_author->setAccessibleName(tr("Author: %1").arg(author));
    m_author->setVisible(!author.isEmpty());
    m_author->updateGeometry();
    const RepoLook look = repoLook(repo.type);
    m_icon->setPixmap(
        m_context.icons->pixmap(look.icon, measure::kIconLarge, devicePixelRatioF(), look.token));
    m_icon->setToolTip(repoTypeTitle(repo.type));
    m_id->setText(repo.id);
    const bool known = m_controller->info().repo == repo;
    showLikes();
    const RepoInfo &info = m_controller->info();
    const auto mark = [this](QLabel *label, const QString &icon, bool shown) {
        label->setPixmap(m_context.icons->pixmap(icon, measure::kIconSmall, devicePixelRatioF(),
                                                 Token::TextSecondary));
        label->setVisible(shown);
    };
    mark(m_gated, u"key"_s, known && info.gated != Gating::None);
    mark(m_private, u"lock"_s, known && info.isPrivate);
    QStringList texts = known ? facts() : QStringList{repoTypeTitle(repo.type)};
    const FileTree::Node &root = m_controller->fileModel()->tree().root();
    if (root.files > 0)
        texts.append(humanSize(root.size));
    if (root.cachedFiles > 0 && root.cachedFiles == root.files)
        texts.append(tr("all of it on this computer"));
    else if (root.cachedFiles > 0)
        texts.append(tr("%1 on this computer").arg(humanSize(root.cachedBytes)));
    m_facts->setText(texts.join(u" \u00b7 "_s));
}

} // namespace hubdesk
