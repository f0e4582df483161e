// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/store/repository.h"

#include <QStringList>

#include <vector>

namespace hubdesk::localhub {

//! Which files a demo model has.
enum class Layout { Decoder, Encoder, Sentence, Diffusion, Onnx, Adapter, Gguf, Timm };

//! One model of the demo seed: everything its files and its card are made from.
struct ModelSpec
{
    QString ns;
    QString name;
    QString author; //!< who commits
    Layout layout = Layout::Encoder;
    QString task;
    QString library;
    QString license = QStringLiteral("apache-2.0");
    QStringList languages;
    QStringList tags;
    QString baseModel;
    QString relation; //!< finetune, quantized, adapter
    QStringList datasets;
    QString modelType; //!< as in config.json
    QString architecture; //!< as in config.json
    QString summary; //!< two or three sentences
    qint64 layers = 2;
    qint64 hidden = 64;
    qint64 vocabulary = 1024;
    qint64 downloads = 0;
    qint64 likes = 0;
    qint64 trending = 0;
    QDate created;
    QDate modified;

    [[nodiscard]] QString id() const { return ns + u'/' + name; }
    //! Different for each model, the same for ever.
    [[nodiscard]] quint64 seed() const;
    [[nodiscard]] Repository repository() const;
};

//! The ordinary models.
std::vector<ModelSpec> textModels();
std::vector<ModelSpec> mediaModels();

} // namespace hubdesk::localhub
