// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QString>
#include <QVariantList>

#include <condition_variable>
#include <deque>
#include <expected>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <vector>

namespace hubdesk::localhub {

using SqlRow = QVariantList;

//! The SQLite file of a Hub. A Qt connection belongs to one thread, so one thread of its own runs
//! every statement and callers of any thread wait for theirs: statements are small, and their
//! order is the order in which they were asked for.
class Database
{
public:
    //! Opens or creates the file and its tables; a sentence when that fails.
    static std::expected<std::unique_ptr<Database>, QString> open(const QString &path);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    //! Runs `work` on the thread of the database and waits for its result.
    template <typename Work> auto run(Work &&work) -> std::invoke_result_t<Work, QSqlDatabase &>
    {
        using Value = std::invoke_result_t<Work, QSqlDatabase &>;
        if constexpr (std::is_void_v<Value>) {
            perform([&] { work(m_connection); });
        } else {
            std::optional<Value> value;
            perform([&] { value.emplace(work(m_connection)); });
            return *std::move(value);
        }
    }

    //! The rows of one statement with `?` places.
    std::vector<SqlRow> rows(const QString &sql, const QVariantList &values = {});
    //! Runs one statement; the new row id, or nothing when it failed.
    std::optional<qint64> execute(const QString &sql, const QVariantList &values = {});
    //! Runs `work` in one transaction, so that many small writes cost one flush.
    void transaction(const std::function<void()> &work);

    [[nodiscard]] QString setting(const QString &key);
    void setSetting(const QString &key, const QString &value);

private:
    Database() = default;
    void perform(const std::function<void()> &task);
    void loop();
    QString connect(const QString &path);

    QSqlDatabase m_connection;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::pair<const std::function<void()> *, bool *>> m_queue;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace hubdesk::localhub
