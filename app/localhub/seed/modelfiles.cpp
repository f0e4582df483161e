// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/seed/modelfiles.h"

#include "app/localhub/store/noise.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

QByteArray indented(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

QString inventWord(Noise &noise)
{
    static const QStringList syllables =
        u"ba be bi bo da de di do ka ke ki ko la le li lo ma me mi mo"
        " na ne ni no ra re ri ro sa se si so ta te ti to va ve vi vo en er in or an ar el al st th"_s
            .split(u' ');
    QString word;
    for (qint64 i = 1 + noise.below(3); i >= 0; --i)
        word += syllables[noise.below(syllables.size())];
    return word;
}

QJsonArray addedTokens()
{
    QJsonArray tokens;
    int id = 0;
    for (const QString &content : {u"<unk>"_s, u"<s>"_s, u"</s>"_s, u"<pad>"_s, u"<mask>"_s}) {
        tokens.append(QJsonObject{{u"id"_s, id++},
                                  {u"content"_s, content},
                                  {u"single_word"_s, false},
                                  {u"lstrip"_s, false},
                                  {u"rstrip"_s, false},
                                  {u"normalized"_s, false},
                                  {u"special"_s, true}});
    }
    return tokens;
}

} // namespace

QByteArray configJson(const ModelSpec &spec)
{
    QJsonObject config{{u"model_type"_s, spec.modelType},
                       {u"torch_dtype"_s, u"bfloat16"_s},
                       {u"transformers_version"_s, u"4.47.1"_s},
                       {u"vocab_size"_s, spec.vocabulary},
                       {u"hidden_size"_s, spec.hidden},
                       {u"num_hidden_layers"_s, spec.layers},
                       {u"num_attention_heads"_s, 4},
                       {u"bos_token_id"_s, 1},
                       {u"eos_token_id"_s, 2}};
    if (!spec.architecture.isEmpty())
        config[u"architectures"] = QJsonArray{spec.architecture};
    if (spec.layout == Layout::Decoder) {
        config[u"intermediate_size"] = spec.hidden * 2;
        config[u"max_position_embeddings"] = 8192;
        config[u"rms_norm_eps"] = 1e-5;
        config[u"tie_word_embeddings"] = false;
    } else {
        config[u"intermediate_size"] = spec.hidden * 4;
        config[u"hidden_act"] = u"gelu"_s;
        config[u"hidden_dropout_prob"] = 0.1;
        config[u"max_position_embeddings"] = 512;
    }
    if (spec.task == "text-classification"_L1) {
        config[u"id2label"] =
            QJsonObject{{u"0"_s, u"negative"_s}, {u"1"_s, u"neutral"_s}, {u"2"_s, u"positive"_s}};
        config[u"label2id"] =
            QJsonObject{{u"negative"_s, 0}, {u"neutral"_s, 1}, {u"positive"_s, 2}};
    }
    return indented(config);
}

QByteArray tokenizerJson(const ModelSpec &spec)
{
    Noise noise(spec.seed());
    QJsonObject vocabulary;
    qint64 id = 0;
    for (const QJsonValue &token : addedTokens())
        vocabulary[token[u"content"].toString()] = id++;
    for (char c = 'a'; c <= 'z'; ++c)
        vocabulary[QString(QLatin1Char(c))] = id++;
    while (id < spec.vocabulary) {
        const QString word = (noise.below(2) == 0 ? u"\u0120"_s : QString()) + inventWord(noise);
        const QString token = vocabulary.contains(word) ? word + QString::number(id) : word;
        vocabulary[token] = id++;
    }
    const QJsonObject tokenizer{{u"version"_s, u"1.0"_s},
                                {u"truncation"_s, QJsonValue()},
                                {u"padding"_s, QJsonValue()},
                                {u"added_tokens"_s, addedTokens()},
                                {u"normalizer"_s, QJsonValue()},
                                {u"pre_tokenizer"_s,
                                 QJsonObject{{u"type"_s, u"ByteLevel"_s},
                                             {u"add_prefix_space"_s, false},
                                             {u"trim_offsets"_s, true},
                                             {u"use_regex"_s, true}}},
                                {u"post_processor"_s, QJsonValue()},
                                {u"decoder"_s,
                                 QJsonObject{{u"type"_s, u"ByteLevel"_s},
                                             {u"add_prefix_space"_s, true},
                                             {u"trim_offsets"_s, true},
                                             {u"use_regex"_s, true}}},
                                {u"model"_s,
                                 QJsonObject{{u"type"_s, u"BPE"_s},
                                             {u"unk_token"_s, u"<unk>"_s},
                                             {u"byte_fallback"_s, false},
                                             {u"vocab"_s, vocabulary},
                                             {u"merges"_s, QJsonArray()}}}};
    return indented(tokenizer);
}

QByteArray tokenizerConfigJson(const ModelSpec &spec)
{
    QJsonObject config{{u"tokenizer_class"_s, u"PreTrainedTokenizerFast"_s},
                       {u"model_max_length"_s, spec.layout == Layout::Decoder ? 8192 : 512},
                       {u"clean_up_tokenization_spaces"_s, false},
                       {u"bos_token"_s, u"<s>"_s},
                       {u"eos_token"_s, u"</s>"_s},
                       {u"pad_token"_s, u"<pad>"_s},
                       {u"unk_token"_s, u"<unk>"_s}};
    if (spec.task == "fill-mask"_L1)
        config[u"mask_token"] = u"<mask>"_s;
    if (spec.tags.contains(u"conversational"_s)) {
        config[u"chat_template"] =
            u"{% for message in messages %}<|{{ message['role'] }}|>\n{{ message['content'] }}"
            "</s>\n{% endfor %}{% if add_generation_prompt %}<|assistant|>\n{% endif %}"_s;
    }
    return indented(config);
}

QByteArray specialTokensJson()
{
    return indented({{u"bos_token"_s, u"<s>"_s},
                     {u"eos_token"_s, u"</s>"_s},
                     {u"pad_token"_s, u"<pad>"_s},
                     {u"unk_token"_s, u"<unk>"_s}});
}

QByteArray generationConfigJson()
{
    return indented({{u"bos_token_id"_s, 1},
                     {u"eos_token_id"_s, 2},
                     {u"do_sample"_s, true},
                     {u"temperature"_s, 0.7},
                     {u"top_p"_s, 0.9},
                     {u"transformers_version"_s, u"4.47.1"_s}});
}

} // namespace hubdesk::localhub
