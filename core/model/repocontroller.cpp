// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/repocontroller.h"

#include <QFuture>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace hubdesk {

RepoController::RepoController(HubClient *client, const CachePlaces &cache, QObject *parent)
    : QObject(parent),
      m_client(client),
      m_loader(client),
      m_likes(client)
{
    m_loader.setCachePlaces(cache);
    connect(&m_loader, &TreeLoader::changed, this, &RepoController::filesChanged);
    connect(&m_loader, &TreeLoader::cachedChanged, this,
            [this] { m_fileModel.setCached(m_loader.cached()); });
    connect(m_client, &HubClient::configChanged, this, [this] {
        if (isOpen())
            refresh();
    });
}

RepoController::~RepoController() = default;

void RepoController::open(const RepoId &repo, const QString &revision)
{
    const QString wanted = revision.isEmpty() ? u"main"_s : revision;
    if (repo == m_repo) {
        setRevision(wanted);
        return;
    }
    close();
    m_repo = repo;
    m_revision = wanted;
    m_likes.setRepo(repo);
    Q_EMIT
    repoChanged();
    load(true);
}

void RepoController::setRevision(const QString &revision)
{
    if (revision == m_revision || !isOpen())
        return;
    m_revision = revision;
    Q_EMIT
    repoChanged();
    load(m_refsState == LoadState::Failed);
}

void RepoController::refresh()
{
    if (isOpen())
        load(true);
}

void RepoController::close()
{
    m_infoCall = {};
    m_refsCall = {};
    m_cardCall = {};
    m_gateCall = {};
    ++m_cardRound;
    m_repo = {};
    m_likes.setRepo({});
    m_info = {};
    m_refs = {};
    m_refsState = LoadState::Idle;
    m_state = LoadState::Idle;
    m_error.reset();
    m_loader.clear();
    m_fileModel.clear();
    setCard(LoadState::Idle);
    setGate({}, false);
}

void RepoController::load(bool withRefs)
{
    loadInfo();
    loadCard();
    m_loader.load(m_repo, m_revision);
    if (withRefs)
        loadRefs();
}

void RepoController::loadInfo()
{
    m_state = LoadState::Loading;
    m_error.reset();
    m_gateChecked = false;
    m_gateCall = {};
    RepoInfoRequest request;
    request.repo = m_repo;
    request.revision = m_revision;
    m_infoCall = m_client->send(request);
    m_infoCall.then(this, [this](Result<RepoInfo> result) {
        if (!result) {
            if (result.error().kind == ErrorKind::Canceled)
                return;
            m_error = result.error();
            m_state = LoadState::Failed;
            Q_EMIT
            stateChanged();
            return;
        }
        m_info = std::move(*result);
        m_state = LoadState::Ready;
        m_likes.setCount(m_info.likes);
        Q_EMIT
        infoChanged();
        Q_EMIT
        stateChanged();
        checkGate();
    });
    Q_EMIT
    stateChanged();
}

void RepoController::loadRefs()
{
    m_refsState = LoadState::Loading;
    m_refsError.reset();
    RefsRequest request;
    request.repo = m_repo;
    m_refsCall = m_client->send(request);
    m_refsCall.then(this, [this](Result<GitRefs> result) {
        if (result) {
            m_refs = std::move(*result);
            m_refsState = LoadState::Ready;
        } else if (result.error().kind != ErrorKind::Canceled) {
            m_refsError = result.error();
            m_refsState = LoadState::Failed;
        }
        Q_EMIT
        refsChanged();
    });
    Q_EMIT
    refsChanged();
}

void RepoController::loadCard()
{
    ++m_cardRound;
    m_cardState = LoadState::Loading;
    m_cardError.reset();
    FileContentRequest request;
    request.repo = m_repo;
    request.revision = m_revision;
    request.path = u"README.md"_s;
    m_cardCall = m_client->send(request);
    m_cardCall.then(this, [this](Result<FileContent> result) {
        if (result) {
            showCard(result->data);
            return;
        }
        const Error &error = result.error();
        if (error.kind == ErrorKind::Canceled)
            return;
        if (error.isEntryNotFound() || isEmptyFileError(error))
            setCard(LoadState::Empty);
        else
            setCard(LoadState::Failed, {}, error);
    });
    Q_EMIT
    cardChanged();
}

void RepoController::showCard(const QByteArray &readme)
{
    const CardContext context{m_client->config().endpoint, m_repo, m_revision};
    const quint64 round = m_cardRound;
    QtConcurrent::run(renderCard, readme, context).then(this, [this, round](RenderedCard card) {
        if (round != m_cardRound)
            return;
        const bool empty = card.html.segments.isEmpty();
        setCard(empty ? LoadState::Empty : LoadState::Ready, std::move(card));
    });
}

void RepoController::setCard(LoadState state, RenderedCard card, std::optional<Error> error)
{
    m_cardState = state;
    m_card = std::move(card);
    m_cardError = std::move(error);
    Q_EMIT
    cardChanged();
}

void RepoController::filesChanged()
{
    if (const auto &listing = m_loader.listing();
        listing && m_loader.state() == LoadState::Ready && listing->revision == m_revision)
        m_fileModel.setTree(listing->tree);
    else if (m_loader.state() == LoadState::Empty)
        m_fileModel.clear();
    checkGate();
}

// Facts and file names of a gated repo are public; only asking for a file tells whether the gate is
// open. README.md is often left open, so another file answers better.
void RepoController::checkGate()
{
    if (m_state != LoadState::Ready || m_gateChecked)
        return;
    if (m_info.gated == Gating::None) {
        m_gateChecked = true;
        setGate({}, false);
        return;
    }
    if (m_loader.state() != LoadState::Ready)
        return;
    m_gateChecked = true;
    FileMetadataRequest request;
    request.repo = m_repo;
    request.revision = m_revision;
    for (const TreeEntry &entry : m_loader.listing()->entries) {
        if (entry.kind != TreeEntry::Kind::File)
            continue;
        const bool open = entry.path == "README.md"_L1 || entry.path == ".gitattributes"_L1;
        if (request.path.isEmpty() || !open)
            request.path = entry.path;
        if (!open)
            break;
    }
    if (request.path.isEmpty())
        return;
    m_gateCall = m_client->send(request);
    m_gateCall.then(this, [this](Result<FileMetadata> result) {
        if (result)
            setGate({}, true);
        else if (result.error().kind == ErrorKind::Gated)
            setGate(gateState(result.error()), false);
    });
}

void RepoController::setGate(std::optional<GateState> gate, bool open)
{
    m_gate = gate;
    m_gateIsOpen = open;
    Q_EMIT
    gateChanged();
}

void RepoController::cacheChanged(const RepoId &repo)
{
    if (repo == m_repo)
        m_loader.refreshCached();
}

} // namespace hubdesk
