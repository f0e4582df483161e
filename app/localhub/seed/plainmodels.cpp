// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/seed/cardwriter.h"
#include "app/localhub/seed/ggufwriter.h"
#include "app/localhub/seed/modelfiles.h"
#include "app/localhub/seed/people.h"
#include "app/localhub/seed/picture.h"
#include "app/localhub/seed/safetensorswriter.h"
#include "app/localhub/seed/seedcontext.h"
#include "app/localhub/store/noise.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

std::vector<TensorSpec> tensorsOf(const ModelSpec &spec)
{
    if (spec.layout == Layout::Decoder)
        return decoderTensors(spec.layers, spec.hidden, spec.vocabulary, u"BF16"_s);
    const QString prefix =
        spec.layout == Layout::Timm ? u"blocks"_s : spec.modelType.section(u'-', 0, 0);
    return encoderTensors(prefix, spec.layers, spec.hidden, spec.vocabulary, u"F32"_s);
}

void addTokenizer(RepoBuilder &builder, const ModelSpec &spec)
{
    builder.add(u"tokenizer.json"_s, tokenizerJson(spec))
        .add(u"tokenizer_config.json"_s, tokenizerConfigJson(spec))
        .add(u"special_tokens_map.json"_s, specialTokensJson());
}

bool isTextTask(const ModelSpec &spec)
{
    return !spec.tags.contains(u"vision"_s) || spec.layout == Layout::Decoder;
}

void addTransformer(RepoBuilder &builder, const ModelSpec &spec)
{
    builder.add(u"config.json"_s, configJson(spec));
    if (spec.layout == Layout::Decoder)
        builder.add(u"generation_config.json"_s, generationConfigJson());
    if (isTextTask(spec) && spec.layout != Layout::Timm)
        addTokenizer(builder, spec);
    if (spec.tags.contains(u"vision"_s) || spec.tags.contains(u"audio"_s)) {
        builder.add(u"preprocessor_config.json"_s,
                    json({{u"do_normalize"_s, true},
                          {u"feature_size"_s, 80},
                          {u"image_mean"_s, QJsonArray{0.485, 0.456, 0.406}},
                          {u"image_std"_s, QJsonArray{0.229, 0.224, 0.225}},
                          {u"size"_s, QJsonObject{{u"height"_s, 224}, {u"width"_s, 224}}}}));
    }
    builder.add(u"model.safetensors"_s, safetensorsFile(tensorsOf(spec), spec.seed()));
}

void addSentence(RepoBuilder &builder, const ModelSpec &spec)
{
    addTransformer(builder, spec);
    builder
        .add(u"modules.json"_s,
             QJsonDocument(
                 QJsonArray{QJsonObject{{u"idx"_s, 0},
                                        {u"name"_s, u"0"_s},
                                        {u"path"_s, u""_s},
                                        {u"type"_s, u"sentence_transformers.models.Transformer"_s}},
                            QJsonObject{{u"idx"_s, 1},
                                        {u"name"_s, u"1"_s},
                                        {u"path"_s, u"1_Pooling"_s},
                                        {u"type"_s, u"sentence_transformers.models.Pooling"_s}}})
                 .toJson())
        .add(u"1_Pooling/config.json"_s,
             json({{u"word_embedding_dimension"_s, spec.hidden},
                   {u"pooling_mode_cls_token"_s, false},
                   {u"pooling_mode_mean_tokens"_s, true}}))
        .add(u"sentence_bert_config.json"_s,
             json({{u"max_seq_length"_s, 512}, {u"do_lower_case"_s, false}}))
        .add(u"config_sentence_transformers.json"_s, json({{u"similarity_fn_name"_s, u"cosine"_s}}))
        .add(u"onnx/model.onnx"_s, Noise(spec.seed() + 3).bytes(180'000));
}

void addDiffusion(RepoBuilder &builder, const ModelSpec &spec)
{
    const auto part = [](const QString &library, const QString &type) {
        return QJsonArray{library, type};
    };
    builder.add(u"model_index.json"_s,
                json({{u"_class_name"_s, u"StableDiffusionPipeline"_s},
                      {u"_diffusers_version"_s, u"0.31.0"_s},
                      {u"scheduler"_s, part(u"diffusers"_s, u"EulerDiscreteScheduler"_s)},
                      {u"text_encoder"_s, part(u"transformers"_s, u"CLIPTextModel"_s)},
                      {u"tokenizer"_s, part(u"transformers"_s, u"CLIPTokenizer"_s)},
                      {u"unet"_s, part(u"diffusers"_s, u"UNet2DConditionModel"_s)},
                      {u"vae"_s, part(u"diffusers"_s, u"AutoencoderKL"_s)}}));
    builder.add(
        u"scheduler/scheduler_config.json"_s,
        json({{u"_class_name"_s, u"EulerDiscreteScheduler"_s}, {u"num_train_timesteps"_s, 1000}}));
    builder.add(u"tokenizer/tokenizer_config.json"_s, tokenizerConfigJson(spec));
    builder.add(u"tokenizer/tokenizer.json"_s, tokenizerJson(spec));
    quint64 seed = spec.seed();
    for (const auto &[folder, file, layers] :
         {std::tuple(u"text_encoder"_s, u"model"_s, 1),
          std::tuple(u"unet"_s, u"diffusion_pytorch_model"_s, 3),
          std::tuple(u"vae"_s, u"diffusion_pytorch_model"_s, 1)}) {
        const auto tensors = encoderTensors(folder, layers, 64, 400, u"F16"_s);
        builder.add(folder + u"/config.json"_s,
                    json({{u"hidden_size"_s, 64}, {u"sample_size"_s, 64}}));
        builder.add(folder + u'/' + file + u".safetensors"_s, safetensorsFile(tensors, ++seed));
        builder.add(folder + u'/' + file + u".fp16.safetensors"_s,
                    safetensorsFile(tensors, ++seed));
    }
    for (int i = 0; i < 3; ++i) {
        Picture sample(160, 120, {static_cast<quint8>(40 + 60 * i), 120, 190});
        sample.fade({250, static_cast<quint8>(180 + 20 * i), 140});
        sample.disc(40 + 35 * i, 60, 22, {255, 240, 200});
        sample.rectangle(0, 92, 160, 28, {40, 60, static_cast<quint8>(70 + 30 * i)});
        builder.add(u"samples/sample-%1.png"_s.arg(i + 1), sample.png());
    }
}

void addAdapter(RepoBuilder &builder, const ModelSpec &spec)
{
    const std::vector<TensorSpec> tensors{
        {u"base_model.model.layers.0.self_attn.q_proj.lora_A.weight"_s, u"F32"_s, {16, 512}},
        {u"base_model.model.layers.0.self_attn.q_proj.lora_B.weight"_s, u"F32"_s, {512, 16}},
        {u"base_model.model.layers.0.self_attn.v_proj.lora_A.weight"_s, u"F32"_s, {16, 512}},
        {u"base_model.model.layers.0.self_attn.v_proj.lora_B.weight"_s, u"F32"_s, {512, 16}}};
    if (spec.library == "diffusers"_L1) {
        builder.add(u"pytorch_lora_weights.safetensors"_s, safetensorsFile(tensors, spec.seed()));
        return;
    }
    builder.add(u"adapter_config.json"_s,
                json({{u"peft_type"_s, u"LORA"_s},
                      {u"task_type"_s, u"CAUSAL_LM"_s},
                      {u"base_model_name_or_path"_s, spec.baseModel},
                      {u"r"_s, 16},
                      {u"lora_alpha"_s, 32},
                      {u"lora_dropout"_s, 0.05},
                      {u"target_modules"_s, QJsonArray{u"q_proj"_s, u"v_proj"_s}}}));
    builder.add(u"adapter_model.safetensors"_s, safetensorsFile(tensors, spec.seed()));
}

void addSmallGguf(RepoBuilder &builder, const ModelSpec &spec)
{
    const QString base = spec.name.chopped(5);
    for (const GgufQuant &quant : ggufQuants()) {
        if (quant.name != "Q4_K_M"_L1 && quant.name != "Q8_0"_L1)
            continue;
        builder.add(u"%1-%2.gguf"_s.arg(base, quant.name),
                    ggufFile({.name = base,
                              .architecture = u"llama"_s,
                              .tensors = decoderTensors(1, 256, 1024, u"F16"_s)},
                             quant, spec.seed()));
    }
}

} // namespace

void addModelFiles(RepoBuilder &builder, const ModelSpec &spec)
{
    switch (spec.layout) {
    case Layout::Sentence:
        addSentence(builder, spec);
        break;
    case Layout::Diffusion:
        addDiffusion(builder, spec);
        break;
    case Layout::Adapter:
        addAdapter(builder, spec);
        break;
    case Layout::Gguf:
        addSmallGguf(builder, spec);
        break;
    case Layout::Onnx:
        builder.add(u"config.json"_s, configJson(spec));
        addTokenizer(builder, spec);
        builder.add(u"onnx/model_quantized.onnx"_s, Noise(spec.seed()).bytes(240'000));
        break;
    case Layout::Decoder:
    case Layout::Encoder:
    case Layout::Timm:
        addTransformer(builder, spec);
        break;
    }
}

void commitModel(RepoBuilder &builder, const ModelSpec &spec)
{
    const QDate from = spec.created;
    const QDate to = spec.modified;
    builder.commit(u"initial commit"_s, spec.author,
                   seedDay(from.year(), from.month(), from.day()));
    addModelFiles(builder, spec);
    builder.commit(u"Upload model"_s, spec.author,
                   seedDay(from.year(), from.month(), from.day()).addSecs(5400));
    // Every third model shows its results as a picture.
    const bool picture = spec.seed() % 3 == 0;
    builder.add(u"README.md"_s, modelCard(spec, picture));
    if (picture) {
        Noise noise(spec.seed());
        std::vector<int> bars(4);
        for (int &bar : bars)
            bar = static_cast<int>(55 + noise.below(40));
        builder.add(
            u"assets/results.png"_s,
            Picture::chart(bars, {70, static_cast<quint8>(90 + noise.below(100)), 200}).png());
    }
    builder.commit(u"Update README.md"_s, spec.author, seedDay(to.year(), to.month(), to.day()));
}

void seedPlainModels(SeedContext &context)
{
    std::vector<ModelSpec> specs = textModels();
    std::ranges::move(mediaModels(), std::back_inserter(specs));
    for (const ModelSpec &spec : specs) {
        RepoBuilder builder(context.hub, spec.repository(),
                            spec.layout == Layout::Gguf ? QStringList{u"*.gguf"_s} : QStringList());
        commitModel(builder, spec);
        if (!context.finish(builder))
            return;
    }
    // Its first name; links to it go on working.
    context.hub.catalog.addRename(RepoType::Model, u"lumen-labs/lumen-bert"_s,
                                  u"lumen-labs/lumen-bert-base-uncased"_s);
    context.hub.catalog.addRename(RepoType::Model, u"lumen-bert"_s,
                                  u"lumen-labs/lumen-bert-base-uncased"_s);
}

} // namespace hubdesk::localhub
