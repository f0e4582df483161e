// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>
#include <memory>

namespace hubdesk::localhub {

//! The folder of a Hub, locked against a second instance for as long as this object lives.
class DataFolder
{
public:
    //! Makes the folder where needed. What an interrupted seeding left behind is taken away.
    static std::expected<std::unique_ptr<DataFolder>, QString> lock(const QString &path);
    ~DataFolder();
    Q_DISABLE_COPY_MOVE(DataFolder)

    [[nodiscard]] QString path() const { return m_path; }
    //! Nothing was in it: it may be seeded.
    [[nodiscard]] bool isFresh() const { return m_fresh; }
    //! From now on the content counts as whole.
    void markComplete();

private:
    DataFolder() = default;
    void prepare();

    QString m_path;
    int m_lock = -1;
    bool m_fresh = false;
};

} // namespace hubdesk::localhub
