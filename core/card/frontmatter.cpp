// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/card/frontmatter.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qsizetype kMaxBytes = 1'000'000;
constexpr int kMaxNodes = 20'000;
constexpr int kMaxDepth = 32;

QString tooLarge()
{
    return QCoreApplication::translate("hubdesk::Card", "The header of the card is too large.");
}

//! Walks a YAML tree with a budget: shared nodes of aliases are counted each time they are met.
class Converter
{
public:
    [[nodiscard]] bool exhausted() const { return m_exhausted; }

    QJsonValue convert(const YAML::Node &node, int depth)
    {
        if (++m_nodes > kMaxNodes || depth > kMaxDepth)
            m_exhausted = true;
        if (m_exhausted)
            return QJsonValue::Null;
        if (node.IsScalar())
            return QString::fromStdString(node.Scalar());
        if (node.IsSequence()) {
            QJsonArray array;
            for (const auto &item : node) {
                array.append(convert(item, depth + 1));
                if (m_exhausted)
                    break;
            }
            return array;
        }
        if (node.IsMap())
            return convertMap(node, depth);
        return QJsonValue::Null;
    }

    QJsonObject convertMap(const YAML::Node &node, int depth)
    {
        QJsonObject object;
        for (const auto &entry : node) {
            const QJsonValue value = convert(entry.second, depth + 1);
            if (m_exhausted)
                break;
            if (entry.first.IsScalar())
                object.insert(QString::fromStdString(entry.first.Scalar()), value);
        }
        return object;
    }

private:
    int m_nodes = 0;
    bool m_exhausted = false;
};

} // namespace

CardSource splitFrontMatter(const QString &text)
{
    qsizetype start = text.startsWith(u'\ufeff') ? 1 : 0;
    while (start < text.size() && text.at(start).isSpace())
        ++start;
    const auto isFence = [&text](qsizetype from, qsizetype to) {
        return QStringView(text).sliced(from, to - from).trimmed() == "---"_L1;
    };
    const auto lineEnd = [&text](qsizetype from) {
        const qsizetype end = text.indexOf(u'\n', from);
        return end < 0 ? text.size() : end;
    };

    qsizetype end = lineEnd(start);
    if (!QStringView(text).sliced(start).startsWith("---"_L1) || !isFence(start, end))
        return {{}, text};
    const qsizetype header = qMin(end + 1, text.size());
    for (qsizetype line = header; line < text.size(); line = end + 1) {
        end = lineEnd(line);
        // An indented `---` belongs to a YAML block text.
        if (text.at(line) == u'-' && isFence(line, end))
            return {text.sliced(header, line - header), text.sliced(qMin(end + 1, text.size()))};
    }
    return {{}, text};
}

Result<QJsonObject> parseFrontMatter(const QString &yaml)
{
    const QByteArray bytes = yaml.toUtf8();
    if (bytes.size() > kMaxBytes)
        return failure(ErrorKind::Invalid, tooLarge());
    try {
        const YAML::Node root = YAML::Load(bytes.toStdString());
        if (root.IsNull() || !root.IsDefined())
            return QJsonObject();
        if (!root.IsMap()) {
            return failure(ErrorKind::Invalid,
                           QCoreApplication::translate(
                               "hubdesk::Card", "The header of the card is not a list of fields."));
        }
        Converter converter;
        QJsonObject object = converter.convertMap(root, 0);
        if (converter.exhausted())
            return failure(ErrorKind::Invalid, tooLarge());
        return object;
    } catch (const YAML::Exception &error) {
        //: %1 is a line number
        const QString text = QCoreApplication::translate(
            "hubdesk::Card", "The header of the card cannot be read (line %1).");
        // Marks count from 0 and from the line below the `---`.
        return failure(ErrorKind::Invalid, text.arg(error.mark.line + 2),
                       QString::fromStdString(error.msg));
    } catch (const std::exception &error) {
        return failure(
            ErrorKind::Invalid,
            QCoreApplication::translate("hubdesk::Card", "The header of the card cannot be read."),
            QString::fromLocal8Bit(error.what()));
    }
}

} // namespace hubdesk
