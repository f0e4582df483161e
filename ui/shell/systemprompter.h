// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/prompter.h"
#include "ui/shell/secretclipboard.h"

namespace hubdesk {

class Theme;

//! The real one: window-modal dialogs with open(), QDesktopServices, QClipboard.
class SystemPrompter final : public Prompter
{
public:
    explicit SystemPrompter(const Theme *theme);

    void confirm(QWidget *parent, const Confirmation &question, QObject *context,
                 std::function<void(bool)> answered) override;
    void chooseFolder(QWidget *parent, const QString &title, const QString &start, QObject *context,
                      std::function<void(QString)> chosen) override;
    void chooseFile(QWidget *parent, const QString &title, const QString &start,
                    const QString &filter, QObject *context,
                    std::function<void(QString)> chosen) override;
    void chooseSaveFile(QWidget *parent, const QString &title, const QString &start,
                        const QString &filter, QObject *context,
                        std::function<void(QString)> chosen) override;
    void openUrl(const QUrl &url) override;
    void copyText(const QString &text) override;
    void copySecret(const QString &secret) override;
    void askText(QWidget *parent, const TextQuestion &question, QObject *context,
                 std::function<void(QString)> answered) override;

private:
    const Theme *m_theme;
    SecretClipboard m_secrets;
};

} // namespace hubdesk
