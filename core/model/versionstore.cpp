// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/versionstore.h"

#include "core/settings/settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

const QString kAnswers = u"updates/answers"_s;
const QString kPins = u"updates/pinned"_s;
const QString kPending = u"updates/pending"_s;

// A transfer that nobody finished in this time is not in any list any more.
constexpr size_t kMaxPending = 500;

QString keyOf(const RepoId &repo)
{
    return repoTypeName(repo.type) + u'/' + repo.id;
}

std::optional<RepoId> repoOf(const QString &key)
{
    const qsizetype slash = key.indexOf(u'/');
    const auto type = repoTypeFromName(key.left(slash));
    if (slash <= 0 || !type)
        return std::nullopt;
    return RepoId{*type, key.sliced(slash + 1)};
}

QJsonValue timeValue(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toMSecsSinceEpoch()) : QJsonValue();
}

QDateTime timeOf(const QJsonValue &value)
{
    return value.isDouble() ? QDateTime::fromMSecsSinceEpoch(value.toInteger(), QTimeZone::UTC)
                            : QDateTime();
}

QJsonObject parsed(const Settings &settings, const QString &name)
{
    return QJsonDocument::fromJson(settings.state(name).toString().toUtf8()).object();
}

QString written(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString problemName(VersionState state)
{
    return state == VersionState::Gone    ? u"gone"_s
        : state == VersionState::NoAccess ? u"noAccess"_s
                                          : QString();
}

VersionState problemOf(const QString &name)
{
    return name == "gone"_L1    ? VersionState::Gone
        : name == "noAccess"_L1 ? VersionState::NoAccess
                                : VersionState::Unknown;
}

} // namespace

VersionStore::VersionStore(Settings *settings, QString endpoint)
    : m_settings(settings),
      m_endpoint(std::move(endpoint))
{
    load();
}

void VersionStore::setEndpoint(const QString &endpoint)
{
    if (endpoint == m_endpoint)
        return;
    m_endpoint = endpoint;
    m_answers.clear();
}

std::optional<VersionAnswer> VersionStore::answer(const RepoId &repo) const
{
    const auto found = m_answers.constFind(repo);
    return found == m_answers.cend() ? std::nullopt : std::optional(*found);
}

void VersionStore::setAnswer(const RepoId &repo, const VersionAnswer &answer)
{
    m_answers.insert(repo, answer);
}

void VersionStore::setPinned(const RepoId &repo, bool pinned)
{
    if (pinned)
        m_pins.insert(repo);
    else
        m_pins.remove(repo);
    save();
}

void VersionStore::addPending(const PendingUpdate &update)
{
    std::erase_if(m_pending,
                  [&update](const PendingUpdate &old) { return old.repo == update.repo; });
    m_pending.push_back(update);
    if (m_pending.size() > kMaxPending)
        m_pending.erase(m_pending.begin());
    save();
}

bool VersionStore::removePending(TransferId transfer)
{
    const bool isRemoved = std::erase_if(
        m_pending, [transfer](const PendingUpdate &update) { return update.transfer == transfer; });
    if (isRemoved)
        save();
    return isRemoved;
}

void VersionStore::load()
{
    const QJsonObject answers = parsed(*m_settings, kAnswers);
    if (answers.value("endpoint"_L1).toString() == m_endpoint) {
        const QJsonObject repos = answers.value("repos"_L1).toObject();
        for (auto it = repos.begin(); it != repos.end(); ++it) {
            const auto repo = repoOf(it.key());
            const QJsonObject object = it.value().toObject();
            VersionAnswer answer{object.value("ref"_L1).toString(),
                                 problemOf(object.value("problem"_L1).toString()),
                                 object.value("commit"_L1).toString(),
                                 timeOf(object.value("date"_L1)), timeOf(object.value("at"_L1))};
            const bool isWhole =
                answer.problem != VersionState::Unknown || isCommitHash(answer.commit);
            if (repo && isWhole && answer.at.isValid())
                m_answers.insert(*repo, answer);
        }
    }
    for (const QString &key : m_settings->state(kPins).toStringList()) {
        if (const auto repo = repoOf(key))
            m_pins.insert(*repo);
    }
    const QJsonArray pending = parsed(*m_settings, kPending).value("updates"_L1).toArray();
    for (const QJsonValue &value : pending) {
        const QJsonObject object = value.toObject();
        const auto repo = repoOf(object.value("repo"_L1).toString());
        // Written as text: not every id fits into a double.
        PendingUpdate update{object.value("transfer"_L1).toString().toULongLong(),
                             repo.value_or(RepoId{}), object.value("ref"_L1).toString(),
                             object.value("from"_L1).toString(), object.value("to"_L1).toString()};
        if (repo && update.transfer && isCommitHash(update.to))
            m_pending.push_back(update);
    }
}

void VersionStore::save()
{
    QJsonObject repos;
    for (auto it = m_answers.cbegin(); it != m_answers.cend(); ++it) {
        QJsonObject object{{"ref"_L1, it->ref}, {"at"_L1, timeValue(it->at)}};
        if (it->problem != VersionState::Unknown)
            object.insert("problem"_L1, problemName(it->problem));
        else
            object.insert("commit"_L1, it->commit);
        if (it->date.isValid())
            object.insert("date"_L1, timeValue(it->date));
        repos.insert(keyOf(it.key()), object);
    }
    m_settings->setState(kAnswers,
                         written(QJsonObject{{"endpoint"_L1, m_endpoint}, {"repos"_L1, repos}}));
    QStringList pins;
    for (const RepoId &repo : std::as_const(m_pins))
        pins.append(keyOf(repo));
    pins.sort();
    m_settings->setState(kPins, pins);
    QJsonArray pending;
    for (const PendingUpdate &update : m_pending) {
        pending.append(QJsonObject{{"transfer"_L1, QString::number(update.transfer)},
                                   {"repo"_L1, keyOf(update.repo)},
                                   {"ref"_L1, update.ref},
                                   {"from"_L1, update.from},
                                   {"to"_L1, update.to}});
    }
    m_settings->setState(kPending, written(QJsonObject{{"updates"_L1, pending}}));
}

} // namespace hubdesk
