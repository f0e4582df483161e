// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/tree.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace hubdesk {

//! A part of a repo that people fetch as a whole.
struct FileGroup
{
    enum class Kind {
        Everything,
        Gguf, //!< One quantisation with all its shards and the projector that goes with it.
        Safetensors, //!< Everything but the same weights in other formats.
        Weights, //!< The weights in one other format, with what they need.
        ConfigOnly, //!< Configuration and tokenizer: no weights.
    };

    Kind kind = Kind::Everything;
    QString title; //!< "Q4_K_M", "Everything": translated where it is a phrase.
    QString note; //!< One short sentence; may be empty.
    QStringList paths; //!< In the order of the listing.
    qint64 size = 0; //!< bytes

    bool operator==(const FileGroup &) const = default;
};

//! The formats that weights come in.
enum class WeightFormat {
    None,
    Safetensors,
    Gguf,
    PyTorch, //!< .bin .pt .pth .ckpt
    TensorFlow, //!< .h5 .tflite, SavedModel
    Flax, //!< .msgpack
    Onnx, //!< with external data
    OpenVino,
    CoreMl,
    Rust, //!< rust_model.ot
};

//! By name and folder only: `training_args.bin`, `optimizer.pt` and alike are no weights.
[[nodiscard]] WeightFormat weightFormat(const QString &path);

//! What a GGUF file name says.
struct GgufName
{
    QString
        quantisation; //!< Upper case, `UD-` and alike kept: "Q4_K_M", "F16"; empty when unknown.
    QString model; //!< What is left of the name: groups of different models stay apart.
    bool isProjector = false; //!< mmproj of a model that sees or hears.
    int shard = 0; //!< From 1; 0: not sharded.
    int shards = 0;

    bool operator==(const GgufName &) const = default;
};
[[nodiscard]] GgufName parseGgufName(const QString &path);

//! The natural groups of a recursive listing, Everything first when there are several. Folders in
//! \a entries are ignored. Pure and fast (one pass, a sort).
[[nodiscard]] std::vector<FileGroup> fileGroups(const std::vector<TreeEntry> &entries);

} // namespace hubdesk
