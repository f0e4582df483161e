// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/api/weightinfo.h"

#include <QDataStream>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

constexpr qint64 kMaxHeader = 25'000'000;
constexpr qint64 kGgufHead = 4 * 1024 * 1024;

enum GgufType : quint32 {
    U8,
    I8,
    U16,
    I16,
    U32,
    I32,
    F32,
    Bool,
    String,
    Array,
    U64,
    I64,
    F64,
};

QByteArray readAt(BodySource &file, qint64 offset, qint64 count)
{
    QByteArray bytes(std::min(count, std::max<qint64>(file.size() - offset, 0)), Qt::Uninitialized);
    qint64 done = 0;
    while (done < bytes.size()) {
        const qint64 got = file.read(offset + done, bytes.data() + done, bytes.size() - done);
        if (got <= 0)
            return {};
        done += got;
    }
    return bytes;
}

class GgufReader
{
public:
    explicit GgufReader(const QByteArray &head)
        : m_stream(head)
    {
        m_stream.setByteOrder(QDataStream::LittleEndian);
    }

    template <typename T> T number()
    {
        T value{};
        m_stream >> value;
        return value;
    }

    QString string()
    {
        const auto length = number<quint64>();
        if (length > static_cast<quint64>(kGgufHead))
            return fail();
        QByteArray bytes(static_cast<qsizetype>(length), Qt::Uninitialized);
        if (m_stream.readRawData(bytes.data(), static_cast<int>(length))
            != static_cast<int>(length))
            return fail();
        return QString::fromUtf8(bytes);
    }

    QJsonValue value(quint32 type)
    {
        switch (type) {
        case U8:
        case I8:
        case Bool:
            return number<quint8>();
        case U16:
        case I16:
            return number<quint16>();
        case U32:
        case I32:
            return static_cast<qint64>(number<quint32>());
        case F32: {
            m_stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
            return static_cast<double>(number<float>());
        }
        case U64:
        case I64:
            return number<qint64>();
        case F64: {
            m_stream.setFloatingPointPrecision(QDataStream::DoublePrecision);
            return number<double>();
        }
        case String:
            return string();
        case Array: {
            const auto inner = number<quint32>();
            const auto count = number<quint64>();
            QJsonArray items;
            for (quint64 i = 0; i < count && ok(); ++i)
                items.append(value(inner));
            return items;
        }
        default:
            return fail();
        }
    }

    [[nodiscard]] bool ok() const { return m_stream.status() == QDataStream::Ok; }

private:
    QString fail()
    {
        m_stream.setStatus(QDataStream::ReadCorruptData);
        return {};
    }

    QDataStream m_stream;
};

} // namespace

void countSafetensors(BodySource &file, QJsonObject &counts)
{
    const QByteArray lengthBytes = readAt(file, 0, 8);
    if (lengthBytes.size() != 8)
        return;
    const auto length = qFromLittleEndian<quint64>(lengthBytes.constData());
    if (length > static_cast<quint64>(kMaxHeader))
        return;
    const QByteArray header = readAt(file, 8, static_cast<qint64>(length));
    const QJsonObject tensors = QJsonDocument::fromJson(header).object();
    for (auto it = tensors.begin(); it != tensors.end(); ++it) {
        if (it.key() == "__metadata__"_L1)
            continue;
        const QJsonObject tensor = it.value().toObject();
        qint64 count = 1;
        for (const QJsonValue &dimension : tensor[u"shape"].toArray())
            count *= dimension.toInteger();
        const QString type = tensor[u"dtype"].toString();
        counts[type] = counts[type].toInteger() + count;
    }
}

QJsonObject describeGguf(BodySource &file, qint64 totalFileSize)
{
    GgufReader reader(readAt(file, 0, kGgufHead));
    if (reader.number<quint32>() != 0x46554747)
        return {};
    reader.number<quint32>(); // version
    const auto tensors = reader.number<quint64>();
    const auto keys = reader.number<quint64>();
    QJsonObject all;
    for (quint64 i = 0; i < keys && reader.ok(); ++i) {
        const QString key = reader.string();
        all[key] = reader.value(reader.number<quint32>());
    }
    qint64 total = 0;
    for (quint64 i = 0; i < tensors && reader.ok(); ++i) {
        reader.string();
        qint64 count = 1;
        const auto dimensions = reader.number<quint32>();
        for (quint32 d = 0; d < dimensions && reader.ok(); ++d)
            count *= reader.number<qint64>();
        reader.number<quint32>();
        reader.number<quint64>();
        total += count;
    }
    const QString architecture = all[u"general.architecture"].toString();
    QJsonObject info{{u"total"_s, total},
                     {u"architecture"_s, architecture},
                     {u"totalFileSize"_s, totalFileSize}};
    if (const auto length = all.value(architecture + ".context_length"_L1); !length.isUndefined())
        info[u"context_length"] = length;
    if (all.contains("tokenizer.chat_template"_L1))
        info[u"chat_template"] = all["tokenizer.chat_template"_L1];
    return info;
}

} // namespace hubdesk::localhub
