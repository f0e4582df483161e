// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hubdesk {

class Icons;
class Notifier;
class Prompter;
class Settings;
class Theme;

//! What every pane and dialog is handed by constructor. Nothing is owned; all of it outlives the
//! window.
struct UiContext
{
    Theme *theme = nullptr;
    Icons *icons = nullptr;
    Settings *settings = nullptr;
    Prompter *prompter = nullptr;
    Notifier *notifier =
        nullptr; //!< Set by the main window for its panes; elsewhere it may be null.
};

} // namespace hubdesk
