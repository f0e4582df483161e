// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/endpointprofiles.h"
#include "ui/shell/uicontext.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace hubdesk {

class ThemedLabel;

//! Name, kind and address of a Hub. Object names: "profileName", "profileKind", "profileAddress",
//! "profileProblem", "profileSave", "profileCancel".
class ProfileDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfileDialog)

public:
    //! \a profile takes the place of \a index in \a profiles (their size: it is new).
    ProfileDialog(const UiContext &context, EndpointProfiles profiles, size_t index,
                  const EndpointProfile &profile, QWidget *parent = nullptr);

    //! What is in the fields.
    [[nodiscard]] EndpointProfile profile() const;

private:
    void build(const UiContext &context);
    void check();

    EndpointProfiles m_profiles;
    size_t m_index;
    QLineEdit *m_name;
    QComboBox *m_kind;
    QLineEdit *m_address;
    ThemedLabel *m_problem;
    QPushButton *m_save = nullptr;
};

} // namespace hubdesk
