// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

#include <expected>
#include <vector>

namespace hubdesk {

//! The user's mirrors, in the order in which they are preferred. A value; the text of it is what
//! SettingKey::Mirrors keeps.
class MirrorList
{
public:
    struct Entry
    {
        QUrl url; //!< As parseUrl() gives it.
        bool isOn = true;

        bool operator==(const Entry &) const = default;
    };

    //! An http or https address without user, query and slash at the end, or what is wrong with
    //! \a text, in a translated sentence.
    [[nodiscard]] static std::expected<QUrl, QString> parseUrl(const QString &text);
    //! What makes no sense in \a text is left out.
    [[nodiscard]] static MirrorList parse(const QString &text);
    //! One entry a word, with a minus sign in front of those that are off.
    [[nodiscard]] QString toString() const;

    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    [[nodiscard]] size_t size() const { return m_entries.size(); }
    [[nodiscard]] bool contains(const QUrl &url) const;
    //! Those that are on.
    [[nodiscard]] std::vector<QUrl> urls() const;

    //! At the end; nothing when it is there already.
    void add(const QUrl &url, bool isOn = true);
    void remove(size_t index);
    void setOn(size_t index, bool on);
    //! Takes \a from to the place \a to, counted without it.
    void move(size_t from, size_t to);

    bool operator==(const MirrorList &) const = default;

private:
    std::vector<Entry> m_entries;
};

} // namespace hubdesk
