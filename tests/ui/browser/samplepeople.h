// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakenetwork.h"

namespace hubdesk {

//! Answers what is asked about people, as the Hub does: `tess-marlow` is a user, `nordwind` and
//! `lab-N` are organisations, nobody else is there. False: \a reply is about something else.
bool answerAboutPeople(FakeReply *reply);

} // namespace hubdesk
