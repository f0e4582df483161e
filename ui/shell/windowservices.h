// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hubdesk {

class AccountController;
class CacheController;
class SettingsController;
class SupportController;
class TransfersController;

//! The controllers that the window itself shows something of. Nothing is owned; all of it outlives
//! the window.
struct WindowServices
{
    AccountController *account = nullptr;
    TransfersController *transfers = nullptr;
    CacheController *cache = nullptr;
    SettingsController *settings = nullptr;
    SupportController *support = nullptr; //!< Null: the window offers no support bundle.
};

} // namespace hubdesk
