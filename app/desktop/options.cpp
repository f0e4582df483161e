// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/options.h"

#include "hubdesk_version.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace hubdesk {

std::expected<Options, QString> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Hubdesk, a desktop client for the Hugging Face Hub."_s);
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Show this text."_s);
    const QCommandLineOption version({u"v"_s, u"version"_s}, u"Show the version."_s);
    const QCommandLineOption demo(
        u"demo"_s, u"Start a Local Hub with sample content and use its own home folder."_s);
    const QCommandLineOption endpoint(u"endpoint"_s, u"The Hub to talk to."_s, u"URL"_s);
    const QCommandLineOption pane(u"pane"_s, u"The pane to show first: browse, transfers, cache."_s,
                                  u"NAME"_s);
    const QCommandLineOption selfTest(u"self-test"_s, u"Show the window and exit."_s);
    const QCommandLineOption tour(
        u"tour"_s, u"Go through the main job by itself and put pictures into DIR."_s, u"DIR"_s);
    parser.addOptions({help, version, demo, endpoint, pane, selfTest, tour});
    parser.addPositionalArgument(u"address"_s, u"hf:// address or link to a page of the Hub."_s,
                                 u"[hf://... | https://...]"_s);

    if (!parser.parse(arguments))
        return std::unexpected(parser.errorText());
    Options options;
    if (parser.isSet(help))
        options.message = parser.helpText();
    if (parser.isSet(version))
        options.message = u"hubdesk " HUBDESK_VERSION "\n"_s;
    if (!options.message.isEmpty())
        return options;

    const QStringList rest = parser.positionalArguments();
    if (rest.size() > 1)
        return std::unexpected(u"Only one address can be opened."_s);
    options.demo = parser.isSet(demo);
    options.pane = parser.value(pane);
    options.selfTest = parser.isSet(selfTest);
    options.tour = parser.value(tour);
    options.address = rest.value(0);
    if (parser.isSet(endpoint)) {
        options.endpoint = QUrl(parser.value(endpoint), QUrl::StrictMode);
        const QString scheme = options.endpoint.scheme();
        if (!options.endpoint.isValid() || options.endpoint.host().isEmpty()
            || (scheme != "http"_L1 && scheme != "https"_L1))
            return std::unexpected(
                u"The endpoint must be an http or https address, not \"%1\"."_s.arg(
                    parser.value(endpoint)));
    }
    if (parser.isSet(tour) && options.tour.isEmpty())
        return std::unexpected(u"--tour needs a folder."_s);
    if (!options.tour.isEmpty() && !options.demo)
        return std::unexpected(u"--tour shows the demo: use it together with --demo."_s);
    if (options.demo && !options.endpoint.isEmpty())
        return std::unexpected(u"--demo brings its own endpoint."_s);
    return options;
}

} // namespace hubdesk
