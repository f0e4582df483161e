// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/transfers/transferactions.h"

#include "ui/shell/notifier.h"
#include "ui/shell/prompter.h"

#include <QAction>
#include <QUrl>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

using Verb = TransfersController::Verb;

TransferActions::TransferActions(const UiContext &context, TransfersController *controller,
                                 const MakeAction &make, const std::function<void()> &makeSeparator,
                                 const std::function<void()> &makePlan, QWidget *pane)
    : QObject(pane),
      m_context(context),
      m_controller(controller),
      m_pane(pane)
{
    m_pause = make(u"pause"_s, tr("&Pause"), u"pause"_s);
    m_pause->setShortcut(QKeySequence(u"Ctrl+P"_s));
    m_resume = make(u"resume"_s, tr("&Continue"), u"resume"_s);
    m_resume->setShortcut(QKeySequence(u"Ctrl+Shift+P"_s));
    m_retry = make(u"retry"_s, tr("Re&try"), u"retry"_s);
    m_retry->setShortcut(QKeySequence(u"Ctrl+R"_s));
    m_cancel = make(u"cancel"_s, tr("C&ancel..."), u"cancel"_s);
    m_cancel->setShortcut(QKeySequence(u"Shift+Delete"_s));
    m_remove = make(u"remove"_s, tr("&Remove from the list"), u"close"_s);
    m_remove->setShortcut(QKeySequence::Delete);
    makeSeparator();
    makePlan();
    makeSeparator();
    m_openFolder = make(u"openFolder"_s, tr("&Open folder"), u"folder-open"_s);
    m_openFolder->setShortcut(QKeySequence(u"Ctrl+O"_s));
    m_copyPath = make(u"copyPath"_s, tr("Copy pat&h"), u"copy"_s);
    m_copyPath->setShortcut(QKeySequence(u"Ctrl+Shift+C"_s));
    m_browse = make(u"showInBrowse"_s, tr("Show in &Browse"), u"browse"_s);
    m_browse->setShortcut(QKeySequence(u"Ctrl+B"_s));
    makeSeparator();
    m_pauseAll = make(u"pauseAll"_s, tr("Pause all"), u"pause"_s);
    m_pauseAll->setShortcut(QKeySequence(u"Ctrl+Alt+P"_s));
    m_resumeAll = make(u"resumeAll"_s, tr("Continue all"), u"resume"_s);
    m_resumeAll->setShortcut(QKeySequence(u"Ctrl+Alt+C"_s));
    m_retryAll = make(u"retryAll"_s, tr("Retry all failed"), u"retry"_s);
    m_retryAll->setShortcut(QKeySequence(u"Ctrl+Alt+R"_s));
    m_clearFinished = make(u"clearFinished"_s, tr("Clear finished"), u"clear"_s);
    m_clearFinished->setShortcut(QKeySequence(u"Ctrl+Shift+Delete"_s));

    const auto bind = [this](QAction *action, Verb verb) {
        connect(action, &QAction::triggered, this,
                [this, verb] { m_controller->apply(verb, m_ids); });
    };
    bind(m_pause, Verb::Pause);
    bind(m_resume, Verb::Resume);
    bind(m_retry, Verb::Retry);
    bind(m_remove, Verb::Remove);
    connect(m_cancel, &QAction::triggered, this, &TransferActions::cancelSelected);
    connect(m_openFolder, &QAction::triggered, this, &TransferActions::open);
    connect(m_copyPath, &QAction::triggered, this, &TransferActions::copySelectedPaths);
    connect(m_browse, &QAction::triggered, this, [this] {
        if (const auto transfer = single())
            Q_EMIT
        browseRequested(transfer->request.repo.uri());
    });
    connect(m_pauseAll, &QAction::triggered, controller, &TransfersController::pauseAll);
    connect(m_resumeAll, &QAction::triggered, controller, &TransfersController::resumeAll);
    connect(m_retryAll, &QAction::triggered, controller, &TransfersController::retryAllFailed);
    connect(m_clearFinished, &QAction::triggered, controller, &TransfersController::clearFinished);
    connect(controller->model(), &TransferModel::countsChanged, this, &TransferActions::update);
    update();
}

void TransferActions::setSelection(const std::vector<TransferId> &ids)
{
    m_ids = ids;
    update();
}

QList<QAction *> TransferActions::forSelection() const
{
    return {m_pause, m_resume,     m_retry,    m_cancel, m_remove,
            nullptr, m_openFolder, m_copyPath, m_browse};
}

std::optional<Transfer> TransferActions::single() const
{
    return m_ids.size() == 1 ? m_controller->transfer(m_ids.front()) : std::nullopt;
}

QStringList TransferActions::paths() const
{
    QStringList paths;
    for (const TransferId id : m_ids) {
        const int row = m_controller->model()->rowOf(id);
        if (row >= 0 && !m_controller->model()->at(row).resultPath.isEmpty())
            paths.append(m_controller->model()->at(row).resultPath);
    }
    return paths;
}

void TransferActions::update()
{
    m_pause->setEnabled(m_controller->can(Verb::Pause, m_ids));
    m_resume->setEnabled(m_controller->can(Verb::Resume, m_ids));
    m_retry->setEnabled(m_controller->can(Verb::Retry, m_ids));
    m_cancel->setEnabled(m_controller->can(Verb::Cancel, m_ids));
    m_remove->setEnabled(m_controller->can(Verb::Remove, m_ids));
    const bool hasPath = !paths().isEmpty();
    m_openFolder->setEnabled(hasPath && m_ids.size() == 1);
    m_copyPath->setEnabled(hasPath);
    m_browse->setEnabled(m_ids.size() == 1);
    const auto *model = m_controller->model();
    m_pauseAll->setEnabled(
        model->count(TransferGroup::Active) + model->count(TransferGroup::Waiting) > 0);
    m_resumeAll->setEnabled(model->count(TransferGroup::Paused) > 0);
    const int failed = model->count(TransferGroup::Failed);
    m_retryAll->setEnabled(failed > 0);
    m_retryAll->setVisible(failed > 0);
    m_clearFinished->setEnabled(m_controller->canClearFinished());
}

void TransferActions::open()
{
    const auto transfer = single();
    if (!transfer || transfer->resultPath.isEmpty())
        return;
    // An archive, or the one file that was asked for: its folder is what helps.
    const QString &path = transfer->resultPath;
    const bool isFile = transfer->request.files.size() == 1 || !transfer->request.archive.isEmpty();
    m_context.prompter->openUrl(
        QUrl::fromLocalFile(isFile ? path.left(path.lastIndexOf(u'/')) : path));
}

void TransferActions::copySelectedPaths()
{
    const QStringList all = paths();
    if (all.isEmpty())
        return;
    m_context.prompter->copyText(all.join(u'\n'));
    if (m_context.notifier)
        m_context.notifier->notify(
            all.size() == 1 ? tr("Path copied")
                            : tr("%n paths copied", nullptr, static_cast<int>(all.size())));
}

void TransferActions::cancelSelected()
{
    std::vector<TransferId> running;
    std::ranges::copy_if(m_ids, std::back_inserter(running),
                         [this](TransferId id) { return m_controller->can(Verb::Cancel, {id}); });
    if (running.empty())
        return;
    QStringList names;
    for (const TransferId id : running)
        names.append(
            transferTitle(m_controller->model()->at(m_controller->model()->rowOf(id)).request));
    const auto count = static_cast<int>(running.size());
    const Confirmation question{
        .title = count == 1 ? tr("Cancel the download of %1?").arg(names.constFirst())
                            : tr("Cancel %n downloads?", nullptr, count),
        .text =
            tr("Files that are complete stay in the cache. What is half there is removed; pause "
               "instead to keep it."),
        .details = count == 1 ? QString() : names.join(u'\n'),
        .acceptText = tr("Cancel download"),
        .rejectText = tr("Keep downloading"),
        .destructive = true,
    };
    m_context.prompter->confirm(m_pane->window(), question, this, [this, running](bool yes) {
        if (yes)
            m_controller->apply(Verb::Cancel, running);
    });
}

} // namespace hubdesk
