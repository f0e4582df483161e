// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"

#include <QDialog>

class QCheckBox;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace hubdesk {

class SupportController;
class ThemedLabel;

//! Shows what a support bundle will contain, file by file, and saves exactly that. Opened with
//! open(). Object names: "supportParts", "supportPreview", "supportNames", "supportSave",
//! "supportCancel", "supportStatus".
class SupportDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SupportDialog)

public:
    //! \a controller is not owned and outlives the dialog.
    SupportDialog(const UiContext &context, SupportController *controller,
                  QWidget *parent = nullptr);
    ~SupportDialog() override;

    void done(int result) override;

private:
    void build();
    void showState();
    void showParts();
    void showPart(int row);
    void chooseFile();
    void saved();

    UiContext m_context;
    SupportController *m_controller;
    QListWidget *m_parts;
    QPlainTextEdit *m_preview;
    QCheckBox *m_names;
    ThemedLabel *m_explanation;
    ThemedLabel *m_status;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace hubdesk
