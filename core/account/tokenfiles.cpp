// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/account/tokenfiles.h"

#include "core/account/configtext.h"
#include "core/account/secretfile.h"

#include "core/net/filedescriptor.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QStringDecoder>

#include <fcntl.h>
#include <sys/file.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qint64 kMaxTokenFile = 65'536; // bytes; JSON web tokens are long
constexpr auto kLockPatience = std::chrono::seconds(5);
constexpr auto kLockPause = std::chrono::milliseconds(20);
const auto kToken = u"hf_token"_s;
const auto kRefreshToken = u"refresh_token"_s;
const auto kExpiresAt = u"expires_at"_s;

struct TokenTexts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::TokenFiles)
};

Result<std::vector<ConfigSection>> sections(const QString &path)
{
    const auto content = readSecretFile(path);
    if (!content)
        return std::unexpected(content.error());
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(*content);
    if (decoder.hasError())
        return failure(ErrorKind::Protocol, TokenTexts::tr("%1 is no text.").arg(path));
    auto parsed = parseConfig(text);
    if (!parsed)
        parsed.error().message =
            TokenTexts::tr("%1 cannot be read. %2").arg(path, parsed.error().message);
    return parsed;
}

StoredToken entryOf(const ConfigSection &section)
{
    StoredToken entry{section.name, section.value(kToken), section.value(kRefreshToken), {}};
    bool isNumber = false;
    const qint64 expiry = section.value(kExpiresAt).toLongLong(&isNumber);
    if (isNumber)
        entry.expiresAt = QDateTime::fromSecsSinceEpoch(expiry, QTimeZone::UTC);
    return entry;
}

//! Held while the file is read, changed and written, so that two programs do not lose what the
//! other one adds. The official client takes the same lock when it renews a token (reference:
//! files 2.7).
class StoredLock
{
public:
    explicit StoredLock(const QString &path)
    {
        const QByteArray name = QFile::encodeName(path + ".lock"_L1);
        m_file = FileDescriptor(::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
        const QDeadlineTimer deadline(kLockPatience);
        // Where there are no locks, or somebody keeps it for ever, the change is made anyway.
        while (m_file.isValid() && ::flock(m_file.get(), LOCK_EX | LOCK_NB) != 0
               && errno == EWOULDBLOCK && !deadline.hasExpired())
            std::this_thread::sleep_for(kLockPause);
    }

private:
    FileDescriptor m_file;
};

bool isPossibleName(const QString &name)
{
    return !name.isEmpty() && name != "DEFAULT"_L1 && !name.contains(u'\n') && !name.contains(u'\r')
        && !name.contains(u']');
}

} // namespace

TokenFiles::TokenFiles(const Environment &environment)
    : m_tokenPath(environment.tokenPath()),
      m_storedPath(environment.storedTokensPath())
{ }

Result<QString> TokenFiles::active() const
{
    return readSecretFile(m_tokenPath, kMaxTokenFile).transform([](const QByteArray &content) {
        return Environment::cleanToken(QString::fromUtf8(content));
    });
}

Result<std::vector<StoredToken>> TokenFiles::stored() const
{
    return sections(m_storedPath).transform([](const std::vector<ConfigSection> &found) {
        std::vector<StoredToken> entries;
        entries.reserve(found.size());
        std::ranges::transform(found, std::back_inserter(entries), entryOf);
        return entries;
    });
}

Result<std::optional<StoredToken>> TokenFiles::stored(const QString &name) const
{
    return stored().transform(
        [&](const std::vector<StoredToken> &entries) -> std::optional<StoredToken> {
            const auto found = std::ranges::find(entries, name, &StoredToken::name);
            return found == entries.end() ? std::nullopt : std::optional(*found);
        });
}

Result<void> TokenFiles::save(const StoredToken &entry) const
{
    if (!isPossibleName(entry.name))
        return failure(ErrorKind::Invalid,
                       TokenTexts::tr("A token cannot be kept under the name “%1” in %2.")
                           .arg(entry.name, m_storedPath));
    const StoredLock lock(m_storedPath);
    auto found = sections(m_storedPath);
    if (!found)
        return std::unexpected(found.error());
    ConfigSection section{entry.name, {{kToken, entry.token}}};
    if (!entry.refreshToken.isEmpty())
        section.setValue(kRefreshToken, entry.refreshToken);
    if (entry.expiresAt.isValid())
        section.setValue(kExpiresAt, QString::number(entry.expiresAt.toSecsSinceEpoch()));
    std::erase_if(*found, [&](const ConfigSection &old) { return old.name == entry.name; });
    found->push_back(std::move(section));
    return writeSecretFile(m_storedPath, configText(std::move(*found)).toUtf8());
}

Result<void> TokenFiles::remove(const QString &name) const
{
    if (!QFile::exists(m_storedPath))
        return {};
    const StoredLock lock(m_storedPath);
    auto found = sections(m_storedPath);
    if (!found)
        return std::unexpected(found.error());
    if (std::erase_if(*found, [&](const ConfigSection &old) { return old.name == name; }) == 0)
        return {};
    return writeSecretFile(m_storedPath, configText(std::move(*found)).toUtf8());
}

Result<void> TokenFiles::setActive(const QString &token) const
{
    return writeSecretFile(m_tokenPath, token.toUtf8());
}

Result<void> TokenFiles::clearActive() const
{
    return removeSecretFile(m_tokenPath);
}

Result<void> TokenFiles::clear() const
{
    return clearActive().and_then([this] { return removeSecretFile(m_storedPath); });
}

QString maskedToken(const QString &token)
{
    // A short text is hidden whole: what is shown of it would be most of it.
    constexpr qsizetype kLeast = 12;
    if (token.size() < kLeast)
        return u"****"_s;
    return token.first(3) + "****"_L1 + token.last(4);
}

} // namespace hubdesk
