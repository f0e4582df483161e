// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/api/paging.h"
#include "app/localhub/api/reporoutes.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

constexpr qint64 kPage = 1000;
constexpr qint64 kExpandedPage = 50;
constexpr qsizetype kMaxPaths = 1000;

// Adds what `expand` asks for: the last commit of a path and the (clean) result of the scans.
class Expander
{
public:
    Expander(const RepoCall &call, const QByteArray &commit)
        : m_call(call),
          m_changes(call.hub.git.lastChanges(call.repo, commit))
    { }

    void expand(QJsonObject &entry, const TreeItem &item)
    {
        const auto info = m_call.hub.git.commit(m_call.repo, m_changes->value(item.path));
        if (info) {
            entry[u"lastCommit"] = QJsonObject{{u"id"_s, QString::fromLatin1(info->id)},
                                               {u"title"_s, info->title},
                                               {u"date"_s, hubDate(info->date)}};
        }
        if (!item.folder) {
            const QJsonObject scan{{u"virusFound"_s, false}, {u"virusNames"_s, QJsonValue()}};
            entry[u"securityFileStatus"] = QJsonObject{{u"status"_s, u"safe"_s},
                                                       {u"avScan"_s, scan},
                                                       {u"pickleImportScan"_s, QJsonValue()}};
        }
    }

private:
    const RepoCall &m_call;
    GitStore::ChangesPtr m_changes;
};

QJsonObject entryJson(const TreeItem &item)
{
    QJsonObject entry{{u"type"_s, item.folder ? u"directory"_s : u"file"_s},
                      {u"oid"_s, QString::fromLatin1(item.oid)},
                      {u"size"_s, item.size},
                      {u"path"_s, item.path}};
    if (item.lfs) {
        entry[u"lfs"] = QJsonObject{{u"oid"_s, QString::fromLatin1(item.lfs->sha256)},
                                    {u"size"_s, item.lfs->size},
                                    {u"pointerSize"_s, item.pointerSize}};
    }
    return entry;
}

// What lies below `folder`: everything, or the first level with its folders first.
std::vector<const TreeItem *> below(const Listing &listing, const QString &folder, bool recursive)
{
    const QString prefix = folder.isEmpty() ? QString() : folder + u'/';
    std::vector<const TreeItem *> found;
    for (const TreeItem &item : listing.items) {
        if (item.path.startsWith(prefix)
            && (recursive || item.path.indexOf(u'/', prefix.size()) < 0))
            found.push_back(&item);
    }
    if (!recursive)
        std::ranges::stable_partition(found, [](const TreeItem *item) { return item->folder; });
    return found;
}

struct PathsRequest
{
    QStringList paths;
    bool expand = false;
};

std::optional<PathsRequest> readPaths(const Request &request)
{
    PathsRequest wanted;
    if (request.header("content-type").startsWith("application/json")) {
        const QJsonDocument document = QJsonDocument::fromJson(request.body);
        if (!document.isObject())
            return {};
        for (const QJsonValue &path : document[u"paths"].toArray())
            wanted.paths.append(path.toString());
        wanted.expand = document[u"expand"].toBool();
        return wanted;
    }
    const Query form(request.body);
    wanted.paths = form.values(u"paths");
    wanted.expand = form.flag(u"expand");
    return wanted;
}

} // namespace

Response treeReply(const RepoCall &call)
{
    const auto commit = call.commit(call.rest.value(1, "main"));
    if (!commit)
        return commit.error();
    QString folder = decodeSegment(call.rest.mid(2).join('/'));
    while (folder.endsWith(u'/'))
        folder.chop(1);
    const Query &query = call.request.query;
    const auto listing = call.hub.git.listing(call.repo, *commit);
    const TreeItem *root = listing->find(folder);
    if (!folder.isEmpty() && (!root || !root->folder)) {
        const QString revision = decodeSegment(call.rest.value(1, "main"));
        Response error = Response::error(404, "EntryNotFound",
                                         u"%1 does not exist on \"%2\""_s.arg(folder, revision));
        error.setHeader("X-Repo-Commit", *commit);
        return error;
    }
    const auto found = below(*listing, folder, query.flag(u"recursive"));
    const bool expand = query.flag(u"expand");
    std::optional<Expander> expander;
    if (expand)
        expander.emplace(call, *commit);
    const qint64 most = expand ? kExpandedPage : kPage;
    const qint64 asked = query.number(u"limit", most);
    const qint64 size = asked > 0 ? std::min(asked, most) : most;
    return pageOf(call.request, static_cast<qint64>(found.size()), size, [&](qint64 i) {
        const TreeItem &item = *found[static_cast<size_t>(i)];
        QJsonObject entry = entryJson(item);
        if (expander)
            expander->expand(entry, item);
        return QJsonValue(entry);
    });
}

Response pathsInfoReply(const RepoCall &call)
{
    const auto commit = call.commit(call.rest.value(1));
    if (!commit)
        return commit.error();
    const auto wanted = readPaths(call.request);
    if (!wanted)
        return Response::error(400, {}, u"Invalid JSON body"_s);
    if (wanted->paths.size() > kMaxPaths)
        return Response::error(413, {}, u"too many parameters"_s);
    const auto listing = call.hub.git.listing(call.repo, *commit);
    std::optional<Expander> expander;
    if (wanted->expand)
        expander.emplace(call, *commit);
    QJsonArray entries;
    for (QString path : wanted->paths) {
        while (path.endsWith(u'/'))
            path.chop(1);
        const TreeItem *item = listing->find(path);
        if (!item)
            continue;
        QJsonObject entry = entryJson(*item);
        if (expander)
            expander->expand(entry, *item);
        entries.append(entry);
    }
    return Response::json(entries);
}

} // namespace hubdesk::localhub
