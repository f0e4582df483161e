// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/seed/ggufwriter.h"

#include "app/localhub/store/noise.h"

#include <QDataStream>
#include <QIODevice>

#include <ranges>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

constexpr qint64 kAlignment = 32;
constexpr quint32 kUint32 = 4;
constexpr quint32 kString = 8;
constexpr quint32 kArray = 9;
constexpr quint32 kUint16 = 2;

class Writer
{
public:
    Writer()
        : m_stream(&m_bytes, QIODevice::WriteOnly)
    {
        m_stream.setByteOrder(QDataStream::LittleEndian);
    }

    void string(const QString &text)
    {
        const QByteArray utf8 = text.toUtf8();
        m_stream << static_cast<quint64>(utf8.size());
        m_stream.writeRawData(utf8.constData(), static_cast<int>(utf8.size()));
    }

    template <typename T> void number(T value) { m_stream << value; }

    void pair(const QString &key, const QString &value)
    {
        string(key);
        number(kString);
        string(value);
        ++pairs;
    }

    void pair(const QString &key, quint32 value)
    {
        string(key);
        number(kUint32);
        number(value);
        ++pairs;
    }

    void pair16(const QString &key, quint16 value)
    {
        string(key);
        number(kUint16);
        number(value);
        ++pairs;
    }

    [[nodiscard]] QByteArray bytes() const { return m_bytes; }

    quint64 pairs = 0;

private:
    QByteArray m_bytes;
    QDataStream m_stream;
};

qint64 aligned(qint64 size)
{
    return (size + kAlignment - 1) / kAlignment * kAlignment;
}

qint64 storedSize(const TensorSpec &tensor, const GgufQuant &quant)
{
    const qint64 blocks = (tensor.count() + quant.blockCount - 1) / quant.blockCount;
    return blocks * quant.blockBytes;
}

void writeTokens(Writer &writer)
{
    writer.string(u"tokenizer.ggml.tokens"_s);
    writer.number(kArray);
    writer.number(kString);
    writer.number(quint64(260));
    for (const QString &token : {u"<unk>"_s, u"<s>"_s, u"</s>"_s, u"<pad>"_s})
        writer.string(token);
    for (int byte = 0; byte < 256; ++byte)
        writer.string(u"<0x%1>"_s.arg(byte, 2, 16, QChar(u'0')));
    ++writer.pairs;
    writer.pair(u"tokenizer.ggml.model"_s, u"llama"_s);
    writer.pair(u"tokenizer.ggml.bos_token_id"_s, quint32(1));
    writer.pair(u"tokenizer.ggml.eos_token_id"_s, quint32(2));
    writer.pair(u"tokenizer.chat_template"_s,
                u"{% for message in messages %}<|{{ message['role'] }}|>\n{{ message['content'] }}"
                "</s>\n{% endfor %}<|assistant|>\n"_s);
}

} // namespace

const std::vector<GgufQuant> &ggufQuants()
{
    static const std::vector<GgufQuant> quants{
        {.name = u"Q2_K"_s, .type = 10, .fileType = 10, .blockCount = 256, .blockBytes = 84},
        {.name = u"Q4_K_M"_s, .type = 12, .fileType = 15, .blockCount = 256, .blockBytes = 144},
        {.name = u"Q5_K_M"_s, .type = 13, .fileType = 17, .blockCount = 256, .blockBytes = 176},
        {.name = u"Q6_K"_s, .type = 14, .fileType = 18, .blockCount = 256, .blockBytes = 210},
        {.name = u"Q8_0"_s, .type = 8, .fileType = 7, .blockCount = 32, .blockBytes = 34},
        {.name = u"F16"_s, .type = 1, .fileType = 1, .blockCount = 1, .blockBytes = 2}};
    return quants;
}

QByteArray ggufFile(const GgufModel &model, const GgufQuant &quant, quint64 seed)
{
    Writer pairs;
    pairs.pair(u"general.architecture"_s, model.architecture);
    pairs.pair(u"general.name"_s, model.name);
    pairs.pair(u"general.file_type"_s, quant.fileType);
    pairs.pair(u"general.quantization_version"_s, quint32(2));
    pairs.pair(model.architecture + u".context_length"_s,
               static_cast<quint32>(model.contextLength));
    if (model.split >= 0) {
        pairs.pair16(u"split.no"_s, static_cast<quint16>(model.split));
        pairs.pair16(u"split.count"_s, static_cast<quint16>(model.splitCount));
    }
    if (model.architecture != "clip"_L1 && model.split <= 0)
        writeTokens(pairs);

    Writer tensors;
    qint64 offset = 0;
    for (const TensorSpec &tensor : model.tensors) {
        tensors.string(tensor.name);
        tensors.number(static_cast<quint32>(tensor.shape.size()));
        // GGUF counts dimensions from the fastest one.
        for (const auto extent : std::views::reverse(tensor.shape))
            tensors.number(static_cast<quint64>(extent));
        tensors.number(quant.type);
        tensors.number(static_cast<quint64>(offset));
        offset += aligned(storedSize(tensor, quant));
    }

    Writer head;
    head.number(quint32(0x46554747));
    head.number(quint32(3));
    head.number(static_cast<quint64>(model.tensors.size()));
    head.number(pairs.pairs);
    QByteArray file = head.bytes() + pairs.bytes() + tensors.bytes();
    file.append(aligned(file.size()) - file.size(), '\0');
    return file + Noise(seed).bytes(offset);
}

} // namespace hubdesk::localhub
