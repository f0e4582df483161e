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
    for (File &file : m_files)
        file.cached = paths.contains(file.path);
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
    m_chosenBytes = 0;
    m_cachedBytes = 0;
    for (const File &file : m_files) {
        if (!file.chosen)
            continue;
        ++m_chosenCount;
        m_chosenBytes += file.size;
        if (file.cached)
            m_cachedBytes += file.size;
    }
}

std::optional<qint64> DownloadPlan::freeBytesAfter() const
{
    if (m_freeBytes < 0)
        return {};
    return m_freeBytes - missingBytes();
}

QString DownloadPlan::problem() const
{
    if (m_files.empty())
        return Texts::tr("There are no files at this revision.");
    if (m_chosenCount == 0)
        return Texts::tr("No file is chosen.");
    const auto after = freeBytesAfter();
    if (after && *after < kReserve && missingBytes() > 0) {
        return Texts::tr("Not enough room: %1 more is needed on the disk of the cache.")
            .arg(humanSize(kReserve - *after));
    }
    return {};
}

DownloadRequest DownloadPlan::request() const
{
    DownloadRequest request;
    request.repo = m_repo;
    request.revision = m_revision;
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
