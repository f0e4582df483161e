// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

namespace hubdesk {

//! Returns \a text without anything that grants access: Hugging Face tokens (`hf_...`,
//! `api_org_...`, JSON web tokens), `Bearer ...` values, user:password parts of URLs and the query
//! of every URL that is signed (X-Amz-*, Signature, Policy, Key-Pair-Id, sig, token, ...).
//! Reentrant.
[[nodiscard]] QString redact(const QString &text);

//! True when redact() takes something out of \a text. Spelling does not count: an address may have
//! capitals. Reentrant.
[[nodiscard]] bool hasSecret(const QString &text);

//! \a url as it may appear in a log or an error: no user info, and no query when the query carries
//! a signature. Reentrant.
[[nodiscard]] QString redactedUrl(const QUrl &url);

//! Puts redact() in front of the installed message handler, so that even a message of a library
//! cannot carry a token to the terminal or a log file. Call once, first thing in main().
void installRedactingMessageHandler();

} // namespace hubdesk
