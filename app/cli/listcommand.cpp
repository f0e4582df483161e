// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/listcommand.h"

#include "app/cli/listformat.h"
#include "core/net/hubclient.h"

#include <algorithm>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDefaultLimit = 10;
constexpr int kMaxPageSize = 1000; // the Hub sends fewer anyway

} // namespace

CommandSpec ListCommand::spec(RepoType type)
{
    QString summary;
    switch (type) {
    case RepoType::Model:
        summary = tr("List models of the Hub.");
        break;
    case RepoType::Dataset:
        summary = tr("List datasets of the Hub.");
        break;
    case RepoType::Space:
        summary = tr("List Spaces of the Hub.");
        break;
    }
    return {
        .words = {repoTypePlural(type), u"ls"_s},
        .aliases = {{repoTypePlural(type), u"list"_s}},
        .summary = summary,
        .options =
            {
                {.name = u"--search"_s,
                 .arity = OptionSpec::Arity::One,
                 .placeholder = u"TEXT"_s,
                 .help = tr("Only repos whose id contains this text.")},
                {.name = u"--author"_s,
                 .arity = OptionSpec::Arity::One,
                 .placeholder = u"NAME"_s,
                 .help = tr("Only repos of this user or organization.")},
                {.name = u"--filter"_s,
                 .arity = OptionSpec::Arity::Many,
                 .placeholder = u"TAG"_s,
                 .help = tr("Only repos with all these tags.")},
                {.name = u"--sort"_s,
                 .arity = OptionSpec::Arity::One,
                 .help = tr("Order, the highest first; trending_score without it."),
                 .choices = sortNames()},
                {.name = u"--limit"_s,
                 .arity = OptionSpec::Arity::One,
                 .placeholder = u"N"_s,
                 .help = tr("How many at most; 10 without it."),
                 .isNumber = true},
                tokenOption(),
                accountOption(),
            },
        .make =
            [type](const CliEnvironment &environment) {
                return std::make_unique<ListCommand>(environment, type);
            },
    };
}

ListCommand::ListCommand(const CliEnvironment &environment, RepoType type)
    : Command(environment),
      m_type(type)
{ }

ListCommand::~ListCommand() = default;

void ListCommand::start(const ParsedArguments &arguments)
{
    const int limit = arguments.number(u"--limit"_s, kDefaultLimit);
    m_limit = static_cast<size_t>(limit);
    SearchRequest request;
    request.type = m_type;
    request.text = arguments.value(u"--search"_s);
    request.author = arguments.value(u"--author"_s);
    request.filters = arguments.values(u"--filter"_s).value_or(QStringList());
    request.sort = sortFromName(arguments.value(u"--sort"_s));
    request.limit = std::min(limit, kMaxPageSize);
    m_client = std::make_unique<HubClient>(credentials().clientConfig());
    m_pager = Pager<SearchRequest>(m_client.get(), request);
    m_pager.fetchNext(this, [this](const Result<Page<RepoInfo>> &page) { takePage(page); });
}

void ListCommand::takePage(const Result<Page<RepoInfo>> &page)
{
    if (!page)
        return fail(page.error());
    const size_t wanted = std::min(page->items.size(), m_limit - m_repos.size());
    m_repos.insert(m_repos.end(), page->items.begin(),
                   page->items.begin() + static_cast<std::ptrdiff_t>(wanted));
    if (m_repos.size() == m_limit || !m_pager.hasMore())
        return show();
    m_pager.fetchNext(this, [this](const Result<Page<RepoInfo>> &next) { takePage(next); });
}

void ListCommand::show()
{
    if (console().isJson())
        console().printJson(listJson(m_repos));
    else
        console().print(listTable(m_repos));
    finish(ExitCode::Done);
}

} // namespace hubdesk
