// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"

#include <QDialog>

class QLineEdit;

namespace hubdesk {

class ProxyLogin;

//! Asks for the password of the proxy, once a run. Show it with open(). Object names:
//! "proxyLoginPassword", "proxyLoginApply", "proxyLoginCancel".
class ProxyLoginDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProxyLoginDialog)

public:
    ProxyLoginDialog(const UiContext &context, ProxyLogin *login, QWidget *parent = nullptr);

private:
    void use();

    ProxyLogin *m_login;
    QLineEdit *m_password;
};

} // namespace hubdesk
