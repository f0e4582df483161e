// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/environmentoverview.h"

#include "core/log/redaction.h"
#include "core/settings/settingtexts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::EnvironmentOverview)
};

enum class Kind { Plain, Secret, Idle };

struct Variable
{
    const char *name;
    const char *meaning;
    Kind kind = Kind::Plain;
    //! Topic: of several variables with the same one the first that is set decides.
    const char *topic = nullptr;
    std::optional<SettingKey> setting = std::nullopt;
};

const std::vector<Variable> &variables()
{
    // In the order of precedence within a topic.
    static const std::vector<Variable> list{
        {"HF_ENDPOINT", QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Address of the Hub."),
         Kind::Plain, "endpoint", SettingKey::Endpoint},
        {"HUGGINGFACE_CO_STAGING",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Uses the Hub's test server."),
         Kind::Plain, "endpoint"},
        {"HF_TOKEN", QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Token for the Hub."),
         Kind::Secret, "token"},
        {"HUGGING_FACE_HUB_TOKEN",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Old name of HF_TOKEN."), Kind::Secret,
         "token"},
        {"HF_TOKEN_PATH",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "File with the token.")},
        {"HF_HUB_DISABLE_IMPLICIT_TOKEN",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview",
                           "Sends the token only where it is needed.")},
        {"HF_DEVICE_CODE_OAUTH_CLIENT_ID",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview",
                           "Program name for signing in by browser.")},
        {"HF_HUB_CACHE",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Folder of the shared cache."),
         Kind::Plain, "cache", SettingKey::CacheFolder},
        {"HUGGINGFACE_HUB_CACHE",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Old name of HF_HUB_CACHE."),
         Kind::Plain, "cache", SettingKey::CacheFolder},
        {"HF_HOME",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview",
                           "Folder of everything that Hugging Face tools keep."),
         Kind::Plain, nullptr, SettingKey::CacheFolder},
        {"XDG_CACHE_HOME",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview",
                           "Folder of all caches; HF_HOME is below it by standard.")},
        {"HF_ASSETS_CACHE",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview",
                           "Folder for files that other libraries derive."),
         Kind::Plain, "assets"},
        {"HUGGINGFACE_ASSETS_CACHE",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Old name of HF_ASSETS_CACHE."),
         Kind::Plain, "assets"},
        {"HF_HUB_DISABLE_SYMLINKS",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview",
                           "Copies files instead of linking them.")},
        {"HF_HUB_DISABLE_SYMLINKS_WARNING",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview",
                           "Is silent about folders without links.")},
        {"HF_HUB_OFFLINE", QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Sends no request."),
         Kind::Plain, "offline", SettingKey::Offline},
        {"TRANSFORMERS_OFFLINE",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Sends no request."), Kind::Plain,
         "offline", SettingKey::Offline},
        {"HF_HUB_ETAG_TIMEOUT",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview",
                           "Seconds to wait for what the Hub knows of a file."),
         Kind::Plain, nullptr, SettingKey::MetadataTimeout},
        {"HF_HUB_DOWNLOAD_TIMEOUT",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview",
                           "Seconds without data before a download tries again."),
         Kind::Plain, nullptr, SettingKey::DownloadTimeout},
        {"http_proxy",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Proxy for http addresses."),
         Kind::Plain, "http proxy"},
        {"HTTP_PROXY",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Proxy for http addresses."),
         Kind::Plain, "http proxy"},
        {"https_proxy",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Proxy for https addresses."),
         Kind::Plain, "https proxy"},
        {"HTTPS_PROXY",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Proxy for https addresses."),
         Kind::Plain, "https proxy"},
        {"all_proxy",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Proxy for all other addresses."),
         Kind::Plain, "all proxy"},
        {"ALL_PROXY",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Proxy for all other addresses."),
         Kind::Plain, "all proxy"},
        {"no_proxy",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview",
                           "Hosts that are reached without a proxy."),
         Kind::Plain, "no proxy"},
        {"NO_PROXY",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview",
                           "Hosts that are reached without a proxy."),
         Kind::Plain, "no proxy"},
        {"REQUESTS_CA_BUNDLE",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview",
                           "Additional certificates, unless the settings name some."),
         Kind::Plain, "certificates"},
        {"SSL_CERT_FILE",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview",
                           "Additional certificates, unless the settings name some."),
         Kind::Plain, "certificates"},
        {"HF_DEBUG",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview",
                           "Logs everything, each request as a command."),
         Kind::Plain, "log", SettingKey::LogLevel},
        {"HF_HUB_VERBOSITY",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "How much is logged."), Kind::Plain,
         "log", SettingKey::LogLevel},
        {"HF_HUB_DISABLE_TELEMETRY",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Hubdesk sends no telemetry anyway."),
         Kind::Idle},
        {"DISABLE_TELEMETRY",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Hubdesk sends no telemetry anyway."),
         Kind::Idle},
        {"DO_NOT_TRACK",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Hubdesk sends no telemetry anyway."),
         Kind::Idle},
        {"HF_HUB_DISABLE_PROGRESS_BARS",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Progress bars of the command line.")},
        {"HF_HUB_DISABLE_EXPERIMENTAL_WARNING",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Warnings of Python programs."),
         Kind::Idle},
        {"HF_HUB_DISABLE_UPDATE_CHECK",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Python programs look for updates."),
         Kind::Idle},
        {"HF_HUB_USER_AGENT_ORIGIN",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview",
                           "Name of the program that asks the Hub."),
         Kind::Idle},
        {"HF_INFERENCE_ENDPOINT",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Address of the inference service."),
         Kind::Idle},
        {"HF_HUB_DISABLE_XET",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Hubdesk transfers over HTTP anyway."),
         Kind::Idle},
        {"HF_XET_CACHE",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Folder of the Xet engine."),
         Kind::Idle},
        {"HF_XET_HIGH_PERFORMANCE",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Tuning of the Xet engine."),
         Kind::Idle},
        {"HF_XET_CHUNK_CACHE_SIZE_BYTES",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Tuning of the Xet engine."),
         Kind::Idle},
        {"HF_XET_SHARD_CACHE_SIZE_LIMIT",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Tuning of the Xet engine."),
         Kind::Idle},
        {"HF_XET_NUM_CONCURRENT_RANGE_GETS",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Tuning of the Xet engine."),
         Kind::Idle},
        {"HF_XET_RECONSTRUCT_WRITE_SEQUENTIALLY",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Tuning of the Xet engine."),
         Kind::Idle},
        {"HF_HUB_ENABLE_HF_TRANSFER",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview",
                           "Deprecated, also in the official client."),
         Kind::Idle},
        {"HF_HUB_LOCAL_DIR_AUTO_SYMLINK_THRESHOLD",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview",
                           "Deprecated, also in the official client."),
         Kind::Idle},
        {"HF_OIDC_RESOURCE",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Sign-in of build machines."),
         Kind::Idle},
        {"HF_OIDC_ID_TOKEN",
         QT_TRANSLATE_NOOP("hubdesk::EnvironmentOverview", "Sign-in of build machines."),
         Kind::Secret},
    };
    return list;
}

QString shownValue(const Variable &variable, const QString &value)
{
    if (variable.kind == Kind::Secret)
        return Texts::tr("(not shown)");
    // A proxy may be written without scheme, where redact() sees no address; the list of hosts
    // without proxy has no logins.
    const qsizetype at = value.lastIndexOf(u'@');
    const QByteArray name = QByteArray(variable.name).toLower();
    if (name.endsWith("_proxy") && name != "no_proxy" && at >= 0)
        return redact(value.contains("://"_L1)
                          ? value.section(u"://"_s, 0, 0) + "://"_L1 + value.sliced(at + 1)
                          : value.sliced(at + 1));
    return redact(value);
}

//! Looks like a variable of Hugging Face's tools.
bool isOfTheHub(const QString &name)
{
    return name.startsWith("HF_"_L1) || name.startsWith("HUGGINGFACE_"_L1)
        || name.startsWith("HUGGING_FACE_"_L1);
}

//! The variable of the same topic that is looked at before \a variable and is set.
QString deciding(const Environment &environment, const Variable &variable)
{
    const bool isHome = QLatin1StringView(variable.name) == "HF_HOME"_L1;
    for (const Variable &other : variables()) {
        if (&other == &variable)
            break;
        // HF_HOME decides on more than the cache, but on that only where nothing else does.
        const bool sameTopic = variable.topic && other.topic
            && QLatin1StringView(variable.topic) == QLatin1StringView(other.topic);
        if (sameTopic && !isHome && !environment.value(QLatin1StringView(other.name)).isEmpty())
            return QLatin1StringView(other.name);
    }
    return {};
}

EnvironmentRow row(const Environment &environment, const Variable &variable)
{
    using Effect = EnvironmentRow::Effect;
    EnvironmentRow row;
    row.name = QLatin1StringView(variable.name);
    row.value = shownValue(variable, environment.value(row.name));
    row.meaning = Texts::tr(variable.meaning);
    row.setting = variable.setting;
    row.shadowedBy = deciding(environment, variable);
    if (!row.shadowedBy.isEmpty()) {
        row.effect = Effect::Shadowed;
    } else if (variable.kind == Kind::Idle) {
        row.effect = Effect::NoEffect;
    } else if (variable.setting) {
        // A switch that is off forces nothing.
        const bool isOff = *variable.setting == SettingKey::Offline && !environment.offline();
        const bool elsewhere = row.name == "HF_HOME"_L1
            && !environment.decidingVariable({u"HF_HUB_CACHE"_s, u"HUGGINGFACE_HUB_CACHE"_s})
                    .isEmpty();
        row.effect = isOff || elsewhere ? Effect::InForce : Effect::OverridesSetting;
    }
    return row;
}

} // namespace

std::vector<EnvironmentRow> environmentOverview(const Environment &environment)
{
    std::vector<EnvironmentRow> rows;
    QStringList known;
    for (const Variable &variable : variables()) {
        known.append(QLatin1StringView(variable.name));
        if (!environment.value(known.last()).isEmpty())
            rows.push_back(row(environment, variable));
    }
    QStringList names = environment.names();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        if (!isOfTheHub(name) || known.contains(name) || environment.value(name).isEmpty())
            continue;
        // Nobody knows what is in it: it may be a secret.
        rows.push_back({.name = name,
                        .value = Texts::tr("(not shown)"),
                        .meaning = {},
                        .effect = EnvironmentRow::Effect::Unknown,
                        .shadowedBy = {},
                        .setting = {}});
    }
    return rows;
}

QString effectText(const EnvironmentRow &row)
{
    switch (row.effect) {
    case EnvironmentRow::Effect::InForce:
        return Texts::tr("In force.");
    case EnvironmentRow::Effect::OverridesSetting:
        return Texts::tr("Decides instead of the setting \"%1\".").arg(settingLabel(*row.setting));
    case EnvironmentRow::Effect::Shadowed:
        return Texts::tr("Without effect: %1 decides.").arg(row.shadowedBy);
    case EnvironmentRow::Effect::NoEffect:
        return Texts::tr("Without effect here.");
    case EnvironmentRow::Effect::Unknown:
        return Texts::tr("Not known to Hubdesk.");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace hubdesk
