// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/supportdialog.h"

#include "core/model/humanformat.h"
#include "core/model/supportcontroller.h"
#include "ui/shell/notifier.h"
#include "ui/shell/prompter.h"
#include "ui/theme/measures.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/themedlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kListWidth = 220;
constexpr qsizetype kPreviewBytes = 100'000; // of the newest lines: all of a big file is no preview

} // namespace

SupportDialog::SupportDialog(const UiContext &context, SupportController *controller,
                             QWidget *parent)
    : QDialog(parent),
      m_context(context),
      m_controller(controller),
      m_parts(new QListWidget(this)),
      m_preview(new QPlainTextEdit(this)),
      m_names(new QCheckBox(tr("&Include the names of repos and files"), this)),
      m_explanation(new ThemedLabel(context.theme, FontRole::Body, Token::Text, this)),
      m_status(new ThemedLabel(context.theme, FontRole::Secondary, Token::TextSecondary, this)),
      m_save(new QPushButton(tr("&Save..."), this)),
      m_cancel(new QPushButton(tr("Cancel"), this))
{
    constexpr QSize kSize(820, 560);
    setObjectName(u"supportDialog"_s);
    setWindowTitle(tr("Save support bundle"));
    build();
    resize(kSize);
    connect(m_parts, &QListWidget::currentRowChanged, this, &SupportDialog::showPart);
    connect(m_names, &QCheckBox::toggled, m_controller, &SupportController::collect);
    connect(m_save, &QPushButton::clicked, this, &SupportDialog::chooseFile);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_controller, &SupportController::stateChanged, this, &SupportDialog::showState);
    m_controller->collect(m_names->isChecked());
}

SupportDialog::~SupportDialog() = default;

void SupportDialog::build()
{
    auto *intro = new ThemedLabel(m_context.theme, FontRole::Body, Token::Text, this);
    intro->setText(tr("A support bundle helps others to find out why a transfer fails. It is one "
                      "zip file on your disk; Hubdesk sends it nowhere. Tokens, signed links, "
                      "passwords and your user name are not in it. This is what will be saved:"));
    intro->setWordWrap(true);
    m_parts->setObjectName(u"supportParts"_s);
    m_parts->setAccessibleName(tr("Files in the bundle"));
    m_parts->setFixedWidth(kListWidth);
    m_preview->setObjectName(u"supportPreview"_s);
    m_preview->setAccessibleName(tr("Content"));
    m_preview->setReadOnly(true);
    m_preview->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_preview->setFont(m_context.theme->font(FontRole::Mono));
    m_explanation->setObjectName(u"supportExplanation"_s);
    m_explanation->setWordWrap(true);
    m_names->setObjectName(u"supportNames"_s);
    m_names->setChecked(true);
    auto *namesHelp =
        new ThemedLabel(m_context.theme, FontRole::Secondary, Token::TextSecondary, this);
    namesHelp->setText(tr("Names say which repo has the problem. Without them repos are called "
                          "repo-1, repo-2 and so on: choose that if some of yours are private."));
    namesHelp->setWordWrap(true);
    m_status->setObjectName(u"supportStatus"_s);
    m_status->setWordWrap(true);
    m_save->setObjectName(u"supportSave"_s);
    makePrimary(m_save);
    m_cancel->setObjectName(u"supportCancel"_s);

    auto *right = new QVBoxLayout;
    right->setSpacing(measure::kSmall);
    right->addWidget(m_explanation);
    right->addWidget(m_preview, 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(measure::kMedium);
    middle->addWidget(m_parts);
    middle->addLayout(right, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(measure::kSmall);
    buttons->addWidget(m_status, 1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::kLarge, measure::kLarge, measure::kLarge, measure::kLarge);
    column->setSpacing(measure::kMedium);
    column->addWidget(intro);
    column->addLayout(middle, 1);
    auto *names = new QVBoxLayout;
    names->setSpacing(measure::kTiny);
    names->addWidget(m_names);
    names->addWidget(namesHelp);
    column->addLayout(names);
    column->addLayout(buttons);
}

void SupportDialog::showState()
{
    using State = SupportController::State;
    const State state = m_controller->state();
    const bool busy = state == State::Collecting || state == State::Writing;
    const bool failed = state == State::Failed && m_controller->error();
    m_names->setEnabled(state != State::Writing);
    m_save->setEnabled(!busy && !m_controller->parts().empty());
    m_status->setToken(failed ? Token::Bad : Token::TextSecondary);
    if (state == State::Collecting)
        m_status->setText(tr("Collecting"));
    else if (state == State::Writing)
        m_status->setText(tr("Saving"));
    else
        m_status->setText(failed ? m_controller->error()->message : QString());
    if (state == State::Ready)
        showParts();
    else if (state == State::Written)
        saved();
}

void SupportDialog::showParts()
{
    const int row = qMax(0, m_parts->currentRow());
    {
        const QSignalBlocker blocker(m_parts);
        m_parts->clear();
        for (const SupportPart &part : m_controller->parts()) {
            auto *item = new QListWidgetItem(
                u"%1  (%2)"_s.arg(part.name, humanSize(part.content.size())), m_parts);
            item->setToolTip(part.explanation);
        }
        m_parts->setCurrentRow(row);
    }
    showPart(row);
}

void SupportDialog::showPart(int row)
{
    const std::vector<SupportPart> &parts = m_controller->parts();
    if (row < 0 || std::size_t(row) >= parts.size())
        return;
    const SupportPart &part = parts.at(std::size_t(row));
    QByteArray shown = part.content;
    QString explanation = part.explanation;
    if (shown.size() > kPreviewBytes) {
        shown = shown.last(kPreviewBytes);
        shown = shown.sliced(shown.indexOf('\n') + 1);
        explanation += u' ' + tr("Here: the latest %1.").arg(humanSize(shown.size()));
    }
    m_explanation->setText(explanation);
    m_preview->setPlainText(shown.isEmpty() ? tr("Nothing has been recorded yet.")
                                            : QString::fromUtf8(shown));
}

void SupportDialog::chooseFile()
{
    m_context.prompter->chooseSaveFile(this, tr("Save support bundle"),
                                       m_controller->suggestedPath(), tr("Zip archives (*.zip)"),
                                       this, [this](const QString &path) {
                                           if (!path.isEmpty())
                                               m_controller->save(path);
                                       });
}

void SupportDialog::saved()
{
    const QString path = m_controller->writtenPath();
    if (m_context.notifier)
        m_context.notifier->notify(
            tr("The support bundle is saved: %1").arg(path), tr("Show"),
            [prompter = m_context.prompter, folder = path.section(u'/', 0, -2)] {
                prompter->openUrl(QUrl::fromLocalFile(folder));
            });
    accept();
}

void SupportDialog::done(int result)
{
    disconnect(m_controller, nullptr, this, nullptr);
    m_controller->cancel();
    QDialog::done(result);
}

} // namespace hubdesk
