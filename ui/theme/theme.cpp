// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/hubdeskstyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyleHints>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](float value) {
        const auto c = static_cast<double>(value);
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

void setRole(QPalette &palette, QPalette::ColorRole role, const QColor &color,
             const QColor &disabled)
{
    palette.setColor(QPalette::Active, role, color);
    palette.setColor(QPalette::Inactive, role, color);
    palette.setColor(QPalette::Disabled, role, disabled);
}

} // namespace

Appearance appearanceFromName(const QString &name)
{
    if (name == "light"_L1)
        return Appearance::Light;
    if (name == "dark"_L1)
        return Appearance::Dark;
    if (name == "contrast"_L1)
        return Appearance::HighContrast;
    return Appearance::System;
}

QString appearanceName(Appearance appearance)
{
    switch (appearance) {
    case Appearance::System:
        return u"system"_s;
    case Appearance::Light:
        return u"light"_s;
    case Appearance::Dark:
        return u"dark"_s;
    case Appearance::HighContrast:
        return u"contrast"_s;
    }
    return {};
}

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    m_scheme = wantedScheme();
    if (auto *hints = QGuiApplication::styleHints())
        connect(hints, &QStyleHints::colorSchemeChanged, this, &Theme::update);
}

Theme::~Theme() = default;

void Theme::install(QApplication &application)
{
    m_application = &application;
    QApplication::setStyle(new HubdeskStyle(this)); // the application owns its style
    QApplication::setPalette(palette());
    QToolTip::setPalette(palette());
}

void Theme::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    update();
}

bool Theme::isDark() const
{
    return m_scheme == Scheme::Dark || m_scheme == Scheme::ContrastDark;
}

void Theme::update()
{
    const Scheme scheme = wantedScheme();
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    if (m_application) {
        QApplication::setPalette(palette());
        QToolTip::setPalette(palette());
    }
    Q_EMIT
    changed();
}

Scheme Theme::wantedScheme() const
{
    const auto *hints = QGuiApplication::styleHints();
    const bool systemDark = hints && hints->colorScheme() == Qt::ColorScheme::Dark;
    switch (m_appearance) {
    case Appearance::Light:
        return Scheme::Light;
    case Appearance::Dark:
        return Scheme::Dark;
    case Appearance::HighContrast:
        return systemDark ? Scheme::ContrastDark : Scheme::ContrastLight;
    case Appearance::System:
        break;
    }
    return systemDark ? Scheme::Dark : Scheme::Light;
}

QColor Theme::color(Token token) const
{
    return color(token, m_scheme);
}

QPalette Theme::palette() const
{
    const QColor text = color(Token::Text);
    const QColor disabled = color(Token::TextDisabled);
    const QColor window = color(Token::Window);
    const QColor surface = color(Token::Surface);
    QPalette palette;
    setRole(palette, QPalette::Window, window, window);
    setRole(palette, QPalette::WindowText, text, disabled);
    setRole(palette, QPalette::Base, surface, window);
    setRole(palette, QPalette::AlternateBase, color(Token::Hover), window);
    setRole(palette, QPalette::Text, text, disabled);
    setRole(palette, QPalette::PlaceholderText, color(Token::TextSecondary), disabled);
    setRole(palette, QPalette::Button, surface, window);
    setRole(palette, QPalette::ButtonText, text, disabled);
    setRole(palette, QPalette::BrightText, color(Token::OnAccent), disabled);
    setRole(palette, QPalette::Highlight, color(Token::AccentSoft), color(Token::Divider));
    setRole(palette, QPalette::HighlightedText, text, disabled);
    setRole(palette, QPalette::Accent, color(Token::Accent), disabled);
    setRole(palette, QPalette::Link, color(Token::Info), disabled);
    setRole(palette, QPalette::LinkVisited, color(Token::Info), disabled);
    setRole(palette, QPalette::ToolTipBase, color(Token::Raised), color(Token::Raised));
    setRole(palette, QPalette::ToolTipText, text, text);
    setRole(palette, QPalette::Light, color(Token::Raised), surface);
    setRole(palette, QPalette::Midlight, color(Token::Divider), window);
    setRole(palette, QPalette::Mid, color(Token::Border), color(Token::Border));
    setRole(palette, QPalette::Dark, color(Token::FieldBorder), color(Token::Border));
    setRole(palette, QPalette::Shadow, color(Token::Border), color(Token::Border));
    return palette;
}

QFont Theme::font(FontRole role) const
{
    // Asked for with every text of every row that is painted.
    const QFont base = QApplication::font();
    if (base != m_base) {
        m_base = base;
        m_fonts.clear();
    }
    auto found = m_fonts.constFind(role);
    if (found == m_fonts.constEnd())
        found = m_fonts.insert(role, derived(base, role));
    return *found;
}

QFont Theme::derived(const QFont &base, FontRole role)
{
    QFont font = base;
    const auto scale = [&font, &base](double factor) {
        if (base.pixelSize() > 0)
            font.setPixelSize(static_cast<int>(std::lround(base.pixelSize() * factor)));
        else
            font.setPointSizeF(base.pointSizeF() * factor);
    };
    switch (role) {
    case FontRole::Body:
        break;
    case FontRole::Secondary:
        scale(0.92);
        font.setFeature(QFont::Tag("tnum"), 1);
        break;
    case FontRole::Section:
        scale(1.1);
        font.setWeight(QFont::DemiBold);
        break;
    case FontRole::Title:
        scale(1.4);
        font.setWeight(QFont::DemiBold);
        break;
    case FontRole::Strong:
        font.setWeight(QFont::DemiBold);
        break;
    case FontRole::Mono: {
        const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setFamilies(fixed.families());
        font.setFixedPitch(true);
        scale(0.96);
        break;
    }
    case FontRole::Figures:
        font.setFeature(QFont::Tag("tnum"), 1);
        break;
    }
    return font;
}

double Theme::contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace hubdesk
