// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/account/tokenfiles.h"

#include "core/account/configtext.h"
#include "core/account/secretfile.h"
#include "core/account/storedtokenslock.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qint64 kMaxTokenFile = 65'536; // bytes; JSON web tokens are long
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
    const auto lock = StoredTokensLock::take(m_storedPath);
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
    const auto lock = StoredTokensLock::take(m_storedPath);
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
