// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/api/frontmatter.h"

#include <QJsonArray>

#include <exception>
#include <optional>

#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

QJsonValue scalarValue(const YAML::Node &node)
{
    const QString text = QString::fromStdString(node.Scalar());
    if (node.Tag() == "!")
        return text; // quoted
    bool ok = false;
    if (const qint64 whole = text.toLongLong(&ok); ok)
        return whole;
    if (const double number = text.toDouble(&ok); ok)
        return number;
    const QString lower = text.toLower();
    if (lower == "true"_L1 || lower == "false"_L1)
        return lower == "true"_L1;
    if (lower == "null"_L1 || lower == "~"_L1 || text.isEmpty())
        return {};
    return text;
}

QJsonValue toJson(const YAML::Node &node)
{
    switch (node.Type()) {
    case YAML::NodeType::Scalar:
        return scalarValue(node);
    case YAML::NodeType::Sequence: {
        QJsonArray array;
        for (const YAML::Node &item : node)
            array.append(toJson(item));
        return array;
    }
    case YAML::NodeType::Map: {
        QJsonObject object;
        for (const auto &item : node)
            object.insert(QString::fromStdString(item.first.Scalar()), toJson(item.second));
        return object;
    }
    case YAML::NodeType::Null:
    case YAML::NodeType::Undefined:
        break;
    }
    return {};
}

std::optional<QByteArray> block(const QByteArray &readme)
{
    const QByteArray text = readme.trimmed();
    if (!text.startsWith("---\n") && !text.startsWith("---\r\n"))
        return {};
    const qsizetype begin = text.indexOf('\n') + 1;
    const qsizetype end = text.indexOf("\n---", begin - 1);
    if (end < 0)
        return {};
    return text.sliced(begin, std::max<qsizetype>(end - begin, 0));
}

} // namespace

FrontMatter FrontMatter::parse(const QByteArray &readme)
{
    FrontMatter matter;
    const auto yaml = block(readme);
    if (!yaml)
        return matter;
    matter.present = true;
    try {
        const YAML::Node root = YAML::Load(yaml->toStdString());
        if (root.IsMap())
            matter.data = toJson(root).toObject();
        else if (!root.IsNull())
            matter.error = u"YAML Metadata Error: the metadata must be a mapping"_s;
    } catch (const std::exception &exception) {
        matter.error = u"YAML Metadata Error: %1"_s.arg(QString::fromUtf8(exception.what()));
    }
    return matter;
}

} // namespace hubdesk::localhub
