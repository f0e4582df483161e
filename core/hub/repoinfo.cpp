// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hub/repoinfo.h"

#include "core/hub/jsonvalues.h"
#include "core/log/categories.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

Gating gatingFromJson(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull() || (value.isBool() && !value.toBool()))
        return Gating::None;
    if (value.toString() == "auto"_L1)
        return Gating::Automatic;
    if (value.toString() == "manual"_L1)
        return Gating::Manual;
    qCInfo(lcHub).noquote() << "unknown kind of gating:" << value.toVariant().toString();
    return Gating::Unknown;
}

std::optional<LfsInfo> lfsFromSibling(const QJsonObject &object)
{
    if (!object.value("lfs"_L1).isObject())
        return std::nullopt;
    const QJsonObject lfs = object.value("lfs"_L1).toObject();
    return LfsInfo{lfs.value("sha256"_L1).toString(), lfs.value("size"_L1).toInteger(),
                   lfs.value("pointerSize"_L1).toInteger()};
}

std::vector<Sibling> siblingsFromJson(const QJsonArray &array)
{
    std::vector<Sibling> siblings;
    siblings.reserve(static_cast<size_t>(array.size()));
    for (const QJsonValue &item : array) {
        const QJsonObject object = item.toObject();
        Sibling sibling;
        sibling.path = object.value("rfilename"_L1).toString();
        if (sibling.path.isEmpty())
            continue;
        if (object.value("size"_L1).isDouble())
            sibling.size = object.value("size"_L1).toInteger();
        sibling.blobId = object.value("blobId"_L1).toString();
        sibling.lfs = lfsFromSibling(object);
        siblings.push_back(std::move(sibling));
    }
    return siblings;
}

QString licenseOf(const QJsonObject &cardData, const QStringList &tags)
{
    const QJsonValue license = cardData.value("license"_L1);
    if (license.isString())
        return license.toString();
    if (license.isArray() && !license.toArray().isEmpty())
        return license.toArray().first().toString();
    for (const QString &tag : tags) {
        if (tag.startsWith("license:"_L1))
            return tag.mid(8);
    }
    return {};
}

} // namespace

QString gatingName(Gating gating)
{
    switch (gating) {
    case Gating::None:
        return {};
    case Gating::Automatic:
        return u"auto"_s;
    case Gating::Manual:
        return u"manual"_s;
    case Gating::Unknown:
        return u"unknown"_s;
    }
    return {};
}

Result<RepoInfo> RepoInfo::fromJson(RepoType type, const QJsonObject &object)
{
    const QString id = object.value("id"_L1).toString();
    if (id.isEmpty())
        return failure(ErrorKind::Protocol,
                       QCoreApplication::translate("hubdesk::RepoInfo",
                                                   "The Hub described a repo without its name."),
                       u"missing field: id"_s);
    RepoInfo info;
    info.repo = {type, id};
    info.author = object.value("author"_L1).toString(info.repo.author());
    info.sha = object.value("sha"_L1).toString();
    info.lastModified = hubDate(object.value("lastModified"_L1));
    info.createdAt = hubDate(object.value("createdAt"_L1));
    info.isPrivate = object.value("private"_L1).toBool();
    info.disabled = object.value("disabled"_L1).toBool();
    info.gated = gatingFromJson(object.value("gated"_L1));
    info.downloads = object.value("downloads"_L1).toInteger();
    info.likes = object.value("likes"_L1).toInteger();
    info.tags = stringList(object.value("tags"_L1));
    info.pipelineTag = object.value("pipeline_tag"_L1).toString();
    info.libraryName = object.value("library_name"_L1).toString();
    info.sdk = object.value("sdk"_L1).toString();
    info.cardData = object.value("cardData"_L1).toObject();
    info.license = licenseOf(info.cardData, info.tags);
    if (object.value("siblings"_L1).isArray())
        info.siblings = siblingsFromJson(object.value("siblings"_L1).toArray());
    info.raw = object;
    return info;
}

RequestSpec RepoInfoRequest::spec() const
{
    RequestSpec spec;
    spec.path = repo.apiPath();
    if (!revision.isEmpty())
        spec.path += "/revision/" + quoteAll(revision);
    Query query;
    if (filesMetadata)
        query.add(u"blobs"_s, true);
    query.addAll(u"expand"_s, expand);
    spec.query = query.encoded();
    return spec;
}

Result<RepoInfo> RepoInfoRequest::parse(const ReplyData &reply) const
{
    return parseJson(reply).and_then(
        [this](const QJsonDocument &json) { return RepoInfo::fromJson(repo.type, json.object()); });
}

RequestSpec CommitRequest::spec() const
{
    RepoInfoRequest request;
    request.repo = repo;
    request.revision = revision;
    return request.spec();
}

Result<QString> CommitRequest::parse(const ReplyData &reply) const
{
    return parseJson(reply).and_then([this](const QJsonDocument &json) -> Result<QString> {
        QString sha = json.object().value("sha"_L1).toString();
        if (!isCommitHash(sha))
            return failure(ErrorKind::Protocol,
                           QCoreApplication::translate("hubdesk::RepoInfo",
                                                       "The Hub does not say which commit “%1” is.")
                               .arg(revision));
        return sha;
    });
}

RequestSpec OpenToAllRequest::spec() const
{
    RepoInfoRequest request;
    request.repo = repo;
    // Spaces are never gated, and the Hub does not know the field there.
    request.expand = {u"private"_s, u"disabled"_s};
    if (repo.type != RepoType::Space)
        request.expand << u"gated"_s;
    RequestSpec spec = request.spec();
    spec.withToken = false;
    return spec;
}

Result<bool> OpenToAllRequest::parse(const ReplyData &reply) const
{
    return parseJson(reply).and_then([this](const QJsonDocument &json) {
        return RepoInfo::fromJson(repo.type, json.object()).transform([](const RepoInfo &info) {
            // Said, not just not denied.
            const bool isSaid = info.raw.value("private"_L1).isBool()
                && (info.repo.type == RepoType::Space || info.raw.contains("gated"_L1));
            return isSaid && !info.isPrivate && !info.disabled && info.gated == Gating::None;
        });
    });
}

} // namespace hubdesk
