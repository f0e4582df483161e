// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachelayout.h"
#include "core/transfer/transferengine.h"
#include "tests/support/fakehubserver.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace hubdesk {

//! A fake Hub, an empty cache and the configuration of an engine that is quick to give up waiting.
struct EngineFixture
{
    FakeHubServer hub;
    QTemporaryDir folder;
    EngineConfig config;

    EngineFixture();

    [[nodiscard]] static RepoId repo();
    [[nodiscard]] CacheLayout layout() const { return CacheLayout(config.cache.root()); }
    [[nodiscard]] static DownloadRequest request(const QStringList &files = {});
    //! Content that a reader of the cache sees; empty when it is not there.
    [[nodiscard]] QByteArray cached(const QString &path) const;
    //! Names in blobs/, sorted.
    [[nodiscard]] QStringList blobs() const;
    [[nodiscard]] bool isInSnapshot(const QString &path) const;
};

[[nodiscard]] TransferState stateOf(const TransferEngine &engine, TransferId id);
[[nodiscard]] Error errorOf(const TransferEngine &engine, TransferId id);

//! engine.restore() and what follows it; false when that takes too long.
[[nodiscard]] bool restore(TransferEngine &engine);

} // namespace hubdesk

namespace QTest {
//! Gives failed comparisons the names of the states.
template <> char *toString(const hubdesk::TransferState &state);
} // namespace QTest
