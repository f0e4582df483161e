// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/downloadplan.h"

#include "core/hub/patterns.h"
#include "core/model/humanformat.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::DownloadPlan)
};

//! Room that the volume keeps for everybody else.
constexpr qint64 kReserve = 50'000'000; // bytes

} // namespace

void DownloadPlan::setFiles(const RepoId &repo, const QString &revision,
                            const std::vector<TreeEntry> &entries)
{
    m_repo = repo;
    m_revision = revision;
    m_groups = fileGroups(entries);
    m_files.clear();
    m_index.clear();
    m_byHand.clear();
    m_cached.clear();
    m_report.present.clear();
    for (const TreeEntry &entry : entries) {
        if (entry.kind != TreeEntry::Kind::File)
            continue;
        m_index.insert(entry.path, static_cast<int>(m_files.size()));
        m_files.push_back({entry.path, entry.size, false, entry.lfs.has_value(), true});
    }
    m_group = suggestedGroup(m_groups);
    choose();
}

void DownloadPlan::setCached(const QSet<QString> &paths)
{
    m_cached = paths;
    sum();
}

void DownloadPlan::setTarget(const DownloadTarget &target, const TargetReport &report,
                             const QString &cacheVolume)
{
    m_target = target;
    m_report = report;
    m_cacheVolume = cacheVolume;
    sum();
}

void DownloadPlan::setGroup(int group)
{
    m_group = group >= 0 && group < static_cast<int>(m_groups.size()) ? group : -1;
    m_byHand.clear();
    choose();
}

void DownloadPlan::setPatterns(const QStringList &include, const QStringList &exclude)
{
    m_include = include;
    m_exclude = exclude;
    choose();
}

void DownloadPlan::setChosen(const QString &path, bool chosen)
{
    const int index = m_index.value(path, -1);
    if (index < 0)
        return;
    m_byHand.insert(path, chosen);
    m_files[static_cast<size_t>(index)].chosen = chosen;
    sum();
}

void DownloadPlan::chooseOnly(const QStringList &paths)
{
    m_group = -1;
    m_byHand.clear();
    for (const QString &path : paths) {
        if (m_index.contains(path))
            m_byHand.insert(path, true);
    }
    choose();
}

void DownloadPlan::choose()
{
    QSet<QString> inGroup;
    if (m_group >= 0) {
        const QStringList &paths = m_groups[static_cast<size_t>(m_group)].paths;
        inGroup = QSet<QString>(paths.cbegin(), paths.cend());
    }
    const PathFilter filter(m_include.isEmpty() ? std::nullopt : std::optional(m_include),
                            m_exclude);
    for (File &file : m_files) {
        const auto byHand = m_byHand.constFind(file.path);
        file.chosen = byHand != m_byHand.cend()
            ? *byHand
            : inGroup.contains(file.path) && filter.matches(file.path);
    }
    sum();
}

void DownloadPlan::sum()
{
    m_chosenCount = 0;
    m_cachedCount = 0;
    m_chosenBytes = 0;
    m_cachedBytes = 0;
    m_presentBytes = 0;
    for (File &file : m_files) {
        const bool present = m_report.present.contains(file.path);
        file.cached = present || m_cached.contains(file.path);
        if (!file.chosen)
            continue;
        ++m_chosenCount;
        m_chosenBytes += file.size;
        if (present)
            m_presentBytes += file.size;
        if (!file.cached)
            continue;
        ++m_cachedCount;
        m_cachedBytes += file.size;
    }
}

qint64 DownloadPlan::writtenToTarget() const
{
    switch (m_target.kind) {
    case DownloadTarget::Kind::Cache:
        return missingBytes();
    case DownloadTarget::Kind::Folder: // copies of what the cache has take room too
        return m_chosenBytes - m_presentBytes;
    case DownloadTarget::Kind::Archive: // the files go into the cache first
        return m_chosenBytes + (m_report.volume == m_cacheVolume ? missingBytes() : 0);
    }
    return 0;
}

std::optional<qint64> DownloadPlan::freeBytesAfter() const
{
    const bool toCache = m_target.kind == DownloadTarget::Kind::Cache;
    const qint64 free = toCache ? m_freeBytes : m_report.freeBytes;
    if (free < 0)
        return {};
    return free - writtenToTarget();
}

QString DownloadPlan::targetProblem() const
{
    if (m_target.kind == DownloadTarget::Kind::Cache)
        return {};
    const bool toFolder = m_target.kind == DownloadTarget::Kind::Folder;
    if (m_target.path.isEmpty())
        return toFolder ? Texts::tr("Choose a folder first.") : Texts::tr("Choose a file first.");
    if (!m_report.isWritable)
        return toFolder ? Texts::tr("Nothing can be written to this folder.")
                        : Texts::tr("Nothing can be written to the folder of this file.");
    const bool otherVolume = m_report.volume != m_cacheVolume;
    if (!toFolder && otherVolume && m_freeBytes >= 0 && m_freeBytes - missingBytes() < kReserve
        && missingBytes() > 0)
        return Texts::tr("Not enough room: %1 more is needed on the disk of the cache.")
            .arg(humanSize(kReserve + missingBytes() - m_freeBytes));
    return {};
}

QString DownloadPlan::problem() const
{
    if (m_files.empty())
        return Texts::tr("There are no files at this revision.");
    if (m_chosenCount == 0)
        return Texts::tr("No file is chosen.");
    if (const QString problem = targetProblem(); !problem.isEmpty())
        return problem;
    const auto after = freeBytesAfter();
    if (after && *after < kReserve && writtenToTarget() > 0) {
        const QString text = m_target.kind == DownloadTarget::Kind::Cache
            ? Texts::tr("Not enough room: %1 more is needed on the disk of the cache.")
            : m_target.kind == DownloadTarget::Kind::Folder
            ? Texts::tr("Not enough room: %1 more is needed on the disk of the folder.")
            : Texts::tr("Not enough room: %1 more is needed on the disk of the archive.");
        return text.arg(humanSize(kReserve - *after));
    }
    return {};
}

DownloadRequest DownloadPlan::request() const
{
    DownloadRequest request;
    request.repo = m_repo;
    request.revision = m_revision;
    if (m_target.kind == DownloadTarget::Kind::Folder)
        request.localFolder = m_target.path;
    else if (m_target.kind == DownloadTarget::Kind::Archive)
        request.archive = m_target.path;
    const bool everything = m_group >= 0
        && m_groups[static_cast<size_t>(m_group)].kind == FileGroup::Kind::Everything
        && m_byHand.isEmpty();
    if (everything) {
        if (!m_include.isEmpty())
            request.allow = m_include;
        request.ignore = m_exclude;
        return request;
    }
    for (const File &file : m_files) {
        if (file.chosen)
            request.files.append(file.path);
    }
    return request;
}

int DownloadPlan::suggestedGroup(const std::vector<FileGroup> &groups)
{
    if (groups.empty())
        return -1;
    const auto isKind = [](FileGroup::Kind kind) {
        return [kind](const FileGroup &group) { return group.kind == kind; };
    };
    const auto safetensors = std::ranges::find_if(groups, isKind(FileGroup::Kind::Safetensors));
    if (safetensors != groups.end())
        return static_cast<int>(safetensors - groups.begin());
    for (const auto wanted : {"Q4_K_M"_L1, "Q5_K_M"_L1, "Q4_0"_L1, "Q8_0"_L1}) {
        const auto found = std::ranges::find_if(groups, [wanted](const FileGroup &group) {
            return group.kind == FileGroup::Kind::Gguf && group.title.endsWith(wanted);
        });
        if (found != groups.end())
            return static_cast<int>(found - groups.begin());
    }
    const auto gguf = std::ranges::find_if(groups, isKind(FileGroup::Kind::Gguf));
    return gguf == groups.end() ? 0 : static_cast<int>(gguf - groups.begin());
}

} // namespace hubdesk
