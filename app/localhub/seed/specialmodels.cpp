// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/seed/cardwriter.h"
#include "app/localhub/seed/people.h"
#include "app/localhub/seed/seedcontext.h"
#include "app/localhub/store/noise.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

constexpr qint64 kGibibyte = 1024LL * 1024 * 1024;
constexpr int kManyFiles = 2000;
constexpr int kFilesInFolder = 50;

ModelSpec decoder(const QString &ns, const QString &name, const QString &author,
                  const QString &summary)
{
    ModelSpec spec;
    spec.ns = ns;
    spec.name = name;
    spec.author = author;
    spec.layout = Layout::Decoder;
    spec.task = u"text-generation"_s;
    spec.library = u"transformers"_s;
    spec.languages = {u"en"_s};
    spec.modelType = u"llama"_s;
    spec.architecture = u"LlamaForCausalLM"_s;
    spec.summary = summary;
    return spec;
}

void seedPrivate(SeedContext &context)
{
    ModelSpec spec = decoder(u"demo"_s, u"unreleased-assistant"_s, u"demo"_s,
                             u"An assistant that is not finished. Please do not share it yet."_s);
    spec.license = u"other"_s;
    spec.tags = {u"work-in-progress"_s};
    spec.created = QDate(2025, 2, 3);
    spec.modified = QDate(2025, 3, 17);
    spec.downloads = 9;
    Repository repo = spec.repository();
    repo.isPrivate = true;
    RepoBuilder builder(context.hub, repo);
    commitModel(builder, spec);
    if (const auto made = context.finish(builder))
        context.setRole(u"private"_s, *made);
}

void seedGated(SeedContext &context)
{
    ModelSpec spec = decoder(u"demo"_s, u"clinical-notes-3b"_s, u"demo"_s,
                             u"Summarises clinical notes. You have to agree to use it for research"
                             " only; requests are answered by hand."_s);
    spec.license = u"other"_s;
    spec.tags = {u"medical"_s};
    spec.created = QDate(2024, 10, 2);
    spec.modified = QDate(2025, 1, 12);
    spec.downloads = 5210;
    spec.likes = 141;
    spec.trending = 10;
    Repository repo = spec.repository();
    repo.gated = u"manual"_s;
    RepoBuilder builder(context.hub, repo);
    commitModel(builder, spec);
    const auto made = context.finish(builder);
    if (!made)
        return;
    context.setRole(u"gated"_s, *made);
    context.hub.catalog.setAccessRequest(*made, u"bob"_s, u"pending"_s, seedDay(2025, 3, 1));
    context.hub.catalog.setAccessRequest(*made, u"carol"_s, u"rejected"_s, seedDay(2025, 2, 11));
}

void seedAutoGated(SeedContext &context)
{
    ModelSpec spec = decoder(u"northwind-ai"_s, u"Borealis-13B-Preview"_s, u"mira-holm"_s,
                             u"A first look at the next Borealis. Accept the terms once and the"
                             " files are yours at once."_s);
    spec.license = u"other"_s;
    spec.tags = {u"conversational"_s, u"preview"_s};
    spec.created = QDate(2025, 3, 2);
    spec.modified = QDate(2025, 3, 22);
    spec.downloads = 18'422;
    spec.likes = 530;
    spec.trending = 120;
    Repository repo = spec.repository();
    repo.gated = u"auto"_s;
    RepoBuilder builder(context.hub, repo);
    commitModel(builder, spec);
    if (const auto made = context.finish(builder))
        context.hub.catalog.setAccessRequest(*made, u"dave"_s, u"accepted"_s, seedDay(2025, 3, 3));
}

QByteArray noteCard(const QString &title, const QString &text, const QString &tag)
{
    return u"---\nlicense: mit\ntags:\n- %3\n---\n\n# %1\n\n%2\n"_s.arg(title, text, tag).toUtf8();
}

} // namespace

void seedRestrictedModels(SeedContext &context)
{
    seedPrivate(context);
    seedGated(context);
    seedAutoGated(context);
}

void seedManyFiles(SeedContext &context)
{
    Repository repo;
    repo.ns = u"tomasz-k"_s;
    repo.name = u"micro-experts-2k"_s;
    repo.created = seedDay(2024, 9, 1);
    repo.downloads = 77;
    repo.downloadsAllTime = 913;
    repo.likes = 4;
    RepoBuilder builder(context.hub, repo);
    builder.commit(u"initial commit"_s, u"tomasz-k"_s, seedDay(2024, 9, 1));
    builder.add(u"README.md"_s,
                noteCard(u"Micro experts"_s,
                         u"Two thousand very small experts, one file each, in forty folders."_s,
                         u"mixture-of-experts"_s));
    Noise noise(2000);
    // Together with the card and .gitattributes exactly two thousand files.
    for (int i = 0; i < kManyFiles - 2; ++i) {
        const QString path =
            u"experts/group-%1/expert-%2.json"_s.arg(i / kFilesInFolder, 2, 10, QChar(u'0'))
                .arg(i, 4, 10, QChar(u'0'));
        const QByteArray weights = noise.bytes(48 + noise.below(120)).toBase64();
        builder.add(path,
                    QJsonDocument(QJsonObject{{u"expert"_s, i},
                                              {u"rank"_s, 1 + i % 8},
                                              {u"weights"_s, QString::fromLatin1(weights)}})
                        .toJson());
    }
    builder.commit(u"Add 1998 experts"_s, u"tomasz-k"_s, seedDay(2024, 9, 2));
    if (const auto made = context.finish(builder))
        context.setRole(u"many_files"_s, *made);
}

void seedHistory(SeedContext &context)
{
    ModelSpec spec = decoder(u"demo"_s, u"evolving-classifier"_s, u"demo"_s,
                             u"A classifier with a past: branches, a release and an open pull"
                             " request."_s);
    spec.layout = Layout::Encoder;
    spec.task = u"text-classification"_s;
    spec.modelType = u"bert"_s;
    spec.architecture = u"BertForSequenceClassification"_s;
    spec.created = QDate(2024, 3, 4);
    spec.modified = QDate(2025, 3, 1);
    spec.downloads = 640;
    spec.likes = 21;
    spec.trending = 3;
    RepoBuilder builder(context.hub, spec.repository());
    const QString user = u"demo"_s;
    builder.commit(u"initial commit"_s, user, seedDay(2024, 3, 4));
    addModelFiles(builder, spec);
    builder.add(u"README.md"_s, modelCard(spec, false))
        .add(u"CHANGELOG.md"_s, "# Changes\n\n- 0.9: first weights\n")
        .add(u"legacy/vocab.txt"_s, "[PAD]\n[UNK]\nhello\nworld\n");
    builder.commit(u"Upload first weights"_s, user, seedDay(2024, 3, 5));

    spec.hidden = 72;
    addModelFiles(builder, spec);
    builder.add(u"CHANGELOG.md"_s,
                "# Changes\n\n- 1.0: retrained on more data\n- 0.9: first weights\n");
    const QByteArray release = builder.commit(u"Release 1.0\n\nRetrained with twice the data."_s,
                                              user, seedDay(2024, 6, 10));
    builder.annotatedTag(u"v1.0"_s, release, u"Version 1.0\n"_s, user, seedDay(2024, 6, 11));
    builder.setRef(u"refs/tags/stable"_s, release);

    builder.add(u"onnx/model.onnx"_s, Noise(spec.seed() + 4).bytes(90'000));
    builder.commit(u"Add ONNX export"_s, u"alice"_s, seedDay(2024, 8, 20),
                   u"refs/heads/onnx-export"_s);
    builder.add(u"config.json"_s,
                "{\n    \"model_type\": \"bert\",\n    \"experimental\": true\n}\n");
    builder.commit(u"Try a larger head"_s, user, seedDay(2024, 9, 2),
                   u"refs/heads/feature/larger-head"_s);

    builder.remove(u"legacy/vocab.txt"_s);
    builder.commit(u"Remove the old vocabulary"_s, user, seedDay(2024, 10, 7));
    builder.add(u"onnx/model.onnx"_s, Noise(spec.seed() + 4).bytes(90'000));
    builder.merge(u"refs/heads/onnx-export"_s, u"Merge branch 'onnx-export'"_s, user,
                  seedDay(2024, 11, 1));
    builder.add(
        u"CHANGELOG.md"_s,
        "# Changes\n\n- 1.1: ONNX export\n- 1.0: retrained on more data\n- 0.9: first weights\n");
    builder.commit(u"Note the ONNX export"_s, user, seedDay(2025, 3, 1));

    builder
        .add(u"README.md"_s,
             modelCard(spec, false) + "\n## Thanks\n\nTo everybody who sent examples.\n")
        .add(u"examples/sample.jsonl"_s, "{\"text\": \"It works\", \"label\": \"positive\"}\n");
    builder.commit(u"Add examples and thanks"_s, u"alice"_s, seedDay(2025, 3, 10), u"refs/pr/1"_s);
    if (const auto made = context.finish(builder))
        context.setRole(u"history"_s, *made);
}

void seedBigFile(SeedContext &context)
{
    Repository repo;
    repo.ns = u"demo"_s;
    repo.name = u"one-gigabyte-checkpoint"_s;
    repo.created = seedDay(2024, 12, 12);
    repo.downloads = 31;
    repo.downloadsAllTime = 208;
    repo.likes = 2;
    RepoBuilder builder(context.hub, repo);
    builder.commit(u"initial commit"_s, u"demo"_s, seedDay(2024, 12, 12));
    const QString path = u"checkpoint.bin"_s;
    const LfsPointer pointer = builder.addPattern(path, 0x4875626465736bULL, kGibibyte);
    builder
        .add(u"README.md"_s,
             noteCard(u"One gigabyte"_s,
                      u"A checkpoint of exactly 1,073,741,824 bytes, to try long"
                      " downloads with."_s,
                      u"checkpoint"_s))
        .add(u"config.json"_s, "{\n    \"model_type\": \"llama\"\n}\n");
    builder.commit(u"Upload checkpoint"_s, u"demo"_s, seedDay(2024, 12, 13));
    if (const auto made = context.finish(builder)) {
        context.setRole(u"big_file"_s, *made,
                        {{u"path"_s, path},
                         {u"size"_s, pointer.size},
                         {u"sha256"_s, QString::fromLatin1(pointer.sha256)}});
    }
}

} // namespace hubdesk::localhub
