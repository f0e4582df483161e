// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/endpointprofiles.h"

#include "core/settings/webaddress.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::EndpointProfiles)
};

using Kind = EndpointProfile::Kind;

constexpr std::array kKinds{
    std::pair{Kind::Official, "official"_L1}, std::pair{Kind::Mirror, "mirror"_L1},
    std::pair{Kind::Company, "company"_L1},   std::pair{Kind::SelfHosted, "self-hosted"_L1},
    std::pair{Kind::LocalHub, "local"_L1},
};

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toLatin1());
}

} // namespace

EndpointProfiles::EndpointProfiles()
{
    m_entries.push_back({.name = Texts::tr("Hugging Face Hub"), .url = {}, .kind = Kind::Official});
}

EndpointProfiles EndpointProfiles::parse(const QString &text)
{
    EndpointProfiles profiles;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const QStringList parts = word.split(u'|');
        if (parts.size() != 3)
            continue;
        const auto kind = std::ranges::find(kKinds, parts.at(0),
                                            [](const auto &pair) { return QString(pair.second); });
        const auto url = parseUrl(decoded(parts.at(2)));
        if (kind != kKinds.end() && url)
            profiles.add({decoded(parts.at(1)), *url, kind->first});
    }
    return profiles;
}

QString EndpointProfiles::toString() const
{
    QStringList words;
    for (const EndpointProfile &profile : m_entries) {
        if (profile.kind == Kind::Official)
            continue;
        const auto kind =
            std::ranges::find(kKinds, profile.kind, [](const auto &pair) { return pair.first; });
        words << kind->second + u'|' + encoded(profile.name) + u'|'
                + encoded(profile.url.toString());
    }
    return words.join(u' ');
}

std::expected<QUrl, QString> EndpointProfiles::parseUrl(const QString &text)
{
    return parseWebAddress(text,
                           {.example = Texts::tr("An endpoint looks like https://hub.example.com."),
                            .login = Texts::tr("An endpoint has no user name or password in it."),
                            .end = Texts::tr("An endpoint ends after the host or a path.")});
}

QString EndpointProfiles::problem(size_t index, const EndpointProfile &profile) const
{
    if (profile.kind == Kind::Official)
        return Texts::tr("The official Hub is there already.");
    if (profile.name.trimmed().isEmpty())
        return Texts::tr("Give it a name.");
    if (const auto url = parseUrl(profile.url.toString()); !url)
        return url.error();
    for (size_t i = 0; i < m_entries.size(); ++i) {
        const EndpointProfile &other = m_entries[i];
        if (i == index)
            continue;
        if (other.name.compare(profile.name.trimmed(), Qt::CaseInsensitive) == 0)
            return Texts::tr("There is one with this name already.");
        if (other.url == profile.url)
            return Texts::tr("\"%1\" has this address already.").arg(other.name);
    }
    return {};
}

std::optional<size_t> EndpointProfiles::indexOf(const QString &url) const
{
    const auto parsed = parseUrl(url);
    if (!url.trimmed().isEmpty() && !parsed)
        return std::nullopt;
    const auto it = std::ranges::find(m_entries, parsed.value_or(QUrl()), &EndpointProfile::url);
    if (it == m_entries.end())
        return std::nullopt;
    return static_cast<size_t>(it - m_entries.begin());
}

void EndpointProfiles::add(const EndpointProfile &profile)
{
    if (!problem(size(), profile).isEmpty())
        return;
    m_entries.push_back(profile);
    m_entries.back().name = profile.name.trimmed();
}

void EndpointProfiles::replace(size_t index, const EndpointProfile &profile)
{
    if (index == 0 || index >= size() || !problem(index, profile).isEmpty())
        return;
    m_entries[index] = profile;
    m_entries[index].name = profile.name.trimmed();
}

void EndpointProfiles::remove(size_t index)
{
    if (index > 0 && index < size())
        m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(index));
}

QString profileKindText(EndpointProfile::Kind kind)
{
    switch (kind) {
    case Kind::Official:
        return Texts::tr("Official");
    case Kind::Mirror:
        return Texts::tr("Mirror");
    case Kind::Company:
        return Texts::tr("Company");
    case Kind::SelfHosted:
        return Texts::tr("Self-hosted");
    case Kind::LocalHub:
        return Texts::tr("Local Hub");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace hubdesk
