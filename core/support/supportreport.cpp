// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/supportreport.h"

#include "core/cache/cachescan.h"
#include "core/log/safewords.h"
#include "core/settings/settings.h"
#include "core/support/environmentfacts.h"
#include "core/support/supporttransfers.h"
#include "hubdesk_version.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSslSocket>
#include <QStorageInfo>
#include <QSysInfo>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr std::chrono::seconds kDiskPatience{2};
constexpr std::size_t kMostRepos = 1000;

struct ReportText
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::SupportReport)
};

QByteArray text(const QJsonValue &value)
{
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return document.toJson(QJsonDocument::Indented);
}

//! A text of settings or environment: an address without path, a folder without the user's name, or
//! words.
QString shownValue(const QString &value)
{
    if (value.contains("://"_L1) && value.contains(u' ')) { // a list of addresses
        QStringList words;
        for (const QString &word : value.split(u' ', Qt::SkipEmptyParts))
            words.append(shownValue(word));
        return words.join(u' ');
    }
    if (value.startsWith(u'-') && value.contains("://"_L1)) // one that is switched off
        return u'-' + shownValue(value.sliced(1));
    if (value.contains("://"_L1)) {
        const QUrl url(value);
        const QByteArray host = safeHost(url);
        const bool isHttp = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
        return (isHttp ? url.scheme() : u"*"_s) + "://"_L1 + QString::fromLatin1(host);
    }
    return value.startsWith(u'/') ? shownFolder(value) : safeText(value);
}

QJsonObject aboutObject(const SupportInput &input)
{
    const auto isSet = [&input](const QString &name) {
        return !input.environment.value(name).isEmpty()
            || !input.environment.value(name.toLower()).isEmpty();
    };
    return {
        {"hubdesk"_L1, QStringLiteral(HUBDESK_VERSION)},
        {"program"_L1, QCoreApplication::applicationName()},
        {"qt"_L1, QString::fromLatin1(qVersion())},
        {"qt_built_with"_L1, QStringLiteral(QT_VERSION_STR)},
        {"tls"_L1, QSslSocket::sslLibraryVersionString()},
        {"tls_backend"_L1, QSslSocket::activeBackend()},
        {"system"_L1, QSysInfo::prettyProductName()},
        {"kernel"_L1, QString(QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion())},
        {"architecture"_L1, QSysInfo::currentCpuArchitecture()},
        {"locale"_L1, QLocale::system().name()},
        {"ui_languages"_L1, QJsonArray::fromStringList(QLocale::system().uiLanguages())},
        {"http_proxy_set"_L1, isSet(u"HTTP_PROXY"_s)},
        {"https_proxy_set"_L1, isSet(u"HTTPS_PROXY"_s) || isSet(u"ALL_PROXY"_s)},
        {"written"_L1, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
        {"records_lost"_L1, input.recorder ? input.recorder->lost() : 0},
    };
}

QJsonObject environmentObject(const Environment &environment)
{
    QJsonObject object;
    for (const auto &[name, value] : environmentFacts(environment))
        object.insert(name, value.isString() ? QJsonValue(shownValue(value.toString())) : value);
    return object;
}

QJsonObject settingsObject(const SupportInput &input)
{
    QJsonObject object;
    for (const auto &[name, value] : input.settings) {
        if (name
            == Settings::name(SettingKey::ProxyUser)) { // a person, or a token in the wrong field
            object.insert(name, value.toString().isEmpty() ? u"not set"_s : u"set"_s);
            continue;
        }
        const int type = value.metaType().id();
        const bool isHarmless = type == QMetaType::Bool || type == QMetaType::Int
            || type == QMetaType::LongLong || type == QMetaType::Double;
        object.insert(name,
                      isHarmless ? QJsonValue::fromVariant(value)
                                 : QJsonValue(shownValue(value.toString())));
    }
    return object;
}

QByteArray requestLines(const SupportInput &input, ShownNames &names)
{
    if (input.recorder)
        input.recorder->flush(kDiskPatience);
    std::vector<FlightRecord> records = input.recorder
        ? input.recorder->allRecords()
        : FlightRecorder::storedRecords(input.recordFolder);
    QByteArray lines;
    for (FlightRecord &record : records) {
        if (!names.isIncluded())
            record.hideNames([&names](const QByteArray &repo) {
                return names.repo(QString::fromLatin1(repo)).toLatin1();
            });
        lines += record.toLine() + '\n';
    }
    return lines;
}

QByteArray transferLines(const SupportInput &input, ShownNames &names)
{
    QJsonArray array;
    for (const Transfer &transfer : input.transfers)
        array.append(supportTransfer(transfer, names));
    for (const Transfer &transfer : journaledTransfers(input.journalFolder))
        array.append(supportTransfer(transfer, names));
    return text(array);
}

QJsonObject folderObject(const QString &root, const Result<CacheScan> &scan, ShownNames &names)
{
    QJsonObject object{{"folder"_L1, shownFolder(root)}};
    if (!scan) {
        object.insert("error"_L1, errorKindName(scan.error().kind));
        return object;
    }
    std::vector<const CachedRepo *> repos;
    QJsonObject types;
    for (const CachedRepo &repo : scan->repos) {
        repos.push_back(&repo);
        const QString type = repoTypeName(repo.repo.type);
        types.insert(type, types.value(type).toInt() + 1);
    }
    std::ranges::stable_sort(repos, std::ranges::greater(), &CachedRepo::size);
    QJsonArray rows;
    for (const CachedRepo *repo : repos) {
        if (std::size_t(rows.size()) >= kMostRepos)
            break;
        rows.append(QJsonObject{
            {"type"_L1, repoTypeName(repo->repo.type)},
            {"repo"_L1, names.repo(repo->repo.id)},
            {"size"_L1, repo->size},
            {"files"_L1, repo->fileCount},
            {"revisions"_L1, qint64(repo->revisions.size())},
        });
    }
    object.insert("size"_L1, scan->size);
    object.insert("repos_by_type"_L1, types);
    object.insert("warnings"_L1, scan->warnings.size());
    object.insert("repos"_L1, rows);
    return object;
}

//! That of the common folder; others are listed in it.
QJsonObject cacheObject(const CachePlaces &places, ShownNames &names, const std::atomic_bool *abort)
{
    const auto scanned = [&](const QString &root) {
        return folderObject(root, scanCache(root, ScanRules::Main, abort), names);
    };
    QJsonObject object = scanned(places.root());
    QJsonArray others;
    for (const QStringList roots = places.roots(); const QString &root : roots) {
        if (root != places.root())
            others.append(scanned(root));
    }
    if (!others.isEmpty())
        object.insert("other_folders"_L1, others);
    return object;
}

QByteArray diskLines(const SupportInput &input)
{
    std::vector<std::pair<QString, QString>> places;
    for (const QStringList roots = input.cache.roots(); const QString &root : roots)
        places.emplace_back(u"cache"_s, root);
    places.emplace_back(u"home"_s, QDir::homePath());
    places.emplace_back(u"temporary"_s, QDir::tempPath());
    QJsonArray disks;
    for (const auto &[name, path] : places) {
        QString existing = path; // the cache may not have been made yet
        while (!existing.isEmpty() && existing != "/"_L1 && !QFileInfo::exists(existing))
            existing = QFileInfo(existing).path();
        const QStorageInfo volume(existing);
        disks.append(QJsonObject{
            {"for"_L1, name},
            {"folder"_L1, shownFolder(path)},
            {"file_system"_L1, safeText(QString::fromLatin1(volume.fileSystemType()))},
            {"bytes_total"_L1, volume.bytesTotal()},
            {"bytes_free"_L1, volume.bytesAvailable()},
            {"read_only"_L1, volume.isReadOnly()},
        });
    }
    return text(disks);
}

SupportPart readme(const std::vector<SupportPart> &parts, bool includeNames)
{
    QString lines = ReportText::tr("Hubdesk support bundle") + u"\n\n"_s;
    lines += (includeNames ? ReportText::tr("With the names of repos and files.")
                           : ReportText::tr("Without the names of repos and files."))
        + u"\n\n"_s;
    for (const SupportPart &part : parts)
        lines += part.name + u"\n    "_s + part.explanation + u'\n';
    return {u"README.txt"_s, ReportText::tr("What is in this bundle."), lines.toUtf8()};
}

bool aborted(const std::atomic_bool *abort)
{
    return abort && abort->load();
}

} // namespace

Result<std::vector<SupportPart>> supportReport(const SupportInput &input, bool includeNames,
                                               const std::atomic_bool *abort)
{
    ShownNames names(includeNames);
    std::vector<SupportPart> parts;
    parts.push_back({u"about.json"_s,
                     ReportText::tr("Versions of Hubdesk, Qt, TLS and the system; language."),
                     text(aboutObject(input))});
    parts.push_back({u"requests.jsonl"_s,
                     ReportText::tr("The latest requests: times, hosts, bytes, stalls, retries. "
                                    "No tokens, no signed links, no contents."),
                     requestLines(input, names)});
    if (aborted(abort))
        return failure(ErrorKind::Canceled, {});
    parts.push_back({u"transfers.json"_s,
                     ReportText::tr("The transfers in the list with their states and errors."),
                     transferLines(input, names)});
    parts.push_back({u"environment.json"_s,
                     ReportText::tr("The Hugging Face variables in force; of a token only whether "
                                    "there is one."),
                     text(environmentObject(input.environment))});
    parts.push_back({u"settings.json"_s, ReportText::tr("The settings of Hubdesk."),
                     text(settingsObject(input))});
    const QJsonObject cache = cacheObject(input.cache, names, abort);
    if (aborted(abort))
        return failure(ErrorKind::Canceled, {});
    parts.push_back({u"cache.json"_s,
                     ReportText::tr("How many repos are in the cache and how big they are."),
                     text(cache)});
    parts.push_back(
        {u"disks.json"_s, ReportText::tr("Free space on the disks concerned."), diskLines(input)});
    parts.insert(parts.begin(), readme(parts, includeNames));
    return parts;
}

} // namespace hubdesk
