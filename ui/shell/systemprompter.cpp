// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/systemprompter.h"

#include "ui/theme/theme.h"
#include "ui/widgets/paneheader.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QGuiApplication>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

void pick(QFileDialog *dialog, QObject *context, const std::function<void(QString)> &chosen)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::finished, context, [dialog, chosen](int result) {
        const QStringList files = dialog->selectedFiles();
        chosen(result == QDialog::Accepted && !files.isEmpty() ? files.constFirst() : QString());
    });
    dialog->open();
}

} // namespace

SystemPrompter::SystemPrompter(const Theme *theme)
    : m_theme(theme)
{ }

void SystemPrompter::confirm(QWidget *parent, const Confirmation &question, QObject *context,
                             std::function<void(bool)> answered)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, question.title, question.title,
                                QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"confirmation"_s);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(question.text);
    if (auto *label = box->findChild<QLabel *>(u"qt_msgbox_label"_s); label && m_theme)
        label->setFont(m_theme->font(FontRole::Section));
    if (!question.details.isEmpty())
        box->setDetailedText(question.details);
    QPushButton *accept = box->addButton(question.acceptText, QMessageBox::AcceptRole);
    QPushButton *reject = box->addButton(question.rejectText.isEmpty() ? QMessageBox::tr("Cancel")
                                                                       : question.rejectText,
                                         QMessageBox::RejectRole);
    // What cannot be undone is never one Enter away.
    box->setDefaultButton(question.destructive ? reject : accept);
    box->setEscapeButton(reject);
    if (question.destructive)
        makeDestructive(accept);
    else
        makePrimary(accept);
    QObject::connect(box, &QMessageBox::finished, context,
                     [box, accept, answered = std::move(answered)] {
                         answered(box->clickedButton() == accept);
                     });
    box->open();
}

void SystemPrompter::chooseFolder(QWidget *parent, const QString &title, const QString &start,
                                  QObject *context, std::function<void(QString)> chosen)
{
    auto *dialog = new QFileDialog(parent, title, start);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    pick(dialog, context, chosen);
}

void SystemPrompter::chooseFile(QWidget *parent, const QString &title, const QString &start,
                                const QString &filter, QObject *context,
                                std::function<void(QString)> chosen)
{
    auto *dialog = new QFileDialog(parent, title, start, filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    pick(dialog, context, chosen);
}

void SystemPrompter::chooseSaveFile(QWidget *parent, const QString &title, const QString &start,
                                    const QString &filter, QObject *context,
                                    std::function<void(QString)> chosen)
{
    auto *dialog = new QFileDialog(parent, title, start, filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(start);
    // "Text (*.txt)": the ending is what follows the star.
    const auto follow = [dialog](const QString &chosenFilter) {
        const qsizetype star = chosenFilter.indexOf(u"*."_s);
        const qsizetype end = chosenFilter.indexOf(u')', star);
        if (star >= 0 && end > star)
            dialog->setDefaultSuffix(chosenFilter.sliced(star + 2, end - star - 2));
    };
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, follow);
    follow(dialog->selectedNameFilter());
    pick(dialog, context, chosen);
}

void SystemPrompter::openUrl(const QUrl &url)
{
    QDesktopServices::openUrl(url);
}

void SystemPrompter::copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void SystemPrompter::copySecret(const QString &secret)
{
    m_secrets.copy(secret);
}

void SystemPrompter::askText(QWidget *parent, const TextQuestion &question, QObject *context,
                             std::function<void(QString)> answered)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(question.title);
    dialog->setLabelText(question.label);
    dialog->setTextValue(question.text);
    dialog->setOkButtonText(QCoreApplication::translate("hubdesk::SystemPrompter", "OK"));
    dialog->setCancelButtonText(QCoreApplication::translate("hubdesk::SystemPrompter", "Cancel"));
    QObject::connect(dialog, &QInputDialog::textValueSelected, context, std::move(answered));
    dialog->open();
}

} // namespace hubdesk
