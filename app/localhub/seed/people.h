// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/hub.h"

namespace hubdesk::localhub {

//! The users who make and say something in the demo, and their organisations.
void seedPeople(Hub &hub);
//! The names of these users.
QStringList knownPeople();

//! A day of the demo's calendar, at a time of day that differs from day to day.
QDateTime seedDay(int year, int month, int day);

} // namespace hubdesk::localhub
