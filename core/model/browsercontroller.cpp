// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/browsercontroller.h"

#include "core/settings/settings.h"

#include <array>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct SortName
{
    SearchSort sort;
    QLatin1StringView name;
};

constexpr auto kSortNames = std::to_array<SortName>({
    {SearchSort::Trending, "trending"_L1},
    {SearchSort::Downloads, "downloads"_L1},
    {SearchSort::Likes, "likes"_L1},
    {SearchSort::LastModified, "lastModified"_L1},
    {SearchSort::Created, "created"_L1},
});

} // namespace

QString searchSortName(SearchSort sort)
{
    for (const SortName &entry : kSortNames) {
        if (entry.sort == sort)
            return entry.name;
    }
    return {};
}

SearchSort searchSortFromName(const QString &name)
{
    for (const SortName &entry : kSortNames) {
        if (entry.name == name)
            return entry.sort;
    }
    return SearchSort::Trending;
}

SearchWords parseSearchWords(const QString &input)
{
    SearchWords words;
    QStringList rest;
    const auto parts = input.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (part.startsWith("author:"_L1, Qt::CaseInsensitive))
            words.author = part.sliced(7);
        else
            rest.append(part);
    }
    words.text = rest.join(u' ');
    return words;
}

BrowserController::BrowserController(HubClient *client, Settings *settings, QObject *parent)
    : QObject(parent),
      m_client(client),
      m_settings(settings),
      m_model(client)
{
    restore();
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &BrowserController::search);
    connect(&m_model, &RepoListModel::pageLoaded, this, [this](bool first) {
        m_error.reset();
        m_moreFailed = false;
        if (first)
            m_fetchedAt = QDateTime::currentDateTimeUtc();
        setState(m_model.rowCount() > 0 ? LoadState::Ready : LoadState::Empty);
    });
    connect(&m_model, &RepoListModel::failed, this, [this](const Error &error, bool first) {
        if (error.kind == ErrorKind::Canceled)
            return;
        m_error = error;
        m_moreFailed = !first;
        setState(first ? LoadState::Failed : LoadState::Ready);
    });
    connect(m_client, &HubClient::configChanged, this, [this] {
        if (m_state != LoadState::Idle)
            refresh();
    });
}

BrowserController::~BrowserController() = default;

void BrowserController::restore()
{
    if (!m_settings)
        return;
    m_type = repoTypeFromName(m_settings->text(SettingKey::BrowseType)).value_or(RepoType::Model);
    m_sort = searchSortFromName(m_settings->text(SettingKey::BrowseSort));
}

void BrowserController::setType(RepoType type)
{
    if (type == m_type)
        return;
    m_type = type;
    if (m_settings)
        m_settings->setValue(SettingKey::BrowseType, repoTypePlural(type));
    Q_EMIT
    queryChanged();
    search();
}

void BrowserController::setSort(SearchSort sort)
{
    if (sort == m_sort)
        return;
    m_sort = sort;
    if (m_settings)
        m_settings->setValue(SettingKey::BrowseSort, searchSortName(sort));
    Q_EMIT
    queryChanged();
    search();
}

void BrowserController::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    Q_EMIT
    queryChanged();
    m_delay.start();
}

void BrowserController::setAuthor(const QString &author)
{
    if (author == m_author)
        return;
    m_author = author;
    Q_EMIT
    queryChanged();
    search();
}

void BrowserController::searchNow()
{
    const SearchWords words = parseSearchWords(m_text);
    if (!words.author.isEmpty()) {
        m_author = words.author;
        m_text = words.text;
        Q_EMIT
        queryChanged();
        search();
    } else if (m_delay.isActive() || m_state == LoadState::Idle) {
        search();
    }
}

void BrowserController::refresh()
{
    search();
}

void BrowserController::retry()
{
    if (m_moreFailed) {
        m_moreFailed = false;
        m_error.reset();
        m_model.retry();
        Q_EMIT
        stateChanged();
    } else {
        search();
    }
}

SearchRequest BrowserController::request() const
{
    const SearchWords words = parseSearchWords(m_text);
    SearchRequest request;
    request.type = m_type;
    request.text = words.text;
    request.author = words.author.isEmpty() ? m_author : words.author;
    request.sort = m_sort;
    return request;
}

bool BrowserController::isFiltered() const
{
    const SearchRequest asked = request();
    return !asked.text.isEmpty() || !asked.author.isEmpty();
}

void BrowserController::search()
{
    m_delay.stop();
    m_error.reset();
    m_moreFailed = false;
    m_model.search(request());
    setState(LoadState::Loading);
}

void BrowserController::setState(LoadState state)
{
    m_state = state;
    Q_EMIT
    stateChanged();
}

} // namespace hubdesk
