// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hub/gate.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

//! Gives the texts of this file a context for translators.
struct GateTexts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::GateTexts)
};

} // namespace

GateState gateState(const Error &error)
{
    const QString text = error.detail;
    if (text.contains("fine-grained"_L1, Qt::CaseInsensitive))
        return GateState::MissingScope;
    if (text.contains("awaiting a review"_L1, Qt::CaseInsensitive))
        return GateState::Pending;
    if (text.contains("has been rejected"_L1, Qt::CaseInsensitive))
        return GateState::Rejected;
    return error.httpStatus == 401 ? GateState::NotSignedIn : GateState::TermsNotAccepted;
}

QString gateText(GateState state)
{
    switch (state) {
    case GateState::NotSignedIn:
        return GateTexts::tr(
            "The files of this repo are only for people with access. Sign in to see "
            "whether you have it.");
    case GateState::MissingScope:
        return GateTexts::tr("Your token may not read gated repos. Enable access to public gated "
                             "repositories in its settings.");
    case GateState::TermsNotAccepted:
        return GateTexts::tr(
            "The authors ask you to accept their terms before you download. Ask for "
            "access on the repo's page.");
    case GateState::Pending:
        return GateTexts::tr("You have asked for access. The authors have not decided yet.");
    case GateState::Rejected:
        return GateTexts::tr("The authors have rejected your request for access.");
    }
    return {};
}

} // namespace hubdesk
