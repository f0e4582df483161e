// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hub/repoid.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct RepoIdTexts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::RepoIdTexts)
};

std::unexpected<Error> invalid(const QString &message)
{
    return failure(ErrorKind::Invalid, message);
}

QString webPrefix(RepoType type)
{
    return type == RepoType::Model ? QString() : repoTypePlural(type) + u'/';
}

//! Reads `ns/name`, `ns/name@rev`, `ns/name@rev/path` behind the type prefix of an hf:// address.
Result<HubLocation> parseAddress(RepoType type, const QString &text)
{
    // The revision ends at the next slash, but for the two special forms.
    static const QRegularExpression pattern(
        u"^([^/@]+(?:/[^/@]+)?)(?:@((?:refs/(?:pr/\\d+|convert/[^/]+))|[^/]+))?(?:/(.*))?$"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return invalid(RepoIdTexts::tr("This is not the address of a repo: %1").arg(text));
    auto repo = RepoId::make(type, match.captured(1));
    if (!repo)
        return std::unexpected(repo.error());
    HubLocation location{*repo, QUrl::fromPercentEncoding(match.captured(2).toUtf8()),
                         match.captured(3)};
    if (!location.revision.isEmpty()) {
        if (const auto ok = checkRevision(location.revision); !ok)
            return std::unexpected(ok.error());
    }
    if (!location.path.isEmpty()) {
        if (const auto ok = checkFilePath(location.path); !ok)
            return std::unexpected(ok.error());
    }
    return location;
}

Result<HubLocation> parseWebLink(const QUrl &url)
{
    QStringList parts = url.path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts);
    RepoType type = RepoType::Model;
    if (!parts.isEmpty() && (parts.first() == "datasets"_L1 || parts.first() == "spaces"_L1))
        type = *repoTypeFromName(parts.takeFirst());
    if (parts.isEmpty())
        return invalid(RepoIdTexts::tr("This link does not lead to a repo."));
    for (QString &part : parts)
        part = QUrl::fromPercentEncoding(part.toUtf8());
    static const std::array routes{"blob"_L1, "blame"_L1, "raw"_L1, "resolve"_L1, "tree"_L1};
    const auto route = std::ranges::find_if(
        parts, [](const QString &part) { return std::ranges::find(routes, part) != routes.end(); });
    const qsizetype at = route - parts.begin();
    QStringList idParts = parts.mid(0, std::min<qsizetype>(at, 2));
    auto repo = RepoId::make(type, idParts.join(u'/'));
    if (!repo)
        return std::unexpected(repo.error());
    HubLocation location{*repo, {}, {}};
    if (at <= 2 && at + 1 < parts.size()) {
        qsizetype next = at + 2;
        location.revision = parts.at(at + 1);
        if (location.revision == "refs"_L1 && parts.size() >= at + 4) {
            location.revision = parts.mid(at + 1, 3).join(u'/');
            next = at + 4;
        }
        location.path = parts.mid(next).join(u'/');
        if (const auto ok = checkRevision(location.revision); !ok)
            return std::unexpected(ok.error());
    }
    return location;
}

} // namespace

QString repoTypeName(RepoType type)
{
    switch (type) {
    case RepoType::Model:
        return u"model"_s;
    case RepoType::Dataset:
        return u"dataset"_s;
    case RepoType::Space:
        return u"space"_s;
    }
    return u"model"_s;
}

QString repoTypePlural(RepoType type)
{
    return repoTypeName(type) + u's';
}

Result<RepoType> repoTypeFromName(const QString &name)
{
    if (name.isEmpty())
        return RepoType::Model;
    for (const RepoType type : {RepoType::Model, RepoType::Dataset, RepoType::Space}) {
        if (name == repoTypeName(type) || name == repoTypePlural(type))
            return type;
    }
    return invalid(RepoIdTexts::tr("The repo type is model, dataset or space, not %1.").arg(name));
}

Result<RepoId> RepoId::make(RepoType type, const QString &id)
{
    // \w is Unicode-aware in the official client, but a new line at the end is not accepted here.
    static const QRegularExpression pattern(u"\\A(?:\\b[\\w\\-.]+\\b/)?\\b[\\w\\-.]{1,96}\\b\\z"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    if (id.count(u'/') > 1)
        return invalid(RepoIdTexts::tr("A repo is named name or namespace/name, not %1.").arg(id));
    if (!pattern.match(id).hasMatch())
        return invalid(
            RepoIdTexts::tr(
                "“%1” cannot name a repo: letters, digits, “-”, “_” and “.” are allowed, "
                "the first and last character must be a letter, a digit or “_”, and a name has at "
                "most 96 of them.")
                .arg(id));
    if (id.contains("--"_L1) || id.contains(".."_L1))
        return invalid(
            RepoIdTexts::tr("“%1” cannot name a repo: “--” and “..” are not allowed.").arg(id));
    if (id.endsWith(".git"_L1))
        return invalid(
            RepoIdTexts::tr("“%1” cannot name a repo: it must not end in “.git”.").arg(id));
    return RepoId{type, id};
}

QString RepoId::author() const
{
    const qsizetype slash = id.indexOf(u'/');
    return slash < 0 ? QString() : id.left(slash);
}

QString RepoId::name() const
{
    return id.mid(id.indexOf(u'/') + 1);
}

QByteArray RepoId::apiPath() const
{
    return "/api/" + repoTypePlural(type).toLatin1() + '/' + quotePathOfId();
}

QByteArray RepoId::webPath() const
{
    return '/' + webPrefix(type).toLatin1() + quotePathOfId();
}

QByteArray RepoId::quotePathOfId() const
{
    return QUrl::toPercentEncoding(id, "/");
}

QString RepoId::cacheFolder() const
{
    QString folder = repoTypePlural(type) + "--"_L1 + id;
    return folder.replace(u'/', "--"_L1);
}

QString RepoId::uri() const
{
    return "hf://"_L1 + webPrefix(type) + id;
}

size_t qHash(const RepoId &repo, size_t seed)
{
    return qHashMulti(seed, static_cast<int>(repo.type), repo.id);
}

Result<void> checkRevision(const QString &revision)
{
    static const QRegularExpression forbidden(
        u"[\\x00-\\x20\\x7f~^:?*\\[\\\\]|\\.\\.|@\\{|//|^/|/$|\\.$|\\.lock$|^-|^$"_s);
    if (forbidden.match(revision).hasMatch() || revision.size() > 255)
        return invalid(RepoIdTexts::tr("“%1” cannot name a branch, tag or commit.").arg(revision));
    return {};
}

bool isCommitHash(const QString &revision)
{
    return revision.size() == 40 && std::ranges::all_of(revision, [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

Result<void> checkFilePath(const QString &path)
{
    static const QRegularExpression drive(u"^[A-Za-z]:"_s);
    bool good = !path.isEmpty() && !path.startsWith(u'\\') && !path.contains(QChar(0))
        && !drive.match(path).hasMatch();
    // A backslash is a letter on this system and a separator on others: `..` passes on neither.
    for (const QStringView part : QStringView(path).tokenize(u'/')) {
        good = good && !part.isEmpty() && part != u".";
        for (const QStringView piece : part.tokenize(u'\\'))
            good = good && piece != u"..";
    }
    if (!good)
        return invalid(RepoIdTexts::tr("“%1” is not a safe path inside a repo.").arg(path));
    return {};
}

Result<HubLocation> parseHubLocation(const QString &text, const QString &endpointHost)
{
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith("hf://"_L1)) {
        QString rest = trimmed.mid(5);
        RepoType type = RepoType::Model;
        const QString first = rest.section(u'/', 0, 0);
        for (const RepoType candidate : {RepoType::Model, RepoType::Dataset, RepoType::Space}) {
            if (first == repoTypePlural(candidate) && rest.contains(u'/')) {
                type = candidate;
                rest = rest.section(u'/', 1);
                break;
            }
            if (first == repoTypeName(candidate))
                return invalid(RepoIdTexts::tr("Write hf://%1/… instead of hf://%2/….")
                                   .arg(repoTypePlural(candidate), repoTypeName(candidate)));
        }
        return parseAddress(type, rest);
    }
    const QUrl url(trimmed, QUrl::StrictMode);
    static const std::array official{"huggingface.co"_L1, "hf.co"_L1, "hub-ci.huggingface.co"_L1};
    const bool known = std::ranges::find(official, url.host()) != official.end()
        || (!endpointHost.isEmpty() && url.host().compare(endpointHost, Qt::CaseInsensitive) == 0);
    if (!url.isValid() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1) || !known)
        return invalid(RepoIdTexts::tr("This is neither an hf:// address nor a link to this Hub."));
    return parseWebLink(url);
}

} // namespace hubdesk
