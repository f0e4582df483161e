// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hub/refs.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

std::vector<GitRef> refsFromJson(const QJsonValue &value)
{
    std::vector<GitRef> refs;
    for (const QJsonValue &item : value.toArray()) {
        const QJsonObject object = item.toObject();
        GitRef ref{object.value("name"_L1).toString(), object.value("ref"_L1).toString(),
                   object.value("targetCommit"_L1).toString()};
        if (!ref.name.isEmpty())
            refs.push_back(std::move(ref));
    }
    return refs;
}

} // namespace

RequestSpec RefsRequest::spec() const
{
    RequestSpec spec;
    spec.path = repo.apiPath() + "/refs";
    if (includePullRequests)
        spec.query = Query().add(u"include_prs"_s, qint64(1)).encoded();
    return spec;
}

Result<GitRefs> RefsRequest::parse(const ReplyData &reply)
{
    return parseJson(reply).transform([](const QJsonDocument &json) {
        const QJsonObject object = json.object();
        return GitRefs{refsFromJson(object.value("branches"_L1)),
                       refsFromJson(object.value("tags"_L1)),
                       refsFromJson(object.value("converts"_L1)),
                       refsFromJson(object.value("pullRequests"_L1))};
    });
}

} // namespace hubdesk
