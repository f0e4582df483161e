// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QDialog>

class QDateTimeEdit;

namespace hubdesk {

//! Asks for a date and a time. Object names: "startDialog", "startTime".
class StartDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartDialog)

public:
    //! \a start: in the user's zone.
    explicit StartDialog(const QDateTime &start, QWidget *parent = nullptr);

    //! In the user's zone.
    [[nodiscard]] QDateTime chosen() const;

private:
    QDateTimeEdit *m_edit;
};

} // namespace hubdesk
