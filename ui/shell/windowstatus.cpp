// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowstatus.h"

#include "core/model/accountcontroller.h"
#include "core/model/cachecontroller.h"
#include "core/model/humanformat.h"
#include "core/model/transferscontroller.h"
#include "ui/theme/icons.h"
#include "ui/theme/measures.h"
#include "ui/widgets/limitswitch.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hubdesk {

WindowStatus::WindowStatus(const UiContext &context, const WindowServices &services,
                           QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_services(services)
{
    setObjectName(u"windowStatus"_s);
    setAccessibleName(tr("Status"));
    m_endpoint = addPart(u"statusEndpoint"_s, u"globe"_s);
    m_account = addPart(u"statusAccount"_s, u"account"_s);
    m_offline = addPart(u"statusOffline"_s, u"offline"_s);
    m_transfers = addPart(u"statusTransfers"_s, u"transfers"_s);
    m_cache = addPart(u"statusCache"_s, u"cache"_s);
    m_offline->setText(tr("Offline"));
    m_offline->setToolTip(tr("Offline: no request is sent"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(measure::kSmall, measure::kTiny / 2, measure::kSmall,
                            measure::kTiny / 2);
    row->setSpacing(measure::kTiny);
    row->addWidget(m_endpoint);
    row->addWidget(m_account);
    row->addWidget(m_offline);
    row->addStretch();
    row->addWidget(m_transfers);
    auto *limit = new LimitSwitch(context, services.transfers->queue(), u"statusLimit"_s, this);
    connect(limit, &LimitSwitch::settingsRequested, this, [this] {
        Q_EMIT
        settingsRequested(u"transfers"_s);
    });
    row->addWidget(limit);
    row->addWidget(m_cache);
    connectAll();
    refreshAccount();
    refreshTransfers();
    refreshCache();
}

QPushButton *WindowStatus::addPart(const QString &name, const QString &icon)
{
    auto *part = new QPushButton(this);
    part->setObjectName(name);
    part->setProperty("look", u"flat"_s);
    part->setIcon(m_context.icons->icon(icon, Token::TextSecondary));
    part->setAutoDefault(false);
    return part;
}

void WindowStatus::connectAll()
{
    connect(m_services.account, &AccountController::changed, this, &WindowStatus::refreshAccount);
    connect(m_services.transfers, &TransfersController::summaryChanged, this,
            &WindowStatus::refreshTransfers);
    connect(m_services.cache, &CacheController::stateChanged, this, &WindowStatus::refreshCache);
    const auto toSettings = [this](QPushButton *part, const QString &page) {
        connect(part, &QPushButton::clicked, this, [this, page] {
            Q_EMIT
            settingsRequested(page);
        });
    };
    toSettings(m_endpoint, u"network"_s);
    connect(m_account, &QPushButton::clicked, this, [this] {
        Q_EMIT
        accountsRequested(m_account);
    });
    toSettings(m_offline, u"network"_s);
    connect(m_transfers, &QPushButton::clicked, this, [this] {
        Q_EMIT
        paneRequested(u"transfers"_s);
    });
    connect(m_cache, &QPushButton::clicked, this, [this] {
        Q_EMIT
        paneRequested(u"cache"_s);
    });
}

void WindowStatus::refreshAccount()
{
    const AccountController &account = *m_services.account;
    m_endpoint->setText(
        account.endpoint().host()
        + (account.endpoint().port() > 0 ? u":%1"_s.arg(account.endpoint().port()) : QString()));
    m_endpoint->setToolTip(tr("Endpoint: %1").arg(account.endpoint().toString()));
    m_endpoint->setAccessibleName(m_endpoint->toolTip());
    m_account->setVisible(!account.isOffline());
    const QString source = account.sourceName();
    m_account->setText(source.isEmpty() ? account.text() : account.text() + u" · "_s + source);
    const QString warning = account.warning();
    m_account->setIcon(
        m_context.icons->icon(warning.isEmpty() ? u"account"_s : u"warning"_s,
                              warning.isEmpty() ? Token::TextSecondary : Token::Warn));
    m_account->setToolTip(warning.isEmpty() ? account.sourceText()
                                            : warning + u'\n' + account.sourceText());
    m_account->setAccessibleName(
        (tr("Account: %1").arg(account.text()) + u". "_s + m_account->toolTip()).trimmed());
    m_offline->setVisible(account.isOffline());
}

void WindowStatus::refreshTransfers()
{
    const QString text = transferSummaryText(m_services.transfers->summary());
    m_transfers->setText(text.isEmpty() ? tr("No transfers") : text);
    m_transfers->setAccessibleName(tr("Transfers: %1").arg(m_transfers->text()));
}

void WindowStatus::refreshCache()
{
    const CacheController &cache = *m_services.cache;
    m_cache->setVisible(cache.hasScan() && cache.state() != CacheController::State::Failed);
    m_cache->setText(tr("Cache %1").arg(humanSize(cache.totalSize())));
    m_cache->setToolTip(exactBytes(cache.totalSize()) + u'\n' + cache.places().roots().join(u'\n'));
    m_cache->setAccessibleName(m_cache->text());
}

void WindowStatus::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRect line = rect();
    line.setHeight(measure::kBorder);
    painter.fillRect(line, m_context.theme->color(Token::Border));
}

} // namespace hubdesk
