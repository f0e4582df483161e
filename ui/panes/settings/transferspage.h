// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/settings/settingspage.h"

class QSpinBox;

namespace hubdesk {

//! How many files are fetched at once. Object name: "parallelDownloads".
class TransfersPage final : public SettingsPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransfersPage)

public:
    explicit TransfersPage(const UiContext &context, QWidget *parent = nullptr);

private:
    QSpinBox *m_parallel;
};

} // namespace hubdesk
