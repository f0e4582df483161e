// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/transfer.h"

#include <QHash>
#include <QJsonObject>

namespace hubdesk {

//! How names of repos and files appear in a support bundle: as they are, or repos as "repo-1",
//! "repo-2" ... (the same repo always the same) and files as `*`.
class ShownNames
{
public:
    explicit ShownNames(bool include)
        : m_include(include)
    { }

    [[nodiscard]] bool isIncluded() const { return m_include; }
    [[nodiscard]] QString repo(const QString &id);
    [[nodiscard]] QString file(const QString &path) const;

private:
    bool m_include;
    QHash<QString, QString> m_repos;
};

//! State, sizes and error of \a transfer without anything secret; the first files that are not
//! done.
[[nodiscard]] QJsonObject supportTransfer(const Transfer &transfer, ShownNames &names);

//! The transfers that a journal in \a folder has. Reads only, touches nothing: the program that it
//! belongs to may be running. Blocking.
[[nodiscard]] std::vector<Transfer> journaledTransfers(const QString &folder);

} // namespace hubdesk
