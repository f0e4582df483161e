// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "core/hub/search.h"
#include "core/net/pager.h"

namespace hubdesk {

class HubClient;

//! `models ls`, `datasets ls`, `spaces ls`: repos of the Hub, as a table or as JSON.
class ListCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListCommand)

public:
    [[nodiscard]] static CommandSpec spec(RepoType type);

    ListCommand(const CliEnvironment &environment, RepoType type);
    ~ListCommand() override;

    void start(const ParsedArguments &arguments) override;

private:
    void takePage(const Result<Page<RepoInfo>> &page);
    void show();

    RepoType m_type;
    size_t m_limit = 0;
    std::vector<RepoInfo> m_repos;
    std::unique_ptr<HubClient> m_client;
    Pager<SearchRequest> m_pager;
};

} // namespace hubdesk
