// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settingsfile.h"

#include "core/log/redaction.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kVersion = 1;
constexpr qsizetype kMostBytes = 1'000'000; // a file with settings has some thousand

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::SettingsFile)
};

//! Without a login; everything else to the letter. Nothing: more of it grants access.
std::optional<QString> withoutSecrets(QString text)
{
    static const QRegularExpression userInfo(uR"(://[^/\s@|]*@)"_s);
    text.replace(userInfo, u"://"_s);
    return hasSecret(text) ? std::nullopt : std::optional(text);
}

} // namespace

QByteArray exportedSettings(const Settings &settings)
{
    QJsonObject values;
    for (const SettingKey key : Settings::keys()) {
        const QVariant value = settings.value(key);
        if (value.metaType().id() != QMetaType::QString)
            values.insert(Settings::name(key), QJsonValue::fromVariant(value));
        else if (const auto text = withoutSecrets(value.toString()))
            values.insert(Settings::name(key), *text);
    }
    return QJsonDocument(QJsonObject{{"hubdesk-settings"_L1, kVersion}, {"settings"_L1, values}})
        .toJson();
}

std::expected<SettingsImport, QString> importedSettings(const QByteArray &data,
                                                        const Settings &settings)
{
    const QJsonObject file =
        data.size() > kMostBytes ? QJsonObject() : QJsonDocument::fromJson(data).object();
    const int version = file.value("hubdesk-settings"_L1).toInt();
    if (version < 1 || !file.value("settings"_L1).isObject())
        return std::unexpected(Texts::tr("This is no file with settings of Hubdesk."));
    if (version > kVersion)
        return std::unexpected(Texts::tr("This file comes from a newer version of Hubdesk."));
    SettingsImport result;
    QJsonObject values = file.value("settings"_L1).toObject();
    for (const SettingKey key : Settings::keys()) {
        const QString name = Settings::name(key);
        if (!values.contains(name))
            continue;
        const QVariant given = values.take(name).toVariant();
        const QVariant before = settings.value(key);
        const bool isNumber = before.metaType().id() == QMetaType::Int;
        // A conversion of Qt's makes a number of a text and a truth of a number.
        const bool sameKind = isNumber
            ? given.canConvert<double>() && given.metaType().id() != QMetaType::QString
                && given.metaType().id() != QMetaType::Bool
            : given.metaType() == before.metaType();
        const QVariant after = sameKind ? Settings::accepted(key, given) : QVariant();
        if (!after.isValid()
            || (after.metaType().id() == QMetaType::QString
                && withoutSecrets(after.toString()) != std::optional(after.toString())))
            result.refused.append(name);
        else if (after != before)
            result.changes.push_back({key, before, after});
    }
    result.unknown = values.keys();
    return result;
}

} // namespace hubdesk
