// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"

#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace hubdesk {

class Pane;

//! A place of the navigation before it exists: the pane is made when it is first shown.
struct PaneEntry
{
    QString id; //!< "browse"
    QString title; //!< translated
    QString icon; //!< name for Icons
    std::function<Pane *(const UiContext &context, QWidget *parent)> factory;
};

//! The panes of the window in the order of the navigation. Filled by the program.
class PaneRegistry
{
public:
    void add(PaneEntry entry) { m_entries.push_back(std::move(entry)); }
    [[nodiscard]] const std::vector<PaneEntry> &entries() const { return m_entries; }

private:
    std::vector<PaneEntry> m_entries;
};

} // namespace hubdesk
