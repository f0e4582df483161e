// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/repoargument.h"

#include <QCoreApplication>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

struct RepoText
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::RepoArgument)
};

} // namespace

Result<HubLocation> repoArgument(const ParsedArguments &arguments, const QString &text)
{
    if (text.startsWith("hf://"_L1)) {
        for (const QString &option : {u"--repo-type"_s, u"--type"_s, u"--revision"_s}) {
            if (arguments.isSet(option)) {
                return failure(
                    ErrorKind::Invalid,
                    RepoText::tr("%1 and an hf:// address exclude each other.").arg(option));
            }
        }
        const bool isFolder = text.endsWith(u'/') && text.size() > 5;
        auto location = parseHubLocation(isFolder ? text.chopped(1) : text, {});
        if (location && isFolder && !location->path.isEmpty())
            location->path += u'/';
        return location;
    }
    const QString typeName = arguments.isSet(u"--type"_s) ? arguments.value(u"--type"_s)
                                                          : arguments.value(u"--repo-type"_s);
    const auto type = repoTypeFromName(typeName);
    if (!type)
        return std::unexpected(type.error());
    const auto repo = RepoId::make(*type, text);
    if (!repo)
        return std::unexpected(repo.error());
    HubLocation location;
    location.repo = *repo;
    location.revision = arguments.value(u"--revision"_s);
    if (!location.revision.isEmpty()) {
        if (const auto valid = checkRevision(location.revision); !valid)
            return std::unexpected(valid.error());
    }
    return location;
}

OptionSpec repoTypeOption(const QString &name)
{
    return {.name = name,
            .arity = OptionSpec::Arity::One,
            .help = RepoText::tr("Type of the repo; model without it."),
            .choices = {u"model"_s, u"dataset"_s, u"space"_s}};
}

} // namespace hubdesk
