// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/request.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hubdesk {

Query &Query::add(const QString &key, const QString &value)
{
    if (!m_text.isEmpty())
        m_text += '&';
    m_text += quoteAll(key) + '=' + quoteAll(value);
    return *this;
}

Query &Query::add(const QString &key, bool value)
{
    return add(key, value ? u"true"_s : u"false"_s);
}

Query &Query::add(const QString &key, qint64 value)
{
    return add(key, QString::number(value));
}

Query &Query::addIfSet(const QString &key, const QString &value)
{
    return value.isEmpty() ? *this : add(key, value);
}

Query &Query::addAll(const QString &key, const QStringList &values)
{
    for (const QString &value : values)
        add(key, value);
    return *this;
}

QString ReplyData::header(QAnyStringView name) const
{
    return QString::fromUtf8(headers.value(name));
}

Result<QJsonDocument> parseJson(const ReplyData &reply)
{
    QJsonParseError problem;
    QJsonDocument document = QJsonDocument::fromJson(reply.body, &problem);
    if (problem.error != QJsonParseError::NoError)
        return failure(ErrorKind::Protocol,
                       QCoreApplication::translate(
                           "hubdesk", "The Hub sent an answer that Hubdesk cannot read."),
                       problem.errorString());
    return document;
}

QUrl urlBelow(const QUrl &base, const QByteArray &path, const QByteArray &query)
{
    QByteArray text = base.toEncoded();
    while (text.endsWith('/'))
        text.chop(1);
    text += path;
    if (!query.isEmpty())
        text += '?' + query;
    return QUrl::fromEncoded(text, QUrl::StrictMode);
}

QByteArray quoteAll(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

QByteArray quotePath(const QString &path)
{
    return QUrl::toPercentEncoding(path, "/");
}

} // namespace hubdesk
