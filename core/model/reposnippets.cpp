// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/reposnippets.h"

#include "core/net/request.h"

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

bool isDefault(const QString &revision)
{
    return revision.isEmpty() || revision == "main"_L1;
}

QString pythonText(const QString &text)
{
    QString quoted = text;
    quoted.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s);
    return u'"' + quoted + u'"';
}

QString shellWord(const QString &text)
{
    const auto plain = [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || u"-_./=:@%+,"_s.contains(c);
    };
    if (!text.isEmpty() && !text.startsWith(u'-') && std::ranges::all_of(text, plain))
        return text;
    QString quoted = text;
    quoted.replace(u'\'', u"'\\''"_s);
    return u'\'' + quoted + u'\'';
}

} // namespace

QString hubLink(const RepoId &repo, const QString &revision, const QString &path)
{
    QString link = repo.uri();
    if (!isDefault(revision)) {
        // Slashes in a revision are written %2F, but for the special refs of the Hub.
        const bool special =
            revision.startsWith("refs/pr/"_L1) || revision.startsWith("refs/convert/"_L1);
        QString name = revision;
        if (!special)
            name.replace(u'/', u"%2F"_s);
        link += u'@' + name;
    }
    return path.isEmpty() ? link : link + u'/' + path;
}

QString pythonLine(const RepoId &repo, const QString &revision, const QString &path)
{
    QString line = path.isEmpty() ? u"snapshot_download("_s : u"hf_hub_download("_s;
    line += pythonText(repo.id);
    if (!path.isEmpty())
        line += u", "_s + pythonText(path);
    if (repo.type != RepoType::Model)
        line += u", repo_type="_s + pythonText(repoTypeName(repo.type));
    if (!isDefault(revision))
        line += u", revision="_s + pythonText(revision);
    return line + u')';
}

QString commandLine(const RepoId &repo, const QString &revision, const QString &path)
{
    QString line = u"hubdesk-cli download "_s + shellWord(repo.id);
    if (!path.isEmpty())
        line += u' ' + shellWord(path);
    if (repo.type != RepoType::Model)
        line += u" --repo-type "_s + repoTypeName(repo.type);
    if (!isDefault(revision))
        line += u" --revision "_s + shellWord(revision);
    return line;
}

QUrl webPage(const QUrl &endpoint, const RepoId &repo, const QString &revision, const QString &path,
             bool isFolder)
{
    QByteArray page = repo.webPath();
    if (!path.isEmpty() || !isDefault(revision)) {
        page += path.isEmpty() || isFolder ? "/tree/" : "/blob/";
        page += quoteAll(revision.isEmpty() ? u"main"_s : revision);
        if (!path.isEmpty())
            page += '/' + quotePath(path);
    }
    return urlBelow(endpoint, page);
}

} // namespace hubdesk
