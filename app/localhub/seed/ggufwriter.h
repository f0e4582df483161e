// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/seed/safetensorswriter.h"

namespace hubdesk::localhub {

//! How the weights of a GGUF file are stored.
struct GgufQuant
{
    QString name; //!< Q4_K_M
    quint32 type; //!< number of the tensor type
    quint32 fileType; //!< number of the file type
    qint64 blockCount;
    qint64 blockBytes;
};

//! The quantisations that the demo has.
const std::vector<GgufQuant> &ggufQuants();

struct GgufModel
{
    QString name;
    QString architecture; //!< "llama"; "clip" for a projector
    qint64 contextLength = 8192;
    std::vector<TensorSpec> tensors;
    int split = -1; //!< number of this shard, -1 when there is one file only
    int splitCount = 1;
};

//! A GGUF file of version 3 with pseudo-random weights.
QByteArray ggufFile(const GgufModel &model, const GgufQuant &quant, quint64 seed);

} // namespace hubdesk::localhub
