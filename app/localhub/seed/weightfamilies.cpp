// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/seed/cardwriter.h"
#include "app/localhub/seed/ggufwriter.h"
#include "app/localhub/seed/modelfiles.h"
#include "app/localhub/seed/people.h"
#include "app/localhub/seed/picture.h"
#include "app/localhub/seed/seedcontext.h"
#include "app/localhub/store/noise.h"

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

ModelSpec borealisInstruct()
{
    ModelSpec spec;
    spec.ns = u"northwind-ai"_s;
    spec.name = u"Borealis-3B-Instruct"_s;
    spec.author = u"mira-holm"_s;
    spec.layout = Layout::Decoder;
    spec.task = u"text-generation"_s;
    spec.library = u"transformers"_s;
    spec.languages = {u"en"_s, u"sv"_s, u"nb"_s, u"da"_s, u"fi"_s};
    spec.tags = {u"conversational"_s, u"chat"_s, u"nordic"_s};
    spec.baseModel = u"northwind-ai/Borealis-3B"_s;
    spec.relation = u"finetune"_s;
    spec.datasets = {u"northwind-ai/instruct-mix-10k"_s};
    spec.modelType = u"llama"_s;
    spec.architecture = u"LlamaForCausalLM"_s;
    spec.summary = u"Borealis 3B Instruct follows instructions in English, Swedish, Norwegian,"
                   " Danish and Finnish. It was tuned on ten thousand hand-checked conversations"
                   " and then on the preferences of forty annotators. See"
                   " [the paper](https://arxiv.org/abs/2410.12345) for details."_s;
    spec.layers = 9;
    spec.hidden = 160;
    spec.vocabulary = 2400;
    spec.downloads = 421'977;
    spec.likes = 1288;
    spec.trending = 97;
    spec.created = QDate(2024, 6, 25);
    spec.modified = QDate(2025, 3, 20);
    return spec;
}

// Splits a list of tensors into `count` runs of about the same size.
std::vector<std::vector<TensorSpec>> intoShards(const std::vector<TensorSpec> &tensors,
                                                size_t count)
{
    std::vector<std::vector<TensorSpec>> shards(count);
    for (size_t i = 0; i < tensors.size(); ++i)
        shards[i * count / tensors.size()].push_back(tensors[i]);
    return shards;
}

QStringList shardNames(const QString &stem, const QString &suffix, size_t count)
{
    QStringList names;
    for (size_t i = 1; i <= count; ++i)
        names.append(u"%1-%2-of-%3.%4"_s.arg(stem)
                         .arg(i, 5, 10, QChar(u'0'))
                         .arg(count, 5, 10, QChar(u'0'))
                         .arg(suffix));
    return names;
}

QString ggufCard(const ModelSpec &spec)
{
    return QString::fromUtf8(modelCard(spec, false))
        + u"\n## Which file\n\n| File | Bits | Use |\n|:--|--:|:--|\n"
          "| `Borealis-3B-Instruct-Q2_K.gguf` | 2 | last resort |\n"
          "| `Borealis-3B-Instruct-Q4_K_M.gguf` | 4 | **recommended** |\n"
          "| `Borealis-3B-Instruct-Q5_K_M.gguf` | 5 | a little better |\n"
          "| `Borealis-3B-Instruct-Q6_K.gguf` | 6 | hard to tell from the original |\n"
          "| `Borealis-3B-Instruct-Q8_0.gguf` | 8 | for the cautious |\n"
          "| `Borealis-3B-Instruct-F16-0000?-of-00003.gguf` | 16 | all three parts are needed |\n"
          "| `mmproj-Borealis-3B-Instruct-F16.gguf` | 16 | projector, for pictures |\n"_s;
}

} // namespace

void seedShardedModel(SeedContext &context)
{
    const ModelSpec spec = borealisInstruct();
    RepoBuilder builder(context.hub, spec.repository());
    const QDateTime start = seedDay(2024, 6, 25);
    builder.commit(u"initial commit"_s, spec.author, start);

    const auto tensors = decoderTensors(spec.layers, spec.hidden, spec.vocabulary, u"BF16"_s);
    const auto oldShards = intoShards(tensors, 2);
    const QStringList oldNames = shardNames(u"pytorch_model"_s, u"bin"_s, 2);
    for (size_t i = 0; i < oldShards.size(); ++i)
        builder.add(oldNames[static_cast<qsizetype>(i)],
                    pytorchFile(oldShards[i], spec.seed() + i));
    builder.add(u"pytorch_model.bin.index.json"_s, shardIndex(oldShards, oldNames))
        .add(u"config.json"_s, configJson(spec))
        .add(u"generation_config.json"_s, generationConfigJson())
        .add(u"tokenizer.json"_s, tokenizerJson(spec))
        .add(u"tokenizer_config.json"_s, tokenizerConfigJson(spec))
        .add(u"special_tokens_map.json"_s, specialTokensJson())
        .add(u"tokenizer.model"_s, Noise(spec.seed() + 5).bytes(48'211));
    builder.commit(u"Upload LlamaForCausalLM"_s, spec.author, start.addSecs(3600));

    const auto shards = intoShards(tensors, 3);
    const QStringList names = shardNames(u"model"_s, u"safetensors"_s, 3);
    for (size_t i = 0; i < shards.size(); ++i)
        builder.add(names[static_cast<qsizetype>(i)],
                    safetensorsFile(shards[i], spec.seed() + 10 + i));
    builder.add(u"model.safetensors.index.json"_s, shardIndex(shards, names));
    builder.commit(u"Add safetensors weights"_s, u"tomasz-k"_s, seedDay(2024, 7, 2));

    builder.add(u"README.md"_s, modelCard(spec, true))
        .add(u"assets/results.png"_s, Picture::chart({62, 71, 78, 91}, {62, 116, 214}).png())
        .add(u"LICENSE"_s,
             "Apache License, Version 2.0\nhttps://www.apache.org/licenses/LICENSE-2.0\n")
        .add(u".eval_results/nordic-eval.yaml"_s,
             "- dataset: openfjord/nordic-news\n  metric: accuracy\n  value: 0.874\n");
    builder.commit(u"Update README.md\n\nResults of the new evaluation."_s, spec.author,
                   seedDay(2025, 3, 20));
    if (const auto repo = context.finish(builder))
        context.setRole(u"sharded_safetensors"_s, *repo);
}

void seedGgufFamily(SeedContext &context)
{
    ModelSpec spec = borealisInstruct();
    const QString base = spec.name;
    spec.ns = u"quantforge"_s;
    spec.name = base + u"-GGUF"_s;
    spec.author = u"tomasz-k"_s;
    spec.layout = Layout::Gguf;
    spec.library = u"gguf"_s;
    spec.tags = {u"conversational"_s, u"quantized"_s, u"llama.cpp"_s};
    spec.baseModel = u"northwind-ai/"_s + base;
    spec.relation = u"quantized"_s;
    spec.summary =
        u"GGUF files of Borealis 3B Instruct in six sizes, with a projector for pictures."_s;
    spec.downloads = 268'340;
    spec.likes = 417;
    spec.trending = 64;
    spec.created = QDate(2024, 6, 28);
    spec.modified = QDate(2025, 3, 21);

    RepoBuilder builder(context.hub, spec.repository(), {u"*.gguf"_s});
    builder.commit(u"initial commit"_s, spec.author, seedDay(2024, 6, 28));
    const auto tensors = decoderTensors(2, 256, 2048, u"F16"_s);
    for (const GgufQuant &quant : ggufQuants()) {
        GgufModel model{.name = base, .architecture = u"llama"_s, .tensors = tensors};
        if (quant.name != "F16"_L1) {
            builder.add(u"%1-%2.gguf"_s.arg(base, quant.name),
                        ggufFile(model, quant, spec.seed() + quant.type));
            continue;
        }
        const auto shards = intoShards(tensors, 3);
        const QStringList names = shardNames(base + u"-F16"_s, u"gguf"_s, 3);
        model.splitCount = 3;
        for (size_t i = 0; i < shards.size(); ++i) {
            model.tensors = shards[i];
            model.split = static_cast<int>(i);
            builder.add(names[static_cast<qsizetype>(i)],
                        ggufFile(model, quant, spec.seed() + 40 + i));
        }
    }
    builder.commit(u"Upload quantized files"_s, spec.author, seedDay(2024, 6, 29));
    builder.add(u"mmproj-%1-F16.gguf"_s.arg(base),
                ggufFile({.name = base + u" projector"_s,
                          .architecture = u"clip"_s,
                          .tensors = encoderTensors(u"v"_s, 2, 128, 256, u"F16"_s)},
                         ggufQuants().back(), spec.seed() + 60));
    builder.add(u"README.md"_s, ggufCard(spec).toUtf8());
    builder.commit(u"Add projector and card"_s, spec.author, seedDay(2025, 3, 21));
    if (const auto repo = context.finish(builder))
        context.setRole(u"gguf_family"_s, *repo);
}

} // namespace hubdesk::localhub
