// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"
#include "ui/shell/windowservices.h"

#include <QWidget>

class QPushButton;

namespace hubdesk {

//! The foot of the window: endpoint, account, offline switch, transfers, limit, cache. Each part
//! leads to where it is dealt with. Object names: "statusEndpoint", "statusAccount",
//! "statusOffline", "statusTransfers", "statusLimit", "statusCache".
class WindowStatus final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowStatus)

public:
    WindowStatus(const UiContext &context, const WindowServices &services,
                 QWidget *parent = nullptr);

Q_SIGNALS:
    void paneRequested(const QString &id);
    void settingsRequested(const QString &page);
    //! Below \a anchor, a widget of this bar.
    void accountsRequested(QWidget *anchor);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *addPart(const QString &name, const QString &icon);
    void connectAll();
    void refreshAccount();
    void refreshTransfers();
    void refreshCache();

    UiContext m_context;
    WindowServices m_services;
    QPushButton *m_endpoint = nullptr;
    QPushButton *m_account = nullptr;
    QPushButton *m_offline = nullptr;
    QPushButton *m_transfers = nullptr;
    QPushButton *m_cache = nullptr;
};

} // namespace hubdesk
