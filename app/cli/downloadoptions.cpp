// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/downloadoptions.h"

#include "app/cli/cliaccount.h"

#include <QCoreApplication>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

struct OptionText
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::DownloadOptions)
};

constexpr int kDefaultWorkers = 8;

void collectWarnings(const ParsedArguments &arguments, bool hasFiles, QStringList &warnings)
{
    for (const QString &option : {u"--include"_s, u"--exclude"_s}) {
        if (hasFiles && !arguments.values(option).value_or(QStringList()).isEmpty()) {
            warnings.append(
                u"Ignoring `%1` since filenames have being explicitly set."_s.arg(option));
        }
    }
    if (arguments.isSet(u"--local-dir-use-symlinks"_s)) {
        warnings.append(u"Ignoring --local-dir-use-symlinks. Downloading to a local directory does "
                        "not use symlinks anymore."_s);
    }
    if (arguments.isSet(u"--resume-download"_s)) {
        warnings.append(u"`resume_download` is deprecated and will be removed in version 1.0.0. "
                        "Downloads always resume when possible. If you want to force a new "
                        "download, use `force_download=True`."_s);
    }
}

} // namespace

Result<DownloadOptions> DownloadOptions::make(const ParsedArguments &arguments)
{
    if (arguments.isSet(u"--local-dir"_s)) {
        return failure(ErrorKind::Invalid,
                       OptionText::tr("This version downloads into the cache only: leave out "
                                      "--local-dir, or copy the files from the path that is "
                                      "printed at the end."));
    }
    const auto type = repoTypeFromName(arguments.value(u"--repo-type"_s));
    if (!type)
        return std::unexpected(type.error());
    const auto repo = RepoId::make(*type, arguments.positional(u"REPO_ID"_s));
    if (!repo)
        return std::unexpected(repo.error());

    DownloadOptions options;
    options.request.repo = *repo;
    if (const QString revision = arguments.value(u"--revision"_s); !revision.isEmpty())
        options.request.revision = revision;
    if (const auto valid = checkRevision(options.request.revision); !valid)
        return std::unexpected(valid.error());
    const QStringList files = arguments.positionals(u"FILENAME"_s);
    if (files.size() == 1) {
        if (const auto valid = checkFilePath(files.first()); !valid)
            return std::unexpected(valid.error());
        options.request.files = files;
    } else if (!files.isEmpty()) {
        options.request.allow = files;
    } else {
        options.request.allow = arguments.values(u"--include"_s);
        options.request.ignore = arguments.values(u"--exclude"_s).value_or(QStringList());
    }
    options.request.force = arguments.isSet(u"--force-download"_s);
    if (arguments.isSet(u"--cache-dir"_s))
        options.cacheFolder = absolutePath(arguments.value(u"--cache-dir"_s));
    options.workers = arguments.number(u"--max-workers"_s, kDefaultWorkers);
    options.quiet = arguments.isSet(u"--quiet"_s);
    collectWarnings(arguments, !files.isEmpty(), options.warnings);
    return options;
}

std::vector<PositionalSpec> downloadPositionals()
{
    return {
        {.name = u"REPO_ID"_s, .help = OptionText::tr("The repo, for example username/repo-name.")},
        {.name = u"FILENAME"_s,
         .help = OptionText::tr("Files to download, for example config.json; without any the "
                                "whole repo."),
         .isMany = true},
    };
}

std::vector<OptionSpec> downloadOptionSpecs()
{
    using Arity = OptionSpec::Arity;
    return {
        {.name = u"--repo-type"_s,
         .arity = Arity::One,
         .help = OptionText::tr("Type of the repo; model without it."),
         .choices = {u"model"_s, u"dataset"_s, u"space"_s}},
        {.name = u"--revision"_s,
         .arity = Arity::One,
         .placeholder = u"REVISION"_s,
         .help = OptionText::tr("Branch, tag, commit or refs/pr/N; main without it.")},
        {.name = u"--include"_s,
         .arity = Arity::Many,
         .placeholder = u"PATTERN"_s,
         .help = OptionText::tr("Only files that match one of these patterns.")},
        {.name = u"--exclude"_s,
         .arity = Arity::Many,
         .placeholder = u"PATTERN"_s,
         .help = OptionText::tr("No files that match one of these patterns.")},
        {.name = u"--cache-dir"_s,
         .arity = Arity::One,
         .placeholder = u"DIR"_s,
         .help = OptionText::tr("Cache folder; without it the one of the environment.")},
        {.name = u"--local-dir"_s,
         .arity = Arity::One,
         .placeholder = u"DIR"_s,
         .help = OptionText::tr("Not in this version: files go into the cache.")},
        {.name = u"--local-dir-use-symlinks"_s,
         .arity = Arity::One,
         .help = OptionText::tr("Deprecated and ignored."),
         .choices = {u"auto"_s, u"True"_s, u"False"_s}},
        {.name = u"--force-download"_s,
         .help = OptionText::tr("Fetch again what is in the cache already.")},
        {.name = u"--resume-download"_s,
         .help = OptionText::tr("Deprecated and ignored: downloads always continue.")},
        tokenOption(),
        {.name = u"--quiet"_s,
         .help = OptionText::tr("No progress and no warnings, only the path at the end.")},
        {.name = u"--max-workers"_s,
         .arity = Arity::One,
         .placeholder = u"N"_s,
         .help = OptionText::tr("How many files at once; 8 without it."),
         .isNumber = true},
    };
}

} // namespace hubdesk
