// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/seed/modelspec.h"

#include <QByteArray>

namespace hubdesk::localhub {

//! `config.json`
QByteArray configJson(const ModelSpec &spec);
//! `tokenizer.json`: a byte-pair tokenizer that the tokenizers library can load.
QByteArray tokenizerJson(const ModelSpec &spec);
//! `tokenizer_config.json`
QByteArray tokenizerConfigJson(const ModelSpec &spec);
//! `special_tokens_map.json`
QByteArray specialTokensJson();
//! `generation_config.json`
QByteArray generationConfigJson();

} // namespace hubdesk::localhub
