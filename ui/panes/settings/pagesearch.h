// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/searchquery.h"

#include <QList>

class QWidget;

namespace hubdesk {

class SettingsPage;

//! What of a page answers to a query.
struct PageHits
{
    bool matches = false; //!< The page is one to show.
    QList<QWidget *> controls; //!< Visible labels and controls, from top to bottom.
};

//! Looks through the title, labels, notes, controls and search words of \a page, as it is now and
//! in the language that it shows.
[[nodiscard]] PageHits searchPage(const SettingsPage *page, const SearchQuery &query);

} // namespace hubdesk
