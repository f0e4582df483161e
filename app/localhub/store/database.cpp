// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/store/database.h"

#include "app/localhub/log.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

const QStringList &schema()
{
    static const QStringList statements{
        u"CREATE TABLE IF NOT EXISTS settings (key TEXT PRIMARY KEY, value TEXT NOT NULL)"_s,
        u"CREATE TABLE IF NOT EXISTS accounts (name TEXT PRIMARY KEY COLLATE NOCASE,"
        " type TEXT NOT NULL, fullname TEXT NOT NULL, email TEXT NOT NULL, pro INTEGER NOT NULL,"
        " details TEXT NOT NULL, created TEXT NOT NULL)"_s,
        u"CREATE TABLE IF NOT EXISTS members (org TEXT NOT NULL COLLATE NOCASE,"
        " user TEXT NOT NULL COLLATE NOCASE, role TEXT NOT NULL, PRIMARY KEY (org, user))"_s,
        u"CREATE TABLE IF NOT EXISTS tokens (token TEXT PRIMARY KEY, user TEXT NOT NULL,"
        " name TEXT NOT NULL, role TEXT NOT NULL, gated INTEGER NOT NULL, created TEXT NOT NULL)"_s,
        u"CREATE TABLE IF NOT EXISTS repos (id INTEGER PRIMARY KEY, type TEXT NOT NULL,"
        " ns TEXT NOT NULL COLLATE NOCASE, name TEXT NOT NULL COLLATE NOCASE,"
        " private INTEGER NOT NULL, gated TEXT NOT NULL, disabled INTEGER NOT NULL,"
        " created TEXT NOT NULL, downloads INTEGER NOT NULL, downloads_all INTEGER NOT NULL,"
        " likes INTEGER NOT NULL, trending INTEGER NOT NULL, runtime TEXT NOT NULL,"
        " UNIQUE (type, ns, name))"_s,
        u"CREATE TABLE IF NOT EXISTS renames (type TEXT NOT NULL, old TEXT NOT NULL COLLATE NOCASE,"
        " new TEXT NOT NULL, PRIMARY KEY (type, old))"_s,
        u"CREATE TABLE IF NOT EXISTS access_requests (repo INTEGER NOT NULL,"
        " user TEXT NOT NULL COLLATE NOCASE, status TEXT NOT NULL, timestamp TEXT NOT NULL,"
        " PRIMARY KEY (repo, user))"_s,
        u"CREATE TABLE IF NOT EXISTS lfs_objects (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL,"
        " pattern INTEGER)"_s,
        // Tables beside older ones, not new columns of them: a folder of an earlier seed stays
        // usable.
        u"CREATE TABLE IF NOT EXISTS token_details (token TEXT PRIMARY KEY, expires TEXT NOT NULL,"
        " permissions TEXT NOT NULL, client TEXT NOT NULL)"_s,
        u"CREATE TABLE IF NOT EXISTS refresh_tokens (token TEXT PRIMARY KEY, user TEXT NOT NULL,"
        " client TEXT NOT NULL)"_s,
        u"CREATE TABLE IF NOT EXISTS plans (name TEXT PRIMARY KEY COLLATE NOCASE,"
        " plan TEXT NOT NULL)"_s,
        u"CREATE TABLE IF NOT EXISTS follows (follower TEXT NOT NULL COLLATE NOCASE,"
        " followed TEXT NOT NULL COLLATE NOCASE, PRIMARY KEY (follower, followed))"_s,
        u"CREATE INDEX IF NOT EXISTS follows_followed ON follows (followed)"_s,
        u"CREATE TABLE IF NOT EXISTS likes (user TEXT NOT NULL COLLATE NOCASE,"
        " repo INTEGER NOT NULL, created TEXT NOT NULL, PRIMARY KEY (user, repo))"_s,
        u"CREATE INDEX IF NOT EXISTS likes_repo ON likes (repo)"_s,
    };
    return statements;
}

bool runStatement(QSqlQuery &query, const QString &sql, const QVariantList &values)
{
    if (!query.prepare(sql)) {
        qCWarning(lcLocalHub) << "SQL:" << query.lastError().text();
        return false;
    }
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec()) {
        qCWarning(lcLocalHub) << "SQL:" << query.lastError().text();
        return false;
    }
    return true;
}

} // namespace

std::expected<std::unique_ptr<Database>, QString> Database::open(const QString &path)
{
    std::unique_ptr<Database> database(new Database);
    database->m_thread = std::thread([raw = database.get()] { raw->loop(); });
    const QString error = database->run([&](QSqlDatabase &) { return database->connect(path); });
    if (!error.isEmpty())
        return std::unexpected(error);
    return database;
}

Database::~Database()
{
    perform([this] {
        const QString name = m_connection.connectionName();
        m_connection.close();
        m_connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
    });
    {
        const std::scoped_lock lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

QString Database::connect(const QString &path)
{
    m_connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, QUuid::createUuid().toString());
    m_connection.setDatabaseName(path);
    if (!m_connection.open())
        return u"Cannot open %1: %2."_s.arg(path, m_connection.lastError().databaseText());
    QSqlQuery query(m_connection);
    QStringList statements{u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = NORMAL"_s};
    statements += schema();
    for (const QString &statement : std::as_const(statements)) {
        if (!query.exec(statement))
            return u"Cannot prepare %1: %2."_s.arg(path, query.lastError().databaseText());
    }
    return {};
}

std::vector<SqlRow> Database::rows(const QString &sql, const QVariantList &values)
{
    return run([&](QSqlDatabase &connection) {
        std::vector<SqlRow> found;
        QSqlQuery query(connection);
        query.setForwardOnly(true);
        if (!runStatement(query, sql, values))
            return found;
        const int columns = query.record().count();
        while (query.next()) {
            SqlRow row;
            for (int column = 0; column < columns; ++column)
                row.append(query.value(column));
            found.push_back(row);
        }
        return found;
    });
}

std::optional<qint64> Database::execute(const QString &sql, const QVariantList &values)
{
    return run([&](QSqlDatabase &connection) -> std::optional<qint64> {
        QSqlQuery query(connection);
        if (!runStatement(query, sql, values))
            return {};
        return query.lastInsertId().toLongLong();
    });
}

void Database::transaction(const std::function<void()> &work)
{
    run([&](QSqlDatabase &connection) {
        connection.transaction();
        work();
        connection.commit();
    });
}

QString Database::setting(const QString &key)
{
    const auto found = rows(u"SELECT value FROM settings WHERE key = ?"_s, {key});
    return found.empty() ? QString() : found.front().first().toString();
}

void Database::setSetting(const QString &key, const QString &value)
{
    execute(u"INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)"_s, {key, value});
}

void Database::perform(const std::function<void()> &task)
{
    if (std::this_thread::get_id() == m_thread.get_id()) {
        task();
        return;
    }
    bool done = false;
    std::unique_lock lock(m_mutex);
    m_queue.emplace_back(&task, &done);
    m_changed.notify_all();
    m_changed.wait(lock, [&] { return done; });
}

void Database::loop()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_stop || !m_queue.empty(); });
        if (m_queue.empty())
            return;
        const auto [task, done] = m_queue.front();
        m_queue.pop_front();
        lock.unlock();
        (*task)();
        lock.lock();
        *done = true;
        m_changed.notify_all();
    }
}

} // namespace hubdesk::localhub
