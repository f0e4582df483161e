// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/seed/safetensorswriter.h"

#include "app/localhub/seed/zipwriter.h"
#include "app/localhub/store/noise.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

qint64 TensorSpec::count() const
{
    qint64 total = 1;
    for (const qint64 dimension : shape)
        total *= dimension;
    return total;
}

qint64 TensorSpec::bytes() const
{
    const qint64 each = dtype == "F32"_L1 ? 4 : dtype == "I64"_L1 ? 8 : 2;
    return count() * each;
}

std::vector<TensorSpec> decoderTensors(qint64 layers, qint64 hidden, qint64 vocabulary,
                                       const QString &dtype)
{
    std::vector<TensorSpec> all{{u"model.embed_tokens.weight"_s, dtype, {vocabulary, hidden}}};
    for (qint64 i = 0; i < layers; ++i) {
        const QString layer = u"model.layers.%1."_s.arg(i);
        all.push_back({layer + u"input_layernorm.weight"_s, dtype, {hidden}});
        for (const QString &part : {u"q_proj"_s, u"k_proj"_s, u"v_proj"_s, u"o_proj"_s})
            all.push_back({layer + u"self_attn."_s + part + u".weight"_s, dtype, {hidden, hidden}});
        all.push_back({layer + u"post_attention_layernorm.weight"_s, dtype, {hidden}});
        for (const QString &part : {u"gate_proj"_s, u"up_proj"_s})
            all.push_back({layer + u"mlp."_s + part + u".weight"_s, dtype, {hidden * 2, hidden}});
        all.push_back({layer + u"mlp.down_proj.weight"_s, dtype, {hidden, hidden * 2}});
    }
    all.push_back({u"model.norm.weight"_s, dtype, {hidden}});
    all.push_back({u"lm_head.weight"_s, dtype, {vocabulary, hidden}});
    return all;
}

std::vector<TensorSpec> encoderTensors(const QString &prefix, qint64 layers, qint64 hidden,
                                       qint64 vocabulary, const QString &dtype)
{
    std::vector<TensorSpec> all{
        {prefix + u".embeddings.word_embeddings.weight"_s, dtype, {vocabulary, hidden}},
        {prefix + u".embeddings.position_embeddings.weight"_s, dtype, {128, hidden}},
        {prefix + u".embeddings.LayerNorm.weight"_s, dtype, {hidden}}};
    for (qint64 i = 0; i < layers; ++i) {
        const QString layer = prefix + u".encoder.layer.%1."_s.arg(i);
        for (const QString &part : {u"query"_s, u"key"_s, u"value"_s})
            all.push_back(
                {layer + u"attention.self."_s + part + u".weight"_s, dtype, {hidden, hidden}});
        all.push_back({layer + u"attention.output.dense.weight"_s, dtype, {hidden, hidden}});
        all.push_back({layer + u"intermediate.dense.weight"_s, dtype, {hidden * 4, hidden}});
        all.push_back({layer + u"output.dense.weight"_s, dtype, {hidden, hidden * 4}});
        all.push_back({layer + u"output.LayerNorm.weight"_s, dtype, {hidden}});
    }
    all.push_back({prefix + u".pooler.dense.weight"_s, dtype, {hidden, hidden}});
    return all;
}

QByteArray safetensorsFile(const std::vector<TensorSpec> &tensors, quint64 seed)
{
    QJsonObject header{{u"__metadata__"_s, QJsonObject{{u"format"_s, u"pt"_s}}}};
    qint64 offset = 0;
    for (const TensorSpec &tensor : tensors) {
        QJsonArray shape;
        for (const qint64 dimension : tensor.shape)
            shape.append(dimension);
        header[tensor.name] =
            QJsonObject{{u"dtype"_s, tensor.dtype},
                        {u"shape"_s, shape},
                        {u"data_offsets"_s, QJsonArray{offset, offset + tensor.bytes()}}};
        offset += tensor.bytes();
    }
    QByteArray json = QJsonDocument(header).toJson(QJsonDocument::Compact);
    // Readers map the data, so it begins at a multiple of eight.
    json.append((8 - json.size() % 8) % 8, ' ');
    QByteArray file(8, '\0');
    qToLittleEndian(static_cast<quint64>(json.size()), file.data());
    return file + json + Noise(seed).bytes(offset);
}

QByteArray pytorchFile(const std::vector<TensorSpec> &tensors, quint64 seed)
{
    ZipWriter zip;
    // An empty dictionary in the pickle format, then one storage for each tensor.
    zip.add("archive/data.pkl", QByteArray("\x80\x02}q\x00.", 6));
    Noise noise(seed);
    int number = 0;
    for (const TensorSpec &tensor : tensors)
        zip.add("archive/data/" + QByteArray::number(number++), noise.bytes(tensor.bytes()));
    zip.add("archive/version", "3\n");
    return zip.finish();
}

QByteArray shardIndex(const std::vector<std::vector<TensorSpec>> &shards, const QStringList &names)
{
    QJsonObject map;
    qint64 total = 0;
    for (size_t i = 0; i < shards.size(); ++i) {
        for (const TensorSpec &tensor : shards[i]) {
            map[tensor.name] = names[static_cast<qsizetype>(i)];
            total += tensor.bytes();
        }
    }
    const QJsonObject index{{u"metadata"_s, QJsonObject{{u"total_size"_s, total}}},
                            {u"weight_map"_s, map}};
    return QJsonDocument(index).toJson();
}

} // namespace hubdesk::localhub
