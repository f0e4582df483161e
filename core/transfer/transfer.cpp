// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/transfer.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

using enum TransferState;

//! Every step that a transfer may take. Paused and the ended states are left only by an order of
//! the user.
constexpr std::array kTransitions{
    std::pair{Queued, Preparing},  std::pair{Queued, Running},
    std::pair{Queued, Hashing},    std::pair{Queued, Verifying},
    std::pair{Queued, Paused},     std::pair{Queued, Finished},
    std::pair{Queued, Failed},     std::pair{Queued, Canceled},
    std::pair{Preparing, Queued},  std::pair{Preparing, Running},
    std::pair{Preparing, Hashing}, std::pair{Preparing, Verifying},
    std::pair{Preparing, Paused},  std::pair{Preparing, Finished},
    std::pair{Preparing, Failed},  std::pair{Preparing, Canceled},
    std::pair{Hashing, Queued},    std::pair{Hashing, Preparing},
    std::pair{Hashing, Running},   std::pair{Hashing, Verifying},
    std::pair{Hashing, Paused},    std::pair{Hashing, Finished},
    std::pair{Hashing, Failed},    std::pair{Hashing, Canceled},
    std::pair{Running, Queued},    std::pair{Running, Preparing},
    std::pair{Running, Hashing},   std::pair{Running, Verifying},
    std::pair{Running, Paused},    std::pair{Running, Finished},
    std::pair{Running, Failed},    std::pair{Running, Canceled},
    std::pair{Verifying, Queued},  std::pair{Verifying, Preparing},
    std::pair{Verifying, Running}, std::pair{Verifying, Hashing},
    std::pair{Verifying, Paused},  std::pair{Verifying, Finished},
    std::pair{Verifying, Failed},  std::pair{Verifying, Canceled},
    std::pair{Paused, Queued},     std::pair{Paused, Canceled},
    std::pair{Failed, Queued},     std::pair{Failed, Canceled},
    std::pair{Canceled, Queued},
};

constexpr std::array kNames{
    std::pair{Queued, "queued"_L1},     std::pair{Preparing, "preparing"_L1},
    std::pair{Hashing, "hashing"_L1},   std::pair{Running, "running"_L1},
    std::pair{Paused, "paused"_L1},     std::pair{Verifying, "verifying"_L1},
    std::pair{Finished, "finished"_L1}, std::pair{Failed, "failed"_L1},
    std::pair{Canceled, "canceled"_L1},
};

} // namespace

QString transferStateName(TransferState state)
{
    for (const auto &[value, name] : kNames) {
        if (value == state)
            return name;
    }
    return {};
}

std::optional<TransferState> transferStateFromName(const QString &name)
{
    for (const auto &[value, text] : kNames) {
        if (text == name)
            return value;
    }
    return std::nullopt;
}

bool isLegalTransition(TransferState from, TransferState to)
{
    for (const auto &step : kTransitions) {
        if (step.first == from && step.second == to)
            return true;
    }
    return false;
}

bool isActive(TransferState state)
{
    return state == Preparing || state == Hashing || state == Running || state == Verifying;
}

bool isEnded(TransferState state)
{
    return state == Finished || state == Failed || state == Canceled;
}

} // namespace hubdesk
