// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/store/linksigner.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {
constexpr auto kKeyName = "link_key"_L1;
const QByteArray kSignature = "&signature="_ba;
} // namespace

LinkSigner::LinkSigner(Database &database)
{
    m_key = QByteArray::fromHex(database.setting(kKeyName).toLatin1());
    if (!m_key.isEmpty())
        return;
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    m_key = QByteArray(reinterpret_cast<const char *>(random.data()), sizeof(random));
    database.setSetting(kKeyName, QString::fromLatin1(m_key.toHex()));
}

QByteArray LinkSigner::link(const QByteArray &sha256, const QByteArray &disposition,
                            qint64 expires) const
{
    const QByteArray target = "/lfs/" + sha256 + "?response-content-disposition="
        + disposition.toPercentEncoding() + "&expires=" + QByteArray::number(expires);
    return target + kSignature + signature(target);
}

bool LinkSigner::isGenuine(const QByteArray &rawPath, const QByteArray &rawQuery) const
{
    const QByteArray target = rawPath + '?' + rawQuery;
    const qsizetype at = target.lastIndexOf(kSignature);
    return at > 0 && target.sliced(at + kSignature.size()) == signature(target.first(at));
}

QByteArray LinkSigner::signature(const QByteArray &target) const
{
    return QMessageAuthenticationCode::hash(target, m_key, QCryptographicHash::Sha256).toHex();
}

} // namespace hubdesk::localhub
