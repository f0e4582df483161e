// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "ui/panes/settings/settingspage.h"

#include <functional>
#include <vector>

class QCheckBox;
class QFormLayout;
class QSpinBox;

namespace hubdesk {

class SpeedField;

//! How much runs at once, how fast and when. Object names: "maxActive", "parallelDownloads",
//! "connectionsPerFile", "connections", "smallestFirst", "downloadLimit", "uploadLimit",
//! "slowDownLimit", and for the three schedules "windows", "downloadHours", "uploadHours" (the
//! button) with "...Summary".
class TransfersPage final : public SettingsPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransfersPage)

public:
    explicit TransfersPage(const UiContext &context, QWidget *parent = nullptr);

private:
    //! What one of the schedules is called and means.
    struct Week
    {
        SettingKey key;
        QString name;
        QString title;
        QString intro;
        QString empty;
        bool hasLimits;
    };

    void buildNumbers();
    void buildSpeeds();
    void buildWeeks();
    [[nodiscard]] QFormLayout *addForm();
    void addRow(QFormLayout *form, const QString &label, QWidget *field);
    void alignLabels();
    void addNumber(QFormLayout *form, const QString &name, const QString &label, SettingKey key,
                   int most);
    void addSpeed(QFormLayout *form, const QString &name, const QString &label, SettingKey key);
    void addWeek(const Week &week);
    void openWeek(const Week &week);

    std::vector<std::function<void()>> m_refresh; // one for each control
    std::vector<ThemedLabel *> m_labels; // of all forms
};

} // namespace hubdesk
