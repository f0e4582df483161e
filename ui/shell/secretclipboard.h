// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>

namespace hubdesk {

//! Puts a secret on the clipboard for a short time only: it is taken away again after that, and
//! when the program ends, unless something else has been copied since.
class SecretClipboard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretClipboard)

public:
    explicit SecretClipboard(std::chrono::milliseconds time = std::chrono::minutes(1),
                             QObject *parent = nullptr);
    ~SecretClipboard() override;

    void copy(const QString &secret);

private:
    void clear();

    QTimer m_timer;
    QString m_secret;
};

} // namespace hubdesk
