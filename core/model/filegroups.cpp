// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/filegroups.h"

#include "core/model/filenames.h"

#include <QCoreApplication>
#include <QHash>
#include <QMap>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::FileGroups)
};

struct File
{
    const TreeEntry *entry;
    WeightFormat format;
};

FileGroup makeGroup(FileGroup::Kind kind, const QString &title, const QString &note = {})
{
    FileGroup group;
    group.kind = kind;
    group.title = title;
    group.note = note;
    return group;
}

void add(FileGroup &group, const TreeEntry &entry)
{
    group.paths.append(entry.path);
    group.size += entry.size;
}

// ---- GGUF

struct GgufFile
{
    const TreeEntry *entry;
    GgufName name;
};

//! The projector for a model: of the same model if there are several, in the precision that
//! loses nothing that matters.
const GgufFile *projectorFor(const GgufName &model, const std::vector<GgufFile> &projectors,
                             bool severalModels)
{
    static const std::array kPreferred{"F16"_L1, "BF16"_L1, "Q8_0"_L1, "F32"_L1};
    const GgufFile *best = nullptr;
    int bestScore = -1;
    for (const GgufFile &projector : projectors) {
        const QString &owner = projector.name.model;
        const bool same = owner.compare(model.model, Qt::CaseInsensitive) == 0;
        const bool related = owner.isEmpty() || same
            || model.model.startsWith(owner, Qt::CaseInsensitive)
            || owner.startsWith(model.model, Qt::CaseInsensitive);
        if (severalModels && !related)
            continue;
        int score = same ? 100 : 0;
        if (projector.name.quantisation == model.quantisation)
            score += 50;
        for (size_t i = 0; i < kPreferred.size(); ++i) {
            if (projector.name.quantisation == kPreferred[i])
                score += 10 - static_cast<int>(i);
        }
        if (score > bestScore) {
            best = &projector;
            bestScore = score;
        }
    }
    return best;
}

std::vector<FileGroup> ggufGroups(const std::vector<File> &files)
{
    struct Quantisation
    {
        GgufName name;
        std::vector<const TreeEntry *> entries;
    };
    std::vector<GgufFile> projectors;
    QMap<std::pair<QString, QString>, Quantisation> byName;
    QSet<QString> models;
    for (const File &file : files) {
        if (file.format != WeightFormat::Gguf)
            continue;
        const GgufName name = parseGgufName(file.entry->path);
        if (name.isProjector) {
            projectors.push_back({file.entry, name});
            continue;
        }
        models.insert(name.model.toLower());
        Quantisation &group = byName[{name.model.toLower(), name.quantisation}];
        group.name = name;
        group.entries.push_back(file.entry);
    }

    std::vector<FileGroup> groups;
    for (const Quantisation &quantisation : std::as_const(byName)) {
        const GgufName &name = quantisation.name;
        QString title = name.quantisation;
        if (title.isEmpty())
            title =
                name.model.isEmpty() ? baseName(quantisation.entries.front()->path) : name.model;
        else if (models.size() > 1 && !name.model.isEmpty())
            title = name.model + u" \u00b7 "_s + title;
        FileGroup group = makeGroup(FileGroup::Kind::Gguf, title);
        for (const TreeEntry *entry : quantisation.entries)
            add(group, *entry);
        const auto parts = static_cast<int>(quantisation.entries.size());
        const GgufFile *projector = projectorFor(name, projectors, models.size() > 1);
        if (projector)
            add(group, *projector->entry);
        if (name.shards > parts)
            group.note = Texts::tr("%1 of %2 parts are in the repo").arg(parts).arg(name.shards);
        else if (parts > 1 && projector)
            group.note = Texts::tr("%n parts and the projector", nullptr, parts);
        else if (parts > 1)
            group.note = Texts::tr("%n parts", nullptr, parts);
        else if (projector)
            group.note = Texts::tr("With the projector");
        groups.push_back(std::move(group));
    }
    std::ranges::stable_sort(groups, {}, &FileGroup::size);
    return groups;
}

// ---- safetensors and its duplicates

//! Where safetensors weights are: folder -> stems -> variants.
using Weights = QHash<QString, QHash<QString, QSet<QString>>>;

Weights safetensorsWeights(const std::vector<File> &files)
{
    Weights weights;
    for (const File &file : files) {
        if (file.format == WeightFormat::Safetensors) {
            const WeightName name = parseWeightName(file.entry->path);
            weights[folderOf(file.entry->path)][name.stem].insert(name.variant);
        }
    }
    return weights;
}

bool hasWeightsAbove(const Weights &weights, QString folder)
{
    while (true) {
        if (weights.contains(folder))
            return true;
        if (folder.isEmpty())
            return false;
        folder = folderOf(folder);
    }
}

//! True when \a file holds weights that a safetensors file holds too. Weights in a folder of its
//! own that has no safetensors (`2_Dense/pytorch_model.bin`) are needed and stay; exports to other
//! frameworks and `original/` are copies of what is above them.
bool isDuplicate(const File &file, const Weights &weights)
{
    const QString folder = folderOf(file.entry->path);
    switch (file.format) {
    case WeightFormat::None:
    case WeightFormat::Safetensors:
        return false;
    case WeightFormat::PyTorch:
        if (baseName(folder) == "original"_L1)
            return hasWeightsAbove(weights, folder);
        return weights.value(folder).contains(parseWeightName(file.entry->path).stem);
    default:
        return hasWeightsAbove(weights, folder);
    }
}

//! Whether \a file belongs to the weights in \a variant: itself, or the plain file where that
//! variant does not exist.
bool fitsVariant(const File &file, const Weights &weights, const QString &variant)
{
    if (file.format != WeightFormat::Safetensors)
        return true;
    const WeightName name = parseWeightName(file.entry->path);
    if (name.variant == variant)
        return true;
    const QSet<QString> variants = weights.value(folderOf(file.entry->path)).value(name.stem);
    if (variants.contains(variant))
        return false;
    return name.variant.isEmpty() || !variants.contains(QString());
}

std::vector<FileGroup> safetensorsGroups(const std::vector<File> &files)
{
    const Weights weights = safetensorsWeights(files);
    if (weights.isEmpty())
        return {};
    QMap<QString, int> variants;
    for (const auto &stems : weights) {
        for (const auto &found : stems) {
            for (const QString &variant : found)
                ++variants[variant];
        }
    }
    std::vector<FileGroup> groups;
    for (const QString &variant : variants.keys()) {
        FileGroup group = makeGroup(FileGroup::Kind::Safetensors,
                                    variant.isEmpty() ? Texts::tr("Safetensors")
                                                      : Texts::tr("Safetensors, %1").arg(variant));
        qsizetype left = 0;
        for (const File &file : files) {
            if (isDuplicate(file, weights) || !fitsVariant(file, weights, variant))
                ++left;
            else
                add(group, *file.entry);
        }
        if (left == 1) {
            group.note = Texts::tr("One duplicate left out");
        } else if (left > 1) {
            group.note = Texts::tr("%n duplicates left out", nullptr, static_cast<int>(left));
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

// ---- other formats

QString formatTitle(WeightFormat format)
{
    switch (format) {
    case WeightFormat::PyTorch:
        return Texts::tr("PyTorch");
    case WeightFormat::TensorFlow:
        return Texts::tr("TensorFlow");
    case WeightFormat::Flax:
        return Texts::tr("Flax");
    case WeightFormat::Onnx:
        return Texts::tr("ONNX");
    case WeightFormat::OpenVino:
        return Texts::tr("OpenVINO");
    case WeightFormat::CoreMl:
        return Texts::tr("Core ML");
    case WeightFormat::Rust:
        return Texts::tr("Rust");
    default:
        return {};
    }
}

std::vector<FileGroup> otherWeightGroups(const std::vector<File> &files)
{
    QMap<int, int> formats;
    for (const File &file : files) {
        if (file.format != WeightFormat::None)
            ++formats[static_cast<int>(file.format)];
    }
    std::vector<FileGroup> groups;
    if (formats.size() < 2)
        return groups;
    for (const int key : formats.keys()) {
        const auto format = static_cast<WeightFormat>(key);
        if (formatTitle(format).isEmpty())
            continue;
        FileGroup group = makeGroup(FileGroup::Kind::Weights, formatTitle(format),
                                    Texts::tr("With configuration"));
        for (const File &file : files) {
            if (file.format == WeightFormat::None || file.format == format)
                add(group, *file.entry);
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

bool isConfiguration(const File &file)
{
    constexpr qint64 kLargest = 50'000'000;
    if (file.format != WeightFormat::None || file.entry->size > kLargest)
        return false;
    const QString name = baseName(file.entry->path).toLower();
    for (const auto ending : {".json"_L1, ".txt"_L1, ".model"_L1, ".tiktoken"_L1, ".jinja"_L1,
                              ".py"_L1, ".yaml"_L1, ".yml"_L1, ".vocab"_L1, ".spm"_L1}) {
        if (name.endsWith(ending))
            return true;
    }
    return false;
}

} // namespace

std::vector<FileGroup> fileGroups(const std::vector<TreeEntry> &entries)
{
    std::vector<File> files;
    FileGroup everything = makeGroup(FileGroup::Kind::Everything, Texts::tr("Everything"));
    FileGroup configuration =
        makeGroup(FileGroup::Kind::ConfigOnly, Texts::tr("Configuration and tokenizer"),
                  Texts::tr("No weights"));
    bool hasWeights = false;
    for (const TreeEntry &entry : entries) {
        if (entry.kind != TreeEntry::Kind::File)
            continue;
        files.push_back({&entry, weightFormat(entry.path)});
        add(everything, entry);
        hasWeights = hasWeights || files.back().format != WeightFormat::None;
        if (isConfiguration(files.back()))
            add(configuration, entry);
    }
    if (files.empty())
        return {};

    std::vector<FileGroup> groups{everything};
    const auto append = [&groups, &everything](std::vector<FileGroup> more) {
        for (FileGroup &group : more) {
            // A group that leaves nothing out is Everything under another name.
            if (group.paths.size() < everything.paths.size())
                groups.push_back(std::move(group));
        }
    };
    append(safetensorsGroups(files));
    append(ggufGroups(files));
    append(otherWeightGroups(files));
    if (hasWeights && !configuration.paths.isEmpty())
        append({configuration});
    return groups;
}

} // namespace hubdesk
