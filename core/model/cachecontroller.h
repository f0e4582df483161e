// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cacheplaces.h"
#include "core/cache/cachescan.h"
#include "core/model/cachemodel.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace hubdesk {

//! Scans all folders of the cache in a worker and keeps the list of repos. The newest scan wins, an
//! older one is aborted. A folder that cannot be read is a warning as long as another one can. GUI
//! thread; destroying it aborts the scan without waiting for the disk.
class CacheController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CacheController)

public:
    enum class State { Idle, Scanning, Ready, Failed };
    Q_ENUM(State)
    //! The cache folders in force, asked for at each scan.
    using PlacesProvider = std::function<CachePlaces()>;
    //! Runs in a worker; scanCache() in the program.
    using Scanner =
        std::function<Result<CacheScan>(const QString &root, const std::atomic_bool *abort)>;

    explicit CacheController(PlacesProvider places, QObject *parent = nullptr);
    CacheController(PlacesProvider places, Scanner scanner, QObject *parent = nullptr);
    ~CacheController() override;

    [[nodiscard]] CacheModel *model() { return &m_model; }
    [[nodiscard]] State state() const { return m_state; }
    //! Of the last scan that succeeded.
    [[nodiscard]] qint64 totalSize() const { return m_totalSize; }
    [[nodiscard]] bool hasScan() const { return m_hasScan; }
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; } //!< plain words
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] CachePlaces places() const { return m_places(); }
    [[nodiscard]] QString root() const { return m_places().root(); } //!< The common folder.

    //! The one of places() that \a repo of the model is in.
    [[nodiscard]] QString rootOf(const CachedRepo &repo) const;

    //! Starts a scan now.
    void rescan();
    //! Starts one soon; many calls in a row make one scan. For TransferQueue::cacheChanged.
    void rescanSoon();

Q_SIGNALS:
    void stateChanged();

private:
    struct Found;
    static Result<Found> scan(const CachePlaces &places, const Scanner &scanner,
                              const std::atomic_bool *abort);

    static constexpr int kSoon = 1000; // ms

    void finish(quint64 generation, Result<Found> found);
    void setState(State state);

    PlacesProvider m_places;
    Scanner m_scanner;
    CacheModel m_model;
    QHash<QString, QString> m_roots; // of the last scan, see Found
    bool m_hasScan = false;
    qint64 m_totalSize = 0; // bytes
    QStringList m_warnings;
    std::optional<Error> m_error;
    State m_state = State::Idle;
    quint64 m_generation = 0;
    std::shared_ptr<std::atomic_bool> m_abort;
    QTimer m_soon;
};

//! A warning of the scan in words for people who do not know how the cache is laid out; the path
//! stays. Texts that are not known come back as they are.
[[nodiscard]] QString plainCacheWarning(const QString &warning);

} // namespace hubdesk
