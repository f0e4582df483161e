// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/options.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

struct Wording
{
    Q_DECLARE_TR_FUNCTIONS(LocalHub)
};

std::optional<qint64> count(const QString &text)
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    return ok && value >= 0 ? std::optional(value) : std::nullopt;
}

bool readListen(const QString &text, QHostAddress &address, quint16 &number)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool ok = false;
    const ushort port = text.sliced(colon + 1).toUShort(&ok);
    QString host = text.first(std::max<qsizetype>(colon, 0));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    if (host == "localhost"_L1)
        host = u"127.0.0.1"_s;
    number = port;
    return colon > 0 && ok && address.setAddress(host);
}

// Takes one option; false when its value cannot be used.
bool take(const QString &name, const QString &value, CommandLine &line)
{
    LocalHubOptions &options = line.options;
    const auto number = [&value](qint64 &target) {
        const auto parsed = count(value);
        target = parsed.value_or(0);
        return parsed.has_value();
    };
    if (name == "--data"_L1) {
        options.folder = value;
        return !value.isEmpty();
    }
    if (name == "--listen"_L1)
        return readListen(value, options.address, options.port);
    // A proxy that others could reach would open this machine's own services to them.
    if (name == "--proxy"_L1) {
        return readListen(value, options.proxyAddress, options.proxyPort)
            && options.proxyAddress.isLoopback();
    }
    if (name == "--proxy-auth"_L1) {
        options.proxyLogin = value.toUtf8();
        return value.indexOf(u':') > 0;
    }
    if (name == "--seed"_L1) {
        options.seedDemo = value == "demo"_L1;
        return options.seedDemo || value == "none"_L1;
    }
    if (name == "--tls-cert"_L1 || name == "--tls-key"_L1) {
        (name == "--tls-cert"_L1 ? line.certificateFile : line.keyFile) = value;
        return !value.isEmpty();
    }
    if (name == "--latency"_L1)
        return number(options.latencyMs);
    if (name == "--throttle"_L1)
        return number(options.throttle);
    return number(options.throttleConnection);
}

} // namespace

std::expected<CommandLine, QString> CommandLine::parse(const QStringList &arguments)
{
    static const QStringList known{
        u"--data"_s,    u"--listen"_s,    u"--seed"_s,     u"--tls-cert"_s,
        u"--tls-key"_s, u"--latency"_s,   u"--throttle"_s, u"--throttle-connection"_s,
        u"--proxy"_s,   u"--proxy-auth"_s};
    CommandLine line;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        QString name = arguments[i];
        if (name == "--help"_L1 || name == "-h"_L1) {
            line.help = true;
            return line;
        }
        const qsizetype equals = name.indexOf(u'=');
        const bool inlineValue = equals > 0;
        QString value = inlineValue ? name.sliced(equals + 1) : QString();
        if (inlineValue)
            name.truncate(equals);
        if (!known.contains(name))
            return std::unexpected(Wording::tr("Unknown argument: %1").arg(arguments[i]));
        if (!inlineValue) {
            if (i + 1 >= arguments.size())
                return std::unexpected(Wording::tr("%1 needs a value").arg(name));
            value = arguments[++i];
        }
        if (!take(name, value, line)) {
            // A login is told to nobody, not even when it is none.
            return std::unexpected(name == "--proxy-auth"_L1
                                       ? Wording::tr("%1 needs the form USER:PASSWORD").arg(name)
                                       : Wording::tr("%1 cannot be \"%2\"").arg(name, value));
        }
    }
    if (line.options.folder.isEmpty())
        return std::unexpected(Wording::tr("--data is missing"));
    if (line.certificateFile.isEmpty() != line.keyFile.isEmpty())
        return std::unexpected(Wording::tr("--tls-cert and --tls-key belong together"));
    if (!line.options.proxyLogin.isEmpty() && line.options.proxyAddress.isNull())
        return std::unexpected(Wording::tr("--proxy-auth needs --proxy"));
    return line;
}

QString usageLine()
{
    return u"Usage: hubdesk-localhub --data DIR [--listen ADDR:PORT] [--seed demo|none]\n"
           "                        [--tls-cert F --tls-key F] [--latency MS]\n"
           "                        [--throttle BYTES_PER_SECOND]\n"
           "                        [--throttle-connection BYTES_PER_SECOND]\n"
           "                        [--proxy ADDR:PORT [--proxy-auth USER:PASSWORD]]"_s;
}

QString helpText()
{
    return usageLine() + Wording::tr(R"(

A small but real Hugging Face Hub on this machine. Prints one line
READY {"endpoint":URL,"cdn":URL} and serves until it is told to stop (SIGTERM).
With --proxy the line has "proxy":URL too.

  --data DIR            where it keeps everything; seeded only when empty
  --listen ADDR:PORT    default 127.0.0.1:0, which is any free port
  --seed demo|none      demo (default): more than forty sample repositories
  --tls-cert, --tls-key PEM files; both addresses are https then
  --latency MS          before the first byte of every reply
  --throttle N          bytes a second, all connections together
  --throttle-connection N   bytes a second of each connection
  --proxy ADDR:PORT     is an HTTP proxy there as well, for tests: GET, POST and the like, and
                        CONNECT; on a loopback address, and only towards loopback addresses
  --proxy-auth U:P      the login that the proxy asks for (Basic)

Accounts of the demo seed:
  demo    hf_demo_write, hf_demo_read   owner of the private and the gated model;
          hf_demo_finegrained           may not read gated repositories
          hf_demo_fine                  of what is private, nothing but demo/evolving-classifier
          hf_demo_fine_private          may read the private model and no gated repository
          hf_demo_expired               not valid any more
  alice   hf_alice_write, hf_alice_read may neither see the private model nor read the gated one
  bob     hf_bob_write                  his request for the gated model is pending
  carol   hf_carol_write                her request was rejected
  dave    hf_dave_read                  was let in to the automatically gated model
  openfjord   api_org_openfjord         a token of the organisation itself

Signing in with a device code (POST /oauth/device, POST /oauth/token): any client id will do, the
page to approve or deny a code is /device.

For tests: POST, GET, DELETE /_localhub/faults; GET, DELETE /_localhub/requests;
GET /_localhub/seed names the demo repositories by role, and the tokens;
POST /_localhub/oauth {"user_code":C,"user":U,"decision":"approve|deny|expire|slow_down"} or
{"interval":S,"device_expires_in":S,"token_expires_in":S}; GET lists, DELETE forgets.
)");
}

} // namespace hubdesk::localhub
