// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakenetwork.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <optional>

namespace hubdesk {

//! Answers Browse's requests with a small made-up Hub: two pages of models, one repo with card,
//! refs and files. Tests break single answers or let them hang.
class SampleHub
{
public:
    explicit SampleHub(FakeNetwork *network);

    //! Requests whose target contains the key get this status instead, with the Hub's error code.
    struct Failure
    {
        int status = 500;
        QByteArray code;
        QByteArray message;
        QNetworkReply::NetworkError network = QNetworkReply::NoError;
    };
    QHash<QByteArray, Failure> failures;
    QList<QByteArray> hanging; //!< Requests whose target contains one of these are not answered.
    QByteArray gated = "false"; //!< JSON of `gated` of the sample repo.
    QByteArray card;
    QByteArray tree;
    QByteArray refs;
    int models = 40;

    //! Requests so far whose "METHOD target" contains \a part.
    [[nodiscard]] int count(const QByteArray &part) const;
    //! Answers what hangs.
    void release();

private:
    void answer(FakeReply *reply);
    void listing(FakeReply *reply, const QByteArray &target) const;

    FakeNetwork *m_network;
    QList<QPointer<FakeReply>> m_held;
};

} // namespace hubdesk
