// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/filehash.h"

#include "core/cache/diskerror.h"
#include "core/cache/filedescriptor.h"

#include <QFile>

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <vector>

namespace hubdesk {

namespace {

constexpr size_t kBlock = 1 << 20; // bytes

struct FreeContext
{
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

} // namespace

std::optional<HashKind> hashKindOf(const QString &etag)
{
    const bool hex = std::ranges::all_of(
        etag, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
    if (hex && etag.size() == 64)
        return HashKind::Sha256;
    if (hex && etag.size() == 40)
        return HashKind::GitSha1;
    return std::nullopt;
}

void prepareHashing()
{
    OPENSSL_init_crypto(OPENSSL_INIT_LOAD_CONFIG, nullptr);
}

Result<QString> hashOfFile(const QString &path, HashKind kind,
                           const std::function<bool(qint64)> &read)
{
    // Without waiting: a pipe or device in the place of a file must not hold everything up.
    const FileDescriptor file(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat info = {};
    if (!file.isValid() || ::fstat(file.get(), &info) != 0)
        return diskFailure(errno, path);
    if (!S_ISREG(info.st_mode))
        return diskFailure(S_ISDIR(info.st_mode) ? EISDIR : EINVAL, path);
    ::posix_fadvise(file.get(), 0, 0, POSIX_FADV_SEQUENTIAL);
    const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
    // Without memory all of these fail; the result is then no hash of anything and compares
    // unequal.
    EVP_DigestInit_ex(context.get(), kind == HashKind::Sha256 ? EVP_sha256() : EVP_sha1(), nullptr);
    if (kind == HashKind::GitSha1) {
        const QByteArray head = ("blob " + QByteArray::number(qint64(info.st_size))).append('\0');
        EVP_DigestUpdate(context.get(), head.constData(), static_cast<size_t>(head.size()));
    }
    std::vector<char> buffer(kBlock);
    while (true) {
        const ssize_t got = ::read(file.get(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return diskFailure(errno, path);
        if (got == 0)
            break;
        EVP_DigestUpdate(context.get(), buffer.data(), static_cast<size_t>(got));
        if (read && !read(got))
            return failure(ErrorKind::Canceled, {});
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_DigestFinal_ex(context.get(), digest.data(), &size) != 1)
        return QString();
    const QByteArray bytes(reinterpret_cast<const char *>(digest.data()), size);
    return QString::fromLatin1(bytes.toHex());
}

} // namespace hubdesk
