// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/account/configtext.h"

#include <QCoreApplication>
#include <QStringTokenizer>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr auto kDefaults = "DEFAULT"_L1;

struct ConfigTexts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::ConfigText)
};

//! Reads line by line, as Python does.
class Reader
{
public:
    Result<std::vector<ConfigSection>> read(const QString &text)
    {
        for (const QStringView line : QStringTokenizer(text, u'\n')) {
            ++m_number;
            if (auto done = take(line); !done)
                return std::unexpected(done.error());
        }
        for (ConfigSection &section : m_sections) {
            for (auto &[key, value] : section.values)
                value = trimmedEnd(value);
        }
        return withDefaults();
    }

private:
    static QString trimmedEnd(QString text)
    {
        while (!text.isEmpty() && text.back().isSpace())
            text.chop(1);
        return text;
    }

    [[nodiscard]] Result<void> refuse(const QString &detail) const
    {
        return failure(
            ErrorKind::Protocol,
            ConfigTexts::tr("Line %1 of the file is not what it should be.").arg(m_number), detail);
    }

    Result<void> take(QStringView line)
    {
        const QStringView content = line.trimmed();
        if (content.isEmpty() || content.startsWith(u'#') || content.startsWith(u';')) {
            if (content.isEmpty() && m_value)
                m_sections[m_current].values.back().second += u'\n';
            return {};
        }
        const auto first = std::ranges::find_if_not(line, [](QChar c) { return c.isSpace(); });
        const auto indent = std::distance(line.begin(), first);
        if (m_value && indent > m_indent) {
            m_sections[m_current].values.back().second += u'\n' + content.toString();
            return {};
        }
        m_indent = indent;
        m_value = false;
        const auto close = content.lastIndexOf(u']');
        if (content.startsWith(u'[') && close > 1)
            return begin(content.sliced(1, close - 1).toString());
        return addOption(content);
    }

    Result<void> begin(const QString &name)
    {
        if (std::ranges::contains(m_sections, name, &ConfigSection::name))
            return refuse(u"a section is there twice"_s);
        m_sections.push_back({name, {}});
        m_current = m_sections.size() - 1;
        m_inSection = true;
        return {};
    }

    Result<void> addOption(QStringView content)
    {
        const auto delimiter =
            std::ranges::find_if(content, [](QChar c) { return c == u'=' || c == u':'; });
        const auto length = std::distance(content.begin(), delimiter);
        const QString key = content.first(length).trimmed().toString().toLower();
        if (!m_inSection)
            return refuse(u"a value before the first section"_s);
        if (delimiter == content.end() || key.isEmpty())
            return refuse(u"no key and value"_s);
        ConfigSection &section = m_sections[m_current];
        if (std::ranges::contains(section.values, key, [](const auto &pair) { return pair.first; }))
            return refuse(u"a key is there twice"_s);
        section.values.emplace_back(key, content.sliced(length + 1).trimmed().toString());
        m_value = true;
        return {};
    }

    //! What DEFAULT says is inherited by all and is no section.
    std::vector<ConfigSection> withDefaults()
    {
        const auto defaults = std::ranges::find(m_sections, kDefaults, &ConfigSection::name);
        if (defaults == m_sections.end())
            return std::move(m_sections);
        const auto inherited = std::move(defaults->values);
        m_sections.erase(defaults);
        for (ConfigSection &section : m_sections) {
            for (const auto &[key, value] : inherited) {
                if (!std::ranges::contains(section.values, key,
                                           [](const auto &pair) { return pair.first; }))
                    section.values.emplace_back(key, value);
            }
        }
        return std::move(m_sections);
    }

    std::vector<ConfigSection> m_sections;
    size_t m_current = 0;
    bool m_inSection = false;
    bool m_value = false; // the last line belonged to a value, which an indented one continues
    qsizetype m_indent = 0;
    int m_number = 0;
};

} // namespace

QString ConfigSection::value(const QString &key) const
{
    const auto found = std::ranges::find(values, key, [](const auto &pair) { return pair.first; });
    return found == values.end() ? QString() : found->second;
}

void ConfigSection::setValue(const QString &key, const QString &value)
{
    const auto found = std::ranges::find(values, key, [](const auto &pair) { return pair.first; });
    if (found != values.end())
        found->second = value;
    else
        values.emplace_back(key, value);
}

Result<std::vector<ConfigSection>> parseConfig(const QString &text)
{
    return Reader().read(text);
}

QString configText(std::vector<ConfigSection> sections)
{
    // Python compares code points, QString UTF-16 units: UTF-8 has the order of the code points.
    std::ranges::sort(sections, {},
                      [](const ConfigSection &section) { return section.name.toUtf8(); });
    QString text;
    for (const ConfigSection &section : sections) {
        text += u'[' + section.name + "]\n"_L1;
        for (auto [key, value] : section.values)
            text += key + " = "_L1 + value.replace(u'\n', u"\n\t"_s) + u'\n';
        text += u'\n';
    }
    return text;
}

} // namespace hubdesk
