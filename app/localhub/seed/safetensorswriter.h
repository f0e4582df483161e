// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace hubdesk::localhub {

struct TensorSpec
{
    QString name;
    QString dtype; //!< F32, F16, BF16, I64
    std::vector<qint64> shape;

    [[nodiscard]] qint64 count() const;
    [[nodiscard]] qint64 bytes() const;
};

//! Names and shapes of a decoder language model, in the order of its layers.
std::vector<TensorSpec> decoderTensors(qint64 layers, qint64 hidden, qint64 vocabulary,
                                       const QString &dtype);
//! Names and shapes of an encoder such as BERT or ViT.
std::vector<TensorSpec> encoderTensors(const QString &prefix, qint64 layers, qint64 hidden,
                                       qint64 vocabulary, const QString &dtype);

//! A safetensors file with pseudo-random weights.
QByteArray safetensorsFile(const std::vector<TensorSpec> &tensors, quint64 seed);
//! A PyTorch checkpoint (a stored zip archive) of about the same weights.
QByteArray pytorchFile(const std::vector<TensorSpec> &tensors, quint64 seed);
//! `model.safetensors.index.json` and its like: which tensor is in which shard.
QByteArray shardIndex(const std::vector<std::vector<TensorSpec>> &shards, const QStringList &names);

} // namespace hubdesk::localhub
