// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/downloadwidget.h"

#include "core/model/humanformat.h"
#include "core/settings/mirrorlist.h"
#include "core/settings/settings.h"
#include "ui/dialogs/downloadoptions.h"
#include "ui/dialogs/downloadtargetbox.h"
#include "ui/theme/icons.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/groupdelegate.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/revisioncombo.h"
#include "ui/widgets/statestack.h"
#include "ui/widgets/themedlabel.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kChoiceWidth = 300;

ThemedLabel *caption(const UiContext &context, const QString &text, QWidget *parent)
{
    auto *label = new ThemedLabel(context.theme, FontRole::Secondary, Token::TextSecondary, parent);
    label->setText(text);
    return label;
}

} // namespace

DownloadWidget::DownloadWidget(const UiContext &context, DownloadController *controller,
                               QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_controller(controller),
      m_revision(new RevisionCombo(context, this)),
      m_groups(new QListWidget(this)),
      m_include(new QLineEdit(this)),
      m_exclude(new QLineEdit(this)),
      m_files(new QTreeView(this)),
      m_total(new ThemedLabel(context.theme, FontRole::Figures, Token::Text, this)),
      m_cached(new ThemedLabel(context.theme, FontRole::Figures, Token::Text, this)),
      m_missing(new ThemedLabel(context.theme, FontRole::Figures, Token::Text, this)),
      m_free(new ThemedLabel(context.theme, FontRole::Figures, Token::Text, this)),
      m_mirrors(new ThemedLabel(context.theme, FontRole::Figures, Token::Text, this)),
      m_target(new DownloadTargetBox(context, controller, this)),
      m_options(new DownloadOptions(context, this)),
      m_problem(new ThemedLabel(context.theme, FontRole::Body, Token::Warn, this)),
      m_download(new QPushButton(this)),
      m_cancel(new QPushButton(tr("Cancel"), this))
{
    m_states = new StateStack(context, buildContent(), this);
    m_states->setObjectName(u"downloadStates"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::kLarge, measure::kLarge, measure::kLarge, measure::kLarge);
    column->setSpacing(measure::kMedium);
    column->addWidget(m_states, 1);
    column->addWidget(buildButtons());
    connectAll();
    showGroups();
    showState();
    showPlan();
}

DownloadWidget::~DownloadWidget() = default;

QWidget *DownloadWidget::buildContent()
{
    auto *content = new QWidget(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(measure::kLarge);
    row->addWidget(buildChoice());
    row->addWidget(buildFiles(), 1);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::kMedium);
    column->addLayout(row, 1);
    column->addWidget(buildSums());
    column->addWidget(m_target);
    column->addWidget(m_options);
    return content;
}

QWidget *DownloadWidget::buildChoice()
{
    m_revision->setObjectName(u"downloadRevision"_s);
    m_groups->setObjectName(u"downloadGroups"_s);
    m_groups->setAccessibleName(tr("What to download"));
    m_groups->setItemDelegate(new GroupDelegate(m_context, m_groups));
    m_groups->setUniformItemSizes(true);
    m_groups->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_groups->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_include->setObjectName(u"downloadInclude"_s);
    m_include->setPlaceholderText(tr("*.json data/"));
    m_include->setAccessibleName(tr("Only files that match"));
    m_exclude->setObjectName(u"downloadExclude"_s);
    m_exclude->setPlaceholderText(tr("*.bin"));
    m_exclude->setAccessibleName(tr("Not files that match"));
    const QString help =
        tr("Patterns with * and ?, separated by spaces. A folder ends in a slash.");
    m_include->setToolTip(help);
    m_exclude->setToolTip(help);

    auto *box = new QWidget(this);
    box->setFixedWidth(kChoiceWidth);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::kTiny);
    column->addWidget(caption(m_context, tr("Revision"), box));
    column->addWidget(m_revision);
    column->addSpacing(measure::kSmall);
    column->addWidget(caption(m_context, tr("What to download"), box));
    column->addWidget(m_groups, 1);
    column->addSpacing(measure::kSmall);
    column->addWidget(caption(m_context, tr("Only files that match"), box));
    column->addWidget(m_include);
    column->addSpacing(measure::kTiny);
    column->addWidget(caption(m_context, tr("Not files that match"), box));
    column->addWidget(m_exclude);
    return box;
}

QWidget *DownloadWidget::buildFiles()
{
    m_files->setObjectName(u"downloadFiles"_s);
    m_files->setAccessibleName(tr("Files"));
    m_files->setModel(m_controller->files());
    m_files->setRootIsDecorated(false);
    m_files->setUniformRowHeights(true);
    m_files->setAllColumnsShowFocus(true);
    m_files->setTextElideMode(Qt::ElideMiddle);
    m_files->header()->setStretchLastSection(false);
    m_files->header()->setSectionResizeMode(DownloadFilesModel::PathColumn, QHeaderView::Stretch);
    m_files->header()->resizeSection(DownloadFilesModel::SizeColumn, 88);
    m_files->header()->resizeSection(
        DownloadFilesModel::StateColumn,
        std::max(128, m_files->header()->sectionSizeHint(DownloadFilesModel::StateColumn)));

    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::kTiny);
    column->addWidget(caption(m_context, tr("Files"), box));
    column->addWidget(m_files, 1);
    return box;
}

QWidget *DownloadWidget::buildSums()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(measure::kHuge);
    const auto add = [this, box, row](const QString &name, const QString &text,
                                      ThemedLabel *value) {
        value->setObjectName(name);
        auto *sum = new QWidget(box);
        auto *column = new QVBoxLayout(sum);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(2);
        column->addWidget(caption(m_context, text, sum));
        column->addWidget(value);
        row->addWidget(sum);
        return sum;
    };
    add(u"downloadTotal"_s, tr("Chosen"), m_total);
    add(u"downloadCached"_s, tr("Already on this computer"), m_cached);
    add(u"downloadMissing"_s, tr("Will be fetched"), m_missing);
    add(u"downloadFree"_s, tr("Free space afterwards"), m_free);
    m_mirrorsBox = add(u"downloadMirrors"_s, tr("Mirrors"), m_mirrors);
    row->addStretch();
    showMirrors();
    return box;
}

//! They are asked besides the Hub, in this order.
void DownloadWidget::showMirrors()
{
    const auto urls = MirrorList::parse(m_context.settings->text(SettingKey::Mirrors)).urls();
    QStringList lines{tr("Large files of public repos also come from")};
    for (const QUrl &url : urls)
        lines.append(url.toString());
    m_mirrors->setText(urls.empty() ? QString()
                           : urls.size() == 1
                           ? urls.front().host()
                           : tr("%n mirror(s)", nullptr, static_cast<int>(urls.size())));
    m_mirrors->setToolTip(lines.join(u'\n'));
    m_mirrorsBox->setVisible(!urls.empty());
}

QWidget *DownloadWidget::buildButtons()
{
    m_problem->setObjectName(u"downloadProblem"_s);
    m_problem->setElideMode(Qt::ElideRight);
    m_download->setObjectName(u"downloadStart"_s);
    m_download->setDefault(true);
    makePrimary(m_download);
    m_cancel->setObjectName(u"downloadCancel"_s);
    m_cancel->setAutoDefault(false);
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(measure::kSmall);
    row->addWidget(m_problem, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_download);
    return box;
}

void DownloadWidget::connectAll()
{
    connect(m_controller, &DownloadController::stateChanged, this, [this] {
        showGroups();
        showState();
    });
    connect(m_controller, &DownloadController::planChanged, this, &DownloadWidget::showPlan);
    connect(m_revision, &RevisionCombo::revisionChosen, m_controller,
            &DownloadController::setRevision);
    connect(m_groups, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            m_controller->setGroup(row);
    });
    // After changes by hand, pressing the group again brings it back.
    connect(m_groups, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { m_controller->setGroup(m_groups->row(item)); });
    const auto patterns = [this] {
        m_controller->setPatterns(m_include->text(), m_exclude->text());
    };
    connect(m_include, &QLineEdit::textChanged, this, patterns);
    connect(m_exclude, &QLineEdit::textChanged, this, patterns);
    connect(m_download, &QPushButton::clicked, this, [this] {
        m_controller->setOptions(m_options->options());
        m_controller->download();
    });
    connect(m_cancel, &QPushButton::clicked, this, &DownloadWidget::cancelRequested);
    connect(m_states, &StateStack::retryRequested, m_controller, &DownloadController::retry);
    connect(m_states, &StateStack::signInRequested, this, &DownloadWidget::signInRequested);
    connect(m_states, &StateStack::goOnlineRequested, this, &DownloadWidget::goOnlineRequested);
}

void DownloadWidget::showState()
{
    m_revision->setRevisions(m_controller->refs(), m_controller->revision());
    switch (m_controller->state()) {
    case LoadState::Idle:
    case LoadState::Loading:
        m_states->showLoading();
        break;
    case LoadState::Ready:
        m_states->showReady();
        break;
    case LoadState::Empty:
        m_states->showEmpty(tr("There are no files at this revision"), {}, u"folder"_s);
        break;
    case LoadState::Failed:
        m_states->showFailure(*m_controller->error());
        break;
    }
    showPlan();
}

void DownloadWidget::showGroups()
{
    const DownloadPlan &plan = m_controller->plan();
    const QSignalBlocker blocker(m_groups);
    m_groups->clear();
    for (const FileGroup &group : plan.groups()) {
        auto *item = new QListWidgetItem(group.title, m_groups);
        item->setData(GroupDelegate::kNoteRole, group.note);
        item->setData(GroupDelegate::kSizeRole, humanSize(group.size));
        item->setToolTip(group.note.isEmpty() ? exactBytes(group.size) : group.note);
        // Screen readers hear what the row shows.
        item->setData(Qt::AccessibleTextRole,
                      u"%1, %2, %3"_s.arg(group.title, humanSize(group.size), group.note));
    }
    m_groups->setCurrentRow(plan.group());
}

void DownloadWidget::showPlan()
{
    const DownloadPlan &plan = m_controller->plan();
    const bool ready = m_controller->state() == LoadState::Ready;
    if (plan.group() < 0) {
        const QSignalBlocker blocker(m_groups);
        m_groups->setCurrentRow(-1);
    }
    m_total->setText(plan.chosenCount() == 1 ? tr("One file, %1").arg(humanSize(plan.chosenBytes()))
                                             : tr("%1 of %2 files, %3")
                                                   .arg(plan.chosenCount())
                                                   .arg(plan.files().size())
                                                   .arg(humanSize(plan.chosenBytes())));
    m_total->setToolTip(exactBytes(plan.chosenBytes()));
    m_cached->setText(humanSize(plan.cachedBytes()));
    m_cached->setToolTip(exactBytes(plan.cachedBytes()));
    m_missing->setText(
        plan.missingCount() == 0 ? tr("Nothing")
            : plan.missingCount() == 1
            ? tr("One file, %1").arg(humanSize(plan.missingBytes()))
            : tr("%1 files, %2").arg(plan.missingCount()).arg(humanSize(plan.missingBytes())));
    m_missing->setToolTip(exactBytes(plan.missingBytes()));
    const auto after = plan.freeBytesAfter();
    m_free->setText(after ? humanSize(std::max<qint64>(0, *after)) : tr("Not known"));
    m_free->setToolTip(after ? exactBytes(*after) : QString());
    m_target->refresh();
    const QString problem = ready ? m_controller->problem() : QString();
    m_problem->setText(problem);
    m_download->setEnabled(m_controller->canDownload());
    const bool nothingToFetch = plan.chosenCount() > 0 && plan.missingBytes() == 0;
    m_download->setText(!ready || plan.chosenCount() == 0 ? tr("Download")
                            : nothingToFetch
                            ? tr("Check %1").arg(humanSize(plan.chosenBytes()))
                            : tr("Download %1").arg(humanSize(plan.missingBytes())));
    m_download->setToolTip(problem);
}

} // namespace hubdesk
