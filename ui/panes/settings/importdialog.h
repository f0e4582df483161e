// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"

#include <QDialog>

namespace hubdesk {

struct SettingsImport;

//! What an import of settings will change, before it does. Accepted: do it. Object names:
//! "importChanges", "importNote", "importApply", "importCancel".
class ImportDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportDialog)

public:
    ImportDialog(const UiContext &context, const SettingsImport &import, QWidget *parent = nullptr);

private:
    void addChanges(const SettingsImport &import);
    void addNotes(const SettingsImport &import);

    UiContext m_context;
};

} // namespace hubdesk
