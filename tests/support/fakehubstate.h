// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/fakehubserver.h"

#include <atomic>
#include <map>
#include <mutex>
#include <optional>

namespace hubdesk {

//! What the test's thread and the server's thread share. Everything under the mutex.
class FakeHubServer::State
{
public:
    struct File
    {
        QByteArray content;
        QString oid; //!< git SHA-1 of the content (of the pointer's place, for LFS)
        QString etag;
        bool lfs = false;
        qint64 announced = 0; //!< bytes
    };

    //! What one request is answered with.
    struct Reply
    {
        int status = 200;
        QByteArray headers;
        QByteArray body;
        qint64 first = 0; //!< The body begins at this byte of the file.
        std::optional<FakeFault> fault; //!< For the body.
        size_t logEntry = 0;
    };

    [[nodiscard]] Reply answer(const FakeRequest &request, const QByteArray &body);
    void addSent(size_t logEntry, qint64 bytes);

    mutable std::mutex mutex;
    std::map<QString, File> files;
    std::map<QString, std::map<QString, File>> history; //!< Of earlier commits.
    std::vector<FakeFault> faults;
    std::vector<FakeRequest> log;
    QString commit;
    quint16 hubPort = 0;
    quint16 cdnPort = 0;
    int pageSize = 1000;
    bool noRanges = false;
    bool isPrivate = false;
    QString gated;
    std::atomic<int> pause = 0; //!< ms
    std::atomic<bool> down = false;

private:
    Reply route(const FakeRequest &request, const QByteArray &body);
    Reply repoInfo() const;
    Reply tree(const QByteArray &path) const;
    Reply pathsInfo(const QByteArray &body) const;
    Reply resolve(const FakeRequest &request, const QByteArray &path);
    Reply content(const FakeRequest &request, const File &file, const QByteArray &headers);
    //! For the bytes [first, end) of a file; \a end -1: not about a file's bytes.
    std::optional<FakeFault> takeFault(const FakeRequest &request, qint64 first, qint64 end);
};

} // namespace hubdesk
