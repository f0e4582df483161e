// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/proxyscript.h"

#include <chrono>
#include <memory>

namespace hubdesk {

//! A PAC file: JavaScript from a file or a web address that names a proxy for each host. It is read
//! when it is first needed and again ten minutes later, after a failure a few seconds later; both,
//! and what the script does, happen on a thread of its own and are ended when they take too long.
//! The script learns scheme, host and port of an address, never its path. The destructor ends what
//! is under way.
class PacScript final : public ProxyScript
{
public:
    static constexpr std::chrono::milliseconds kPatience{10'000};

    //! \a source: address or file; see pacSourceProblem(). \a patience: with reading it and with
    //! one question; what has waited for as long for other questions fails.
    explicit PacScript(const QString &source, std::chrono::milliseconds patience = kPatience);
    ~PacScript() override;

    [[nodiscard]] bool mustAsk(const QUrl &url) const override;
    [[nodiscard]] QFuture<Result<QNetworkProxy>> find(const QUrl &url) override;
    [[nodiscard]] std::optional<QNetworkProxy> known(const QUrl &url) const override;
    bool giveUpOn(const QUrl &url) override;

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace hubdesk
