// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/filenames.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

const QRegularExpression &shardPattern()
{
    static const QRegularExpression pattern(u"-(\\d{5})-of-(\\d{5})(?=\\.|$)"_s);
    return pattern;
}

//! Old ways to split one file: `model.gguf.part1of2`, `model.gguf-split-a`.
const QRegularExpression &partPattern()
{
    static const QRegularExpression pattern(u"\\.gguf(?:\\.part(\\d+)of(\\d+)|-split-([a-z]))$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

const QRegularExpression &quantisationPattern()
{
    static const QRegularExpression pattern(
        u"(?:^|[-._ /])((?:UD[-_])?(?:I?Q[1-9](?:_[0-9A-Z]{1,3}){0,3}|TQ[12]_0|MXFP4(?:_MOE)?|NVFP4"
        "|BF16|FP16|F16|FP32|F32|F64))(?=$|[-._ /])"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

//! The last quantisation named in \a text and where it stands.
QRegularExpressionMatch lastQuantisation(const QString &text)
{
    QRegularExpressionMatch last;
    qsizetype from = 0;
    while (true) {
        const auto match = quantisationPattern().match(text, from);
        if (!match.hasMatch())
            return last;
        last = match;
        from = match.capturedEnd(1); // the separator may begin the next one
    }
}

QString trimmedSeparators(QString text)
{
    static const QRegularExpression doubled(u"[-._ ]{2,}"_s);
    text.replace(doubled, u"-"_s);
    while (!text.isEmpty() && u"-._ "_s.contains(text.front()))
        text.removeFirst();
    while (!text.isEmpty() && u"-._ "_s.contains(text.back()))
        text.chop(1);
    return text;
}

bool isTrainingState(const QString &name)
{
    for (const auto prefix : {"training_args"_L1, "optimizer"_L1, "scheduler"_L1, "scaler"_L1,
                              "rng_state"_L1, "random_states"_L1, "trainer_state"_L1}) {
        if (name.startsWith(prefix))
            return true;
    }
    return false;
}

WeightFormat formatByFolder(const QString &path)
{
    if (path.contains(".mlpackage/"_L1) || path.contains(".mlmodelc/"_L1))
        return WeightFormat::CoreMl;
    if (path.contains("/variables/"_L1) || path.startsWith("variables/"_L1))
        return WeightFormat::TensorFlow;
    return WeightFormat::None;
}

} // namespace

QString baseName(const QString &path)
{
    return path.sliced(path.lastIndexOf(u'/') + 1);
}

QString folderOf(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    return slash < 0 ? QString() : path.first(slash);
}

WeightFormat weightFormat(const QString &path)
{
    const QString lower = path.toLower();
    const QString name = baseName(lower);
    if (isTrainingState(name))
        return WeightFormat::None;
    if (const WeightFormat format = formatByFolder(lower); format != WeightFormat::None)
        return format;
    if (partPattern().match(name).hasMatch())
        return WeightFormat::Gguf;
    if (name.startsWith("openvino_"_L1) && (name.endsWith(".xml"_L1) || name.endsWith(".bin"_L1)))
        return WeightFormat::OpenVino;

    struct Ending
    {
        QLatin1StringView text;
        WeightFormat format;
    };
    static constexpr auto kEndings = std::to_array<Ending>({
        {".safetensors"_L1, WeightFormat::Safetensors},
        {".gguf"_L1, WeightFormat::Gguf},
        {".bin"_L1, WeightFormat::PyTorch},
        {".pt"_L1, WeightFormat::PyTorch},
        {".pth"_L1, WeightFormat::PyTorch},
        {".ckpt"_L1, WeightFormat::PyTorch},
        {".h5"_L1, WeightFormat::TensorFlow},
        {".tflite"_L1, WeightFormat::TensorFlow},
        {"saved_model.pb"_L1, WeightFormat::TensorFlow},
        {".msgpack"_L1, WeightFormat::Flax},
        {".onnx"_L1, WeightFormat::Onnx},
        {".onnx_data"_L1, WeightFormat::Onnx},
        {".onnx.data"_L1, WeightFormat::Onnx},
        {".mlmodel"_L1, WeightFormat::CoreMl},
        {".ot"_L1, WeightFormat::Rust},
    });
    for (const Ending &ending : kEndings) {
        if (name.endsWith(ending.text))
            return ending.format;
    }
    // An index names the shards of one format and goes with them.
    if (name.contains(".index"_L1) && name.endsWith(".json"_L1)) {
        for (const Ending &ending : kEndings) {
            if (name.contains(ending.text + ".index"_L1))
                return ending.format;
        }
    }
    return WeightFormat::None;
}

GgufName parseGgufName(const QString &path)
{
    GgufName result;
    QString name = baseName(path);
    if (const auto part = partPattern().match(name); part.hasMatch()) {
        result.shard = part.captured(3).isEmpty()
            ? part.captured(1).toInt()
            : part.captured(3).toLower().front().unicode() - u'a' + 1;
        result.shards = part.captured(2).toInt();
        name.truncate(part.capturedStart());
    } else if (name.endsWith(".gguf"_L1, Qt::CaseInsensitive)) {
        name.chop(5);
    }
    if (const auto shard = shardPattern().match(name); shard.hasMatch()) {
        result.shard = shard.captured(1).toInt();
        result.shards = shard.captured(2).toInt();
        name.remove(shard.capturedStart(), shard.capturedLength());
    }
    result.isProjector = name.contains("mmproj"_L1, Qt::CaseInsensitive);

    const auto match = lastQuantisation(name);
    if (match.hasMatch()) {
        result.quantisation = match.captured(1).toUpper();
        name.remove(match.capturedStart(1), match.capturedLength(1));
    } else if (const auto inFolder = lastQuantisation(folderOf(path)); inFolder.hasMatch()) {
        result.quantisation = inFolder.captured(1).toUpper();
    }
    if (result.quantisation == "FP16"_L1 || result.quantisation == "FP32"_L1)
        result.quantisation.remove(u'P');
    if (result.isProjector)
        name.remove("mmproj"_L1, Qt::CaseInsensitive);
    result.model = trimmedSeparators(name);
    return result;
}

WeightName parseWeightName(const QString &path)
{
    static const QRegularExpression variant(
        u"\\.(fp16|bf16|fp32|fp8|int8|int4|ema|non_ema|ema_only)(?=[-.]|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression ending(
        u"\\.(safetensors|bin|pt|pth|ckpt)(\\.index(\\.[a-z0-9_]+)?\\.json)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression mainName(
        u"^(pytorch_model|model|tf_model|flax_model|diffusion_pytorch_model|diffusion_flax_model|"
        "consolidated(\\.\\d+)?)$"_s);

    WeightName result;
    QString name = baseName(path);
    name.remove(shardPattern());
    if (const auto match = variant.match(name); match.hasMatch()) {
        result.variant = match.captured(1).toLower();
        name.remove(match.capturedStart(), match.capturedLength());
    }
    name.remove(ending);
    result.stem = mainName.match(name).hasMatch() ? u"model"_s : name;
    return result;
}

} // namespace hubdesk
