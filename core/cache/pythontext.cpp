// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/pythontext.h"

#include <QStringDecoder>

#include <algorithm>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

//! Python's str.isprintable() for one code point.
bool isPrintable(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    case QChar::Separator_Space:
        return c == U' ';
    default:
        return true;
    }
}

QString escaped(char32_t c)
{
    switch (c) {
    case U'\n':
        return u"\\n"_s;
    case U'\r':
        return u"\\r"_s;
    case U'\t':
        return u"\\t"_s;
    default:
        break;
    }
    const auto hex = [c](int width) { return u"%1"_s.arg(uint(c), width, 16, QLatin1Char('0')); };
    if (c <= 0xff)
        return u"\\x"_s + hex(2);
    if (c <= 0xffff)
        return u"\\u"_s + hex(4);
    return u"\\U"_s + hex(8);
}

} // namespace

std::optional<QString> pythonTextRead(const QByteArray &bytes)
{
    // Stateless, or the end of a cut-off character would be waited for instead of refused.
    QStringDecoder decoder(QStringConverter::Utf8,
                           QStringConverter::Flag::Stateless
                               | QStringConverter::Flag::ConvertInitialBom);
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return std::nullopt;
    text.replace("\r\n"_L1, "\n"_L1);
    text.replace(u'\r', u'\n');
    return text;
}

QString pythonRepr(const QString &text)
{
    const QChar quote = text.contains(u'\'') && !text.contains(u'"') ? u'"' : u'\'';
    QString repr(quote);
    for (const uint unit : text.toUcs4()) {
        const char32_t c = unit;
        if (c == U'\\' || c == char32_t(quote.unicode()))
            repr += u'\\';
        if (isPrintable(c))
            repr += QString::fromUcs4(&c, 1);
        else
            repr += escaped(c);
    }
    return repr + quote;
}

QString pythonRepr(const std::map<QString, QStringList> &sets)
{
    QStringList entries;
    for (const auto &[key, values] : sets) {
        QStringList sorted = values;
        std::ranges::sort(sorted, lessByCodePoint);
        for (QString &value : sorted)
            value = pythonRepr(value);
        entries.append(pythonRepr(key) + u": {"_s + sorted.join(", "_L1) + u'}');
    }
    return u'{' + entries.join(", "_L1) + u'}';
}

bool lessByCodePoint(QStringView left, QStringView right)
{
    const auto at = std::ranges::mismatch(left, right);
    if (at.in1 == left.end() || at.in2 == right.end())
        return at.in2 != right.end();
    // Surrogates stand for code points above all others.
    const bool leftHigh = at.in1->isSurrogate();
    const bool rightHigh = at.in2->isSurrogate();
    return leftHigh != rightHigh ? rightHigh : *at.in1 < *at.in2;
}

qsizetype codePointCount(QStringView text)
{
    return text.size()
        - std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLowSurrogate(); });
}

} // namespace hubdesk
