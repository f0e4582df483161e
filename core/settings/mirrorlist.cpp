// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/mirrorlist.h"

#include "core/settings/webaddress.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::MirrorList)
};

constexpr QChar kOff = u'-';

} // namespace

std::expected<QUrl, QString> MirrorList::parseUrl(const QString &text)
{
    return parseWebAddress(text,
                           {.example = Texts::tr("A mirror looks like https://mirror.example.com."),
                            .login = Texts::tr("A mirror has no user name or password in it."),
                            .end = Texts::tr("A mirror ends after the host or a path.")});
}

MirrorList MirrorList::parse(const QString &text)
{
    MirrorList list;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const bool isOff = word.startsWith(kOff);
        if (const auto url = parseUrl(isOff ? word.sliced(1) : word))
            list.add(*url, !isOff);
    }
    return list;
}

QString MirrorList::toString() const
{
    QStringList words;
    for (const Entry &entry : m_entries) {
        const QString url = QString::fromLatin1(entry.url.toEncoded());
        words.append(entry.isOn ? url : kOff + url);
    }
    return words.join(u' ');
}

bool MirrorList::contains(const QUrl &url) const
{
    return std::ranges::contains(m_entries, url, &Entry::url);
}

std::vector<QUrl> MirrorList::urls() const
{
    std::vector<QUrl> urls;
    for (const Entry &entry : m_entries) {
        if (entry.isOn)
            urls.push_back(entry.url);
    }
    return urls;
}

void MirrorList::add(const QUrl &url, bool isOn)
{
    if (!contains(url))
        m_entries.push_back({url, isOn});
}

void MirrorList::remove(size_t index)
{
    m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(index));
}

void MirrorList::setOn(size_t index, bool on)
{
    m_entries[index].isOn = on;
}

void MirrorList::move(size_t from, size_t to)
{
    Entry entry = m_entries[from];
    remove(from);
    m_entries.insert(m_entries.begin() + static_cast<std::ptrdiff_t>(to), std::move(entry));
}

} // namespace hubdesk
