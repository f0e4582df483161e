// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <array>

namespace hubdesk {

namespace {

struct Row
{
    Token token;
    QRgb light;
    QRgb dark;
    QRgb contrastLight;
    QRgb contrastDark;
};

// The only literal colours of the program, in the order of the enum.
constexpr std::array<Row, kTokenCount> kRows{{
    {Token::Window, 0xFFF6F5F3, 0xFF1B1B1D, 0xFFFFFFFF, 0xFF000000},
    {Token::Surface, 0xFFFFFFFF, 0xFF232326, 0xFFFFFFFF, 0xFF000000},
    {Token::Raised, 0xFFFFFFFF, 0xFF2C2C30, 0xFFFFFFFF, 0xFF0E0E10},
    {Token::Hover, 0xFFF3F1ED, 0xFF2A2A2E, 0xFFEDEDED, 0xFF242428},
    {Token::Track, 0xFFE6E3DD, 0xFF3A3A40, 0xFFD0D0D0, 0xFF3C3C42},
    {Token::Border, 0xFFDCDAD5, 0xFF3A3A40, 0xFF000000, 0xFFFFFFFF},
    {Token::Divider, 0xFFECEAE6, 0xFF303035, 0xFF5A5A5A, 0xFFB0B0B0},
    {Token::FieldBorder, 0xFF86827A, 0xFF76767E, 0xFF000000, 0xFFFFFFFF},
    {Token::Text, 0xFF1D1C1A, 0xFFECEBE8, 0xFF000000, 0xFFFFFFFF},
    {Token::TextSecondary, 0xFF66635C, 0xFFA8A6A0, 0xFF2E2D2A, 0xFFE4E3DF},
    {Token::TextDisabled, 0xFFA5A29B, 0xFF66656A, 0xFF6A6A6A, 0xFF9A9A9E},
    {Token::Accent, 0xFF9A5B00, 0xFFF2B13C, 0xFF6B3F00, 0xFFFFCF6B},
    {Token::OnAccent, 0xFFFFFFFF, 0xFF231800, 0xFFFFFFFF, 0xFF000000},
    {Token::AccentSoft, 0xFFFFF1D6, 0xFF3B2E14, 0xFFFFE3AD, 0xFF4A3A18},
    {Token::Good, 0xFF1E7B45, 0xFF58C384, 0xFF0C5029, 0xFF86E5AC},
    {Token::Warn, 0xFF8F5F00, 0xFFE0A83A, 0xFF634100, 0xFFFFCF6B},
    {Token::Bad, 0xFFB3261E, 0xFFF2857C, 0xFF8A0F08, 0xFFFFB1AB},
    {Token::OnBad, 0xFFFFFFFF, 0xFF2A0A07, 0xFFFFFFFF, 0xFF000000},
    {Token::Info, 0xFF1F62B5, 0xFF79B0F2, 0xFF0B3F80, 0xFFA9CFFF},
    {Token::Model, 0xFF9A5B00, 0xFFF2B13C, 0xFF6B3F00, 0xFFFFCF6B},
    {Token::Dataset, 0xFF1E7B45, 0xFF58C384, 0xFF0C5029, 0xFF86E5AC},
    {Token::Space, 0xFF3F51B5, 0xFF9AA8F5, 0xFF26348A, 0xFFBFC8FF},
    {Token::Paper, 0xFF5B6470, 0xFFA9B3BF, 0xFF39404A, 0xFFD0D7DF},
    {Token::Collection, 0xFF7B3FA0, 0xFFC79BE6, 0xFF572478, 0xFFE2C4F7},
}};

constexpr bool inOrder()
{
    for (int i = 0; i < kTokenCount; ++i) {
        if (kRows.at(static_cast<size_t>(i)).token != static_cast<Token>(i))
            return false;
    }
    return true;
}
static_assert(inOrder());

} // namespace

QColor Theme::color(Token token, Scheme scheme)
{
    const Row &row = kRows.at(static_cast<size_t>(token));
    switch (scheme) {
    case Scheme::Light:
        return QColor::fromRgb(row.light);
    case Scheme::Dark:
        return QColor::fromRgb(row.dark);
    case Scheme::ContrastLight:
        return QColor::fromRgb(row.contrastLight);
    case Scheme::ContrastDark:
        return QColor::fromRgb(row.contrastDark);
    }
    return QColor::fromRgb(row.light);
}

} // namespace hubdesk
