// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>

#include <memory>

namespace hubdesk::localhub {

//! Where the bytes of a reply come from. Each reply has its own, used by one thread at a time.
class BodySource
{
public:
    BodySource() = default;
    virtual ~BodySource() = default;
    Q_DISABLE_COPY_MOVE(BodySource)

    [[nodiscard]] virtual qint64 size() const = 0;
    //! Fills `to` from byte `offset` and returns how many bytes, -1 when they cannot be read.
    virtual qint64 read(qint64 offset, char *to, qint64 max) = 0;
};

//! Bytes in memory.
class BytesSource final : public BodySource
{
public:
    explicit BytesSource(QByteArray bytes)
        : m_bytes(std::move(bytes))
    { }
    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    qint64 read(qint64 offset, char *to, qint64 max) override;

private:
    QByteArray m_bytes;
};

//! A file on disk.
class FileSource final : public BodySource
{
public:
    //! Null when the file cannot be opened.
    static std::shared_ptr<FileSource> open(const QString &path);
    [[nodiscard]] qint64 size() const override { return m_size; }
    qint64 read(qint64 offset, char *to, qint64 max) override;

private:
    QFile m_file;
    qint64 m_size = 0;
};

} // namespace hubdesk::localhub
