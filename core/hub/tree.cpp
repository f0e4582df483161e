// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hub/tree.h"

#include "core/hub/jsonvalues.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hubdesk {

Result<TreeEntry> TreeEntry::fromJson(const QJsonObject &object)
{
    TreeEntry entry;
    entry.path = object.value("path"_L1).toString();
    entry.oid = object.value("oid"_L1).toString();
    if (entry.path.isEmpty() || entry.oid.isEmpty())
        return failure(ErrorKind::Protocol,
                       QCoreApplication::translate("hubdesk::TreeEntry",
                                                   "The Hub listed a file without its name."),
                       u"missing field: path or oid"_s);
    entry.kind =
        object.value("type"_L1).toString() == "directory"_L1 ? Kind::Directory : Kind::File;
    entry.size = object.value("size"_L1).toInteger();
    if (object.value("lfs"_L1).isObject()) {
        const QJsonObject lfs = object.value("lfs"_L1).toObject();
        entry.lfs = LfsInfo{lfs.value("oid"_L1).toString(), lfs.value("size"_L1).toInteger(),
                            lfs.value("pointerSize"_L1).toInteger()};
        entry.size = entry.lfs->size;
    }
    if (object.value("lastCommit"_L1).isObject()) {
        const QJsonObject commit = object.value("lastCommit"_L1).toObject();
        entry.lastCommit =
            LastCommit{commit.value("id"_L1).toString(), commit.value("title"_L1).toString(),
                       hubDate(commit.value("date"_L1))};
    }
    return entry;
}

RequestSpec TreeRequest::spec() const
{
    RequestSpec spec;
    spec.path = repo.apiPath() + "/tree/" + quoteAll(revision);
    if (!path.isEmpty())
        spec.path += '/' + quoteAll(path);
    spec.query = Query().add(u"recursive"_s, recursive).add(u"expand"_s, expand).encoded();
    return spec;
}

Result<Page<TreeEntry>> TreeRequest::parse(const ReplyData &reply)
{
    return pageFromJson<TreeEntry>(reply, &TreeEntry::fromJson);
}

RequestSpec PathsInfoRequest::spec() const
{
    Query body;
    body.addAll(u"paths"_s, paths).add(u"expand"_s, expand);
    RequestSpec spec;
    spec.method = "POST";
    spec.path = repo.apiPath() + "/paths-info/" + quoteAll(revision);
    spec.body = body.encoded();
    spec.contentType = "application/x-www-form-urlencoded";
    spec.idempotent = true; // a question that is too long for an address
    return spec;
}

Result<Page<TreeEntry>> PathsInfoRequest::parse(const ReplyData &reply)
{
    return pageFromJson<TreeEntry>(reply, &TreeEntry::fromJson);
}

} // namespace hubdesk
