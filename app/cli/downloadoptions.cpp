// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/downloadoptions.h"

#include "app/cli/cliaccount.h"
#include "app/cli/ratevalue.h"
#include "app/cli/repoargument.h"
#include "core/settings/mirrorlist.h"
#include "core/transfer/archivewriter.h"

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

//! `art/` stands for everything in that folder, as in newer official programs.
void applyFiles(const QStringList &files, DownloadRequest &request)
{
    if (files.size() == 1 && !files.first().endsWith(u'/')) {
        request.files = files;
        return;
    }
    QStringList patterns;
    for (const QString &file : files)
        patterns.append(file.endsWith(u'/') ? file + u"**"_s : file);
    request.allow = patterns;
}

Result<void> applyTarget(const ParsedArguments &arguments, DownloadOptions &options)
{
    if (arguments.isSet(u"--cache-dir"_s))
        options.cacheFolder = absolutePath(arguments.value(u"--cache-dir"_s));
    if (arguments.isSet(u"--local-dir"_s)) {
        const QString folder = arguments.value(u"--local-dir"_s);
        if (folder.isEmpty())
            return failure(ErrorKind::Invalid, OptionText::tr("--local-dir needs a folder."));
        options.request.localFolder = realPath(absolutePath(folder));
    }
    if (arguments.isSet(u"--archive"_s)) {
        options.request.archive = absolutePath(arguments.value(u"--archive"_s));
        if (!ArchiveWriter::formatOf(options.request.archive)) {
            return failure(ErrorKind::Invalid,
                           OptionText::tr("--archive needs a file that ends with .zip or "
                                          ".tar.zst, not “%1”.")
                               .arg(arguments.value(u"--archive"_s)));
        }
        if (!options.request.localFolder.isEmpty()) {
            return failure(ErrorKind::Invalid,
                           OptionText::tr("--local-dir and --archive exclude each other."));
        }
    }
    return {};
}

} // namespace

Result<DownloadOptions> DownloadOptions::make(const ParsedArguments &arguments)
{
    const auto asked = repoArgument(arguments, arguments.positional(u"REPO_ID"_s));
    if (!asked)
        return std::unexpected(asked.error());
    DownloadOptions options;
    options.request.repo = asked->repo;
    if (!asked->revision.isEmpty())
        options.request.revision = asked->revision;
    QStringList files = arguments.positionals(u"FILENAME"_s);
    if (!asked->path.isEmpty()) {
        if (!files.isEmpty()) {
            return failure(ErrorKind::Invalid,
                           OptionText::tr("A file in the hf:// address and file names besides it "
                                          "exclude each other."));
        }
        files = {asked->path};
    }
    if (files.isEmpty()) {
        options.request.allow = arguments.values(u"--include"_s);
        options.request.ignore = arguments.values(u"--exclude"_s).value_or(QStringList());
    } else {
        applyFiles(files, options.request);
    }
    for (const QString &file : std::as_const(options.request.files)) {
        if (const auto valid = checkFilePath(file); !valid)
            return std::unexpected(valid.error());
    }
    if (const auto applied = applyTarget(arguments, options); !applied)
        return std::unexpected(applied.error());
    if (arguments.isSet(u"--limit-rate"_s)) {
        const auto rate = parseRate(arguments.value(u"--limit-rate"_s));
        if (!rate)
            return std::unexpected(rate.error());
        options.rateLimit = *rate;
    }
    for (const QString &text : arguments.values(u"--mirror"_s).value_or(QStringList())) {
        const auto mirror = MirrorList::parseUrl(text);
        if (!mirror) {
            return failure(ErrorKind::Invalid,
                           OptionText::tr("--mirror “%1”: %2", "address, what is wrong with it")
                               .arg(text, mirror.error()));
        }
        options.mirrors.push_back(*mirror);
    }
    options.request.force = arguments.isSet(u"--force-download"_s);
    options.workers = arguments.number(u"--max-workers"_s, kDefaultWorkers);
    options.connections = arguments.number(u"--connections"_s, 0);
    options.dryRun = arguments.isSet(u"--dry-run"_s);
    options.verify = arguments.isSet(u"--verify"_s);
    options.waitForSpace = arguments.isSet(u"--wait-for-space"_s);
    options.quiet = arguments.isSet(u"--quiet"_s);
    collectWarnings(arguments, !files.isEmpty(), options.warnings);
    return options;
}

std::vector<PositionalSpec> downloadPositionals()
{
    return {
        {.name = u"REPO_ID"_s,
         .help = OptionText::tr("The repo, for example username/repo-name, or an hf:// address.")},
        {.name = u"FILENAME"_s,
         .help = OptionText::tr("Files to download, for example config.json, or folders such as "
                                "data/; without any the whole repo."),
         .isMany = true},
    };
}

std::vector<OptionSpec> downloadOptionSpecs()
{
    using Arity = OptionSpec::Arity;
    return {
        repoTypeOption(u"--repo-type"_s),
        repoTypeOption(u"--type"_s),
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
         .help = OptionText::tr("Folder for the files, instead of the cache.")},
        {.name = u"--archive"_s,
         .arity = Arity::One,
         .placeholder = u"FILE"_s,
         .help = OptionText::tr("Pack the files into this .zip or .tar.zst file.")},
        {.name = u"--local-dir-use-symlinks"_s,
         .arity = Arity::One,
         .help = OptionText::tr("Deprecated and ignored."),
         .choices = {u"auto"_s, u"True"_s, u"False"_s}},
        {.name = u"--force-download"_s,
         .help = OptionText::tr("Fetch again what is in the cache already.")},
        {.name = u"--resume-download"_s,
         .help = OptionText::tr("Deprecated and ignored: downloads always continue.")},
        tokenOption(),
        accountOption(),
        {.name = u"--quiet"_s,
         .help = OptionText::tr("No progress and no warnings, only the path at the end.")},
        {.name = u"--max-workers"_s,
         .arity = Arity::One,
         .placeholder = u"N"_s,
         .help = OptionText::tr("How many files at once; 8 without it."),
         .isNumber = true},
        {.name = u"--connections"_s,
         .arity = Arity::One,
         .placeholder = u"N"_s,
         .help = OptionText::tr("How many connections a large file may use."),
         .isNumber = true},
        {.name = u"--limit-rate"_s,
         .arity = Arity::One,
         .placeholder = u"RATE"_s,
         .help = OptionText::tr("At most this many bytes a second, for example 500K or 2M.")},
        {.name = u"--mirror"_s,
         .arity = Arity::One,
         .placeholder = u"URL"_s,
         .help = OptionText::tr("Another address of the same content that helps with large files "
                                "of public repos; may be given several times.")},
        {.name = u"--dry-run"_s,
         .help = OptionText::tr("Only say what would be downloaded, from where and how much.")},
        {.name = u"--wait-for-space"_s,
         .help =
             OptionText::tr("Wait until there is room instead of failing when the disk is full.")},
        {.name = u"--verify"_s,
         .help = OptionText::tr("Read all files again at the end and compare their hashes.")},
    };
}

} // namespace hubdesk
