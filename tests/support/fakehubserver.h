// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QThread>
#include <QUrl>

#include <memory>
#include <mutex>
#include <vector>

namespace hubdesk {

//! What the fake Hub does wrong, and when.
struct FakeFault
{
    enum class Kind {
        Status, //!< Answers with `status` and `headers`.
        Cut, //!< Closes the connection before file byte `at`.
        Reset, //!< The same, with a TCP reset.
        Stall, //!< Sends nothing from file byte `at` on and leaves the connection open.
        Corrupt, //!< Flips a bit of file byte `at`.
        CorruptFirst, //!< Flips a bit of the first byte of the reply, whichever that is.
        FullReply, //!< Answers a range with 200 and the whole file.
        WrongRange, //!< 206 with a Content-Range that begins one byte later.
        Etag, //!< Says another X-Linked-Etag (ETag for files that are not LFS).
        Length, //!< Announces and sends one byte less.
    };

    QByteArray match; //!< Part of the raw path; empty: every request.
    Kind kind = Kind::Status;
    qint64 at = 0;
    int status = 500;
    QByteArray headers; //!< Complete lines for Kind::Status.
    int times = 1; //!< 0: always.
    bool cdn = false; //!< Only on the second port.
    bool onlyRanges = false; //!< Only requests with a Range header.
};

//! One request as it arrived.
struct FakeRequest
{
    QByteArray method;
    QByteArray path; //!< Raw, with query.
    QByteArray range;
    bool cdn = false;
    bool authorization = false;
    int status = 0;
    qint64 bytes = 0; //!< Of the body, sent so far.
};

//! A Hub with one repo, `tester/model` at one commit, as a model and as a dataset, in a thread of
//! its own: repo info, tree in pages, paths-info, resolve. LFS files are behind a redirect to a
//! second port. For tests that need a fault at an exact byte; everything may be called from the
//! test's thread.
class FakeHubServer
{
public:
    static constexpr auto kRepo = "tester/model";
    static constexpr auto kToken = "hf_test_token_1234567890";

    FakeHubServer();
    ~FakeHubServer();
    FakeHubServer(const FakeHubServer &) = delete;
    FakeHubServer &operator=(const FakeHubServer &) = delete;

    [[nodiscard]] QUrl endpoint() const;
    [[nodiscard]] QString commit() const;
    //! SHA-256 or git SHA-1 of what addFile() got.
    [[nodiscard]] QString etag(const QString &path) const;

    //! What comes is another commit; the listing of this one stays.
    void nextCommit();
    void addFile(const QString &path, const QByteArray &content, bool lfs = false);
    void removeFile(const QString &path);
    //! The listing and X-Linked-Size say \a size, whatever the content is.
    void setAnnouncedSize(const QString &path, qint64 size);
    void addFault(const FakeFault &fault);
    void clearFaults();
    //! Answers every range with 200 and the whole file from now on.
    void setWithoutRanges();
    //! Repo info says so from now on; \a gated: "auto" or "manual", empty: not.
    void setAccess(bool isPrivate, const QString &gated = {});
    //! Every connection waits so many ms after each 64 KiB of content; 0: none.
    void setPause(int milliseconds);
    //! Breaks all connections, and new ones, until it is up again.
    void setDown(bool down);
    //! Entries a tree page, default 1,000.
    void setPageSize(int entries);

    [[nodiscard]] std::vector<FakeRequest> requests() const;
    //! GETs of file content: on /resolve/ with a body of their own, or on the second port.
    [[nodiscard]] QStringList fetchedPaths() const;
    //! Requests whose raw path contains \a part.
    [[nodiscard]] int count(const QByteArray &part) const;
    //! Body bytes of /resolve/ and of the second port, all requests together.
    [[nodiscard]] qint64 contentBytes() const;
    void clearRequests();

    //! Bytes that look random and are always the same for one \a seed.
    [[nodiscard]] static QByteArray content(qint64 size, quint32 seed = 1);

    class State;

private:
    std::shared_ptr<State> m_state;
    std::unique_ptr<QThread> m_thread;
};

} // namespace hubdesk
