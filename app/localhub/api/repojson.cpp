// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/api/repojson.h"

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

QJsonArray toArray(const QStringList &strings)
{
    return QJsonArray::fromStringList(strings);
}

QJsonValue gatedValue(const Repository &repo)
{
    return repo.gated.isEmpty() ? QJsonValue(false) : QJsonValue(repo.gated);
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(const QJsonObject &object)
{
    return object.isEmpty() ? QJsonValue() : QJsonValue(object);
}

QString subdomain(const Repository &repo)
{
    QString name = (repo.ns + u'-' + repo.name).toLower();
    name.replace(u'_', u'-').replace(u'.', u'-');
    return name;
}

QJsonObject baseModels(const Digest &digest)
{
    QJsonArray models;
    const QJsonValue base = digest.card[u"base_model"];
    const QJsonArray ids = base.isArray() ? base.toArray()
        : base.isString()                 ? QJsonArray{base}
                                          : QJsonArray();
    for (const QJsonValue &id : ids)
        models.append(
            QJsonObject{{u"_id"_s, objectId(u"models/"_s + id.toString())}, {u"id"_s, id}});
    if (models.isEmpty())
        return {};
    return QJsonObject{{u"relation"_s, digest.card[u"base_model_relation"].toString(u"finetune"_s)},
                       {u"models"_s, models}};
}

QJsonValue commonProperty(const Repository &repo, const Digest &digest, const QString &name)
{
    if (name == "author"_L1)
        return repo.ns;
    if (name == "cardData"_L1)
        return orNull(digest.card);
    if (name == "createdAt"_L1)
        return hubDate(repo.created);
    if (name == "disabled"_L1)
        return repo.disabled;
    if (name == "downloads"_L1)
        return repo.downloads;
    if (name == "downloadsAllTime"_L1)
        return repo.downloadsAllTime;
    if (name == "gated"_L1)
        return gatedValue(repo);
    if (name == "lastModified"_L1)
        return hubDate(digest.date);
    if (name == "likes"_L1)
        return repo.likes;
    if (name == "private"_L1)
        return repo.isPrivate;
    if (name == "sha"_L1)
        return QString::fromLatin1(digest.commit);
    if (name == "siblings"_L1)
        return siblings(digest, false);
    if (name == "tags"_L1)
        return toArray(digest.tags);
    if (name == "trendingScore"_L1)
        return repo.trending;
    if (name == "usedStorage"_L1)
        return digest.usedStorage;
    if (name == "xetEnabled"_L1)
        return false;
    return {QJsonValue::Undefined};
}

QJsonValue modelProperty(const Repository &repo, const Digest &digest, const QString &name)
{
    if (name == "modelId"_L1)
        return repo.id();
    if (name == "pipeline_tag"_L1)
        return orNull(digest.pipelineTag);
    if (name == "library_name"_L1)
        return orNull(digest.library);
    if (name == "mask_token"_L1)
        return orNull(digest.maskToken);
    if (name == "config"_L1)
        return orNull(digest.config);
    if (name == "transformersInfo"_L1)
        return orNull(digest.transformersInfo);
    if (name == "safetensors"_L1)
        return orNull(digest.safetensors);
    if (name == "gguf"_L1)
        return orNull(digest.gguf);
    if (name == "widgetData"_L1)
        return digest.card[u"widget"];
    if (name == "model-index"_L1)
        return digest.card.contains("model-index"_L1) ? digest.card["model-index"_L1]
                                                      : QJsonValue();
    if (name == "baseModels"_L1)
        return orNull(baseModels(digest));
    if (name == "childrenModelCount"_L1)
        return QJsonObject();
    if (name == "spaces"_L1 || name == "evalResults"_L1 || name == "inferenceProviderMapping"_L1)
        return QJsonArray();
    return {QJsonValue::Undefined};
}

QJsonValue spaceProperty(const Repository &repo, const Digest &digest, const QString &name)
{
    if (name == "sdk"_L1)
        return digest.card[u"sdk"];
    if (name == "subdomain"_L1)
        return subdomain(repo);
    if (name == "host"_L1)
        return QString(u"https://"_s + subdomain(repo) + u".hf.space"_s);
    if (name == "runtime"_L1)
        return repo.runtime;
    if (name == "region"_L1)
        return u"us"_s;
    if (name == "models"_L1 || name == "datasets"_L1)
        return digest.card[name].toArray();
    return {QJsonValue::Undefined};
}

QJsonValue property(const Repository &repo, const Digest &digest, const QString &name)
{
    QJsonValue value = commonProperty(repo, digest, name);
    if (!value.isUndefined())
        return value;
    switch (repo.type) {
    case RepoType::Model:
        return modelProperty(repo, digest, name);
    case RepoType::Dataset:
        if (name == "description"_L1)
            return digest.description;
        return {QJsonValue::Undefined};
    case RepoType::Space:
        return spaceProperty(repo, digest, name);
    }
    return {QJsonValue::Undefined};
}

// Like `property`, for objects in which what is unknown is left out.
void addKnown(QJsonObject &object, const Repository &repo, const Digest &digest,
              const QStringList &names)
{
    for (const QString &name : names) {
        const QJsonValue value = property(repo, digest, name);
        if (!value.isUndefined() && !value.isNull())
            object[name] = value;
    }
}

} // namespace

const QStringList &expandNames(RepoType type)
{
    static const QStringList model =
        u"author baseModels cardData childrenModelCount config createdAt"
        " disabled downloads downloadsAllTime evalResults gated gguf inference"
        " inferenceProviderMapping lastModified library_name likes mask_token model-index"
        " pipeline_tag private resourceGroup safetensors sha siblings spaces tags transformersInfo"
        " trendingScore usedStorage widgetData xetEnabled"_s.split(u' ');
    static const QStringList dataset =
        u"author cardData citation createdAt description disabled"
        " downloads downloadsAllTime gated lastModified likes mainSize paperswithcode_id private"
        " resourceGroup sha siblings tags trendingScore usedStorage xetEnabled"_s.split(u' ');
    static const QStringList space =
        u"author cardData createdAt datasets disabled lastModified likes"
        " models private region resourceGroup runtime sdk sha siblings subdomain tags trendingScore"
        " usedStorage xetEnabled"_s.split(u' ');
    return type == RepoType::Model ? model : type == RepoType::Dataset ? dataset : space;
}

QString unknownExpand(RepoType type, const QStringList &wanted)
{
    for (const QString &name : wanted) {
        if (!expandNames(type).contains(name))
            return name;
    }
    return {};
}

QString expandMessage(RepoType type)
{
    return u"\"expand\" must be one of [%1]"_s.arg(expandNames(type).join(u", "_s));
}

QJsonObject repoProperties(const Repository &repo, const Digest &digest, const QStringList &names)
{
    QJsonObject object{{u"_id"_s, repo.internalId()}, {u"id"_s, repo.id()}};
    addKnown(object, repo, digest, names);
    return object;
}

QJsonObject repoListEntry(const Repository &repo, const Digest &digest)
{
    switch (repo.type) {
    case RepoType::Model:
        return repoProperties(repo, digest,
                              {u"modelId"_s, u"likes"_s, u"private"_s, u"downloads"_s, u"tags"_s,
                               u"pipeline_tag"_s, u"library_name"_s, u"createdAt"_s,
                               u"trendingScore"_s});
    case RepoType::Dataset:
        return repoProperties(repo, digest,
                              {u"author"_s, u"disabled"_s, u"gated"_s, u"lastModified"_s,
                               u"likes"_s, u"trendingScore"_s, u"private"_s, u"sha"_s,
                               u"description"_s, u"downloads"_s, u"tags"_s, u"createdAt"_s});
    case RepoType::Space:
        return repoProperties(
            repo, digest,
            {u"likes"_s, u"trendingScore"_s, u"private"_s, u"sdk"_s, u"tags"_s, u"createdAt"_s});
    }
    Q_UNREACHABLE_RETURN(QJsonObject());
}

QJsonObject repoInfo(const Repository &repo, const Digest &digest)
{
    QStringList names{u"author"_s,   u"sha"_s,      u"lastModified"_s, u"private"_s,
                      u"disabled"_s, u"gated"_s,    u"tags"_s,         u"likes"_s,
                      u"cardData"_s, u"siblings"_s, u"createdAt"_s,    u"usedStorage"_s};
    if (repo.type == RepoType::Model) {
        names += {u"modelId"_s,     u"downloads"_s,  u"pipeline_tag"_s, u"library_name"_s,
                  u"mask_token"_s,  u"widgetData"_s, u"config"_s,       u"transformersInfo"_s,
                  u"safetensors"_s, u"gguf"_s,       u"spaces"_s};
    } else if (repo.type == RepoType::Dataset) {
        names += {u"downloads"_s, u"description"_s};
    } else {
        names += {u"sdk"_s, u"host"_s, u"subdomain"_s, u"runtime"_s, u"models"_s, u"datasets"_s};
    }
    QJsonObject object = repoProperties(repo, digest, names);
    object[u"discussionsDisabled"] = false;
    if (repo.type == RepoType::Model)
        object["model-index"_L1] = property(repo, digest, u"model-index"_s);
    return object;
}

QJsonArray siblings(const Digest &digest, bool blobs)
{
    QJsonArray all;
    for (const TreeItem &item : digest.files->items) {
        if (item.folder)
            continue;
        QJsonObject entry{{u"rfilename"_s, item.path}};
        if (blobs) {
            entry[u"size"] = item.size;
            entry[u"blobId"] = QString::fromLatin1(item.oid);
            if (item.lfs) {
                entry[u"lfs"] = QJsonObject{{u"sha256"_s, QString::fromLatin1(item.lfs->sha256)},
                                            {u"size"_s, item.lfs->size},
                                            {u"pointerSize"_s, item.pointerSize}};
            }
        }
        all.append(entry);
    }
    return all;
}

} // namespace hubdesk::localhub
