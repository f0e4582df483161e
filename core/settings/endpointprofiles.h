// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <expected>
#include <optional>
#include <vector>

namespace hubdesk {

//! A Hub that the user has given a name.
struct EndpointProfile
{
    enum class Kind { Official, Mirror, Company, SelfHosted, LocalHub };

    QString name;
    QUrl url; //!< Without trailing slash; of the official Hub empty, which means "the standard".
    Kind kind = Kind::SelfHosted;

    bool operator==(const EndpointProfile &) const = default;
};

//! The Hubs to choose from: the official one, which is always first and cannot be changed, and
//! those of the user. A value; the settings keep it as the text of toString().
class EndpointProfiles
{
public:
    EndpointProfiles();

    //! Entries that cannot be are left out.
    [[nodiscard]] static EndpointProfiles parse(const QString &text);
    //! Words separated by spaces, `kind|name|url` with name and url percent-encoded; without the
    //! official Hub.
    [[nodiscard]] QString toString() const;

    //! \a text as the address of a Hub, or what is wrong with it (translated).
    [[nodiscard]] static std::expected<QUrl, QString> parseUrl(const QString &text);
    //! What is wrong with \a profile in place of \a index (size(): as a new one), translated;
    //! empty: nothing. Names and addresses are there once.
    [[nodiscard]] QString problem(size_t index, const EndpointProfile &profile) const;

    [[nodiscard]] const std::vector<EndpointProfile> &entries() const { return m_entries; }
    [[nodiscard]] size_t size() const { return m_entries.size(); }
    //! The entry with this address (empty: the official Hub).
    [[nodiscard]] std::optional<size_t> indexOf(const QString &url) const;

    //! Nothing happens when problem() has something to say.
    void add(const EndpointProfile &profile);
    void replace(size_t index, const EndpointProfile &profile);
    //! The official Hub stays.
    void remove(size_t index);

    bool operator==(const EndpointProfiles &) const = default;

private:
    std::vector<EndpointProfile> m_entries;
};

//! "Mirror", "Company": translated.
[[nodiscard]] QString profileKindText(EndpointProfile::Kind kind);

} // namespace hubdesk
