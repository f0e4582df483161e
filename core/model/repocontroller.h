// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card/cardrenderer.h"
#include "core/hub/filecontent.h"
#include "core/hub/filemetadata.h"
#include "core/hub/gate.h"
#include "core/hub/refs.h"
#include "core/model/filetreemodel.h"
#include "core/model/likecontroller.h"
#include "core/model/treeloader.h"

#include <QObject>

#include <optional>

namespace hubdesk {

//! One repo page: facts, refs, card, files and what is cached at one revision, and whether a gate
//! is closed. GUI thread; the client is not owned and outlives it. Opening another repo or revision
//! drops what was under way; old content stays until the new one is there.
class RepoController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RepoController)

public:
    explicit RepoController(HubClient *client, const CachePlaces &cache, QObject *parent = nullptr);
    ~RepoController() override;

    [[nodiscard]] HubClient *client() const { return m_client; }
    void setCachePlaces(const CachePlaces &places) { m_loader.setCachePlaces(places); }
    [[nodiscard]] const CachePlaces &cachePlaces() const { return m_loader.cachePlaces(); }

    //! Shows \a repo at \a revision (empty: main). The same repo at another revision keeps its
    //! page.
    void open(const RepoId &repo, const QString &revision = {});
    void setRevision(const QString &revision);
    void refresh();
    //! Nothing is open any more; requests under way are dropped.
    void close();

    [[nodiscard]] bool isOpen() const { return !m_repo.id.isEmpty(); }
    [[nodiscard]] const RepoId &repo() const { return m_repo; }
    [[nodiscard]] const QString &revision() const { return m_revision; }

    //! The page as a whole follows the repo's facts.
    [[nodiscard]] LoadState state() const { return m_state; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] const RepoInfo &info() const { return m_info; }

    [[nodiscard]] LoadState cardState() const { return m_cardState; }
    [[nodiscard]] const std::optional<Error> &cardError() const { return m_cardError; }
    [[nodiscard]] const RenderedCard &card() const { return m_card; }

    [[nodiscard]] LoadState refsState() const { return m_refsState; }
    [[nodiscard]] const std::optional<Error> &refsError() const { return m_refsError; }
    [[nodiscard]] const GitRefs &refs() const { return m_refs; }

    [[nodiscard]] TreeLoader *files() { return &m_loader; }
    [[nodiscard]] FileTreeModel *fileModel() { return &m_fileModel; }
    [[nodiscard]] LikeController *likes() { return &m_likes; }

    //! Set when the repo is gated and the files cannot be had: why.
    [[nodiscard]] const std::optional<GateState> &gate() const { return m_gate; }
    //! Gated, and this account may read the files.
    [[nodiscard]] bool gateIsOpen() const { return m_gateIsOpen; }

    //! To be told that a repo's folder in the cache changed.
    void cacheChanged(const hubdesk::RepoId &repo);

Q_SIGNALS:
    void repoChanged(); //!< repo() or revision()
    void stateChanged();
    void infoChanged();
    void cardChanged();
    void refsChanged();
    void gateChanged();

private:
    void load(bool withRefs);
    void loadInfo();
    void loadRefs();
    void loadCard();
    void showCard(const QByteArray &readme);
    void setCard(LoadState state, RenderedCard card = {}, std::optional<Error> error = {});
    void checkGate();
    void setGate(std::optional<GateState> gate, bool open);
    void filesChanged();

    HubClient *m_client;
    TreeLoader m_loader;
    FileTreeModel m_fileModel;
    LikeController m_likes;
    RepoId m_repo;
    QString m_revision;

    LoadState m_state = LoadState::Idle;
    std::optional<Error> m_error;
    RepoInfo m_info;
    LoadState m_cardState = LoadState::Idle;
    std::optional<Error> m_cardError;
    RenderedCard m_card;
    LoadState m_refsState = LoadState::Idle;
    std::optional<Error> m_refsError;
    GitRefs m_refs;
    std::optional<GateState> m_gate;
    bool m_gateIsOpen = false;
    bool m_gateChecked = false;

    Call<RepoInfo> m_infoCall;
    Call<GitRefs> m_refsCall;
    Call<FileContent> m_cardCall;
    Call<FileMetadata> m_gateCall;
    quint64 m_cardRound = 0;
};

} // namespace hubdesk
