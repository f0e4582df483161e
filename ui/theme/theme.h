// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QObject>
#include <QPalette>

class QApplication;

namespace hubdesk {

//! Names of all colours. No widget has a literal colour; the values are in theme.cpp only.
enum class Token {
    Window, //!< behind everything
    Surface, //!< lists, cards, fields
    Raised, //!< menus, toasts, tooltips
    Hover, //!< row or button under the pointer
    Track, //!< the empty part of a bar, skeleton rows
    Border,
    Divider,
    FieldBorder, //!< edge of something that can be edited or pressed
    Text,
    TextSecondary,
    TextDisabled,
    Accent,
    OnAccent, //!< text on Accent
    AccentSoft, //!< selection
    Good,
    Warn,
    Bad,
    OnBad, //!< text on Bad, in destructive confirmations
    Info,
    Model,
    Dataset,
    Space,
    Paper,
    Collection,
};
inline constexpr int kTokenCount = static_cast<int>(Token::Collection) + 1;

//! What the user chose.
enum class Appearance { System, Light, Dark, HighContrast };
//! "system", "light", "dark", "contrast"; unknown names are System.
[[nodiscard]] Appearance appearanceFromName(const QString &name);
[[nodiscard]] QString appearanceName(Appearance appearance);

//! One of the colour tables.
enum class Scheme { Light, Dark, ContrastLight, ContrastDark };

enum class FontRole {
    Body,
    Secondary, //!< 0.92x, goes with Token::TextSecondary
    Section, //!< 1.1x semibold
    Title, //!< 1.4x semibold
    Strong, //!< body size, semibold: first line of a row
    Mono, //!< ids, paths, commits
    Figures, //!< body with tabular figures: columns of numbers
};

//! Colours, fonts and palette of the program. One instance, handed down in UiContext.
//! Widgets that paint read color() each time and repaint on changed(); widgets made of Qt's own
//! parts follow the application palette by themselves.
class Theme : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    //! Sets style and palette of \a application now and whenever the scheme changes.
    void install(QApplication &application);

    [[nodiscard]] Appearance appearance() const { return m_appearance; }
    void setAppearance(Appearance appearance);
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] bool isDark() const;

    [[nodiscard]] QColor color(Token token) const;
    [[nodiscard]] static QColor color(Token token, Scheme scheme);
    //! Token as "#rrggbb", for rich text and SVG.
    [[nodiscard]] QString html(Token token) const { return color(token).name(); }
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QFont font(FontRole role) const;
    //! \a role derived from a given font, for delegates and tests.
    [[nodiscard]] static QFont derived(const QFont &base, FontRole role);

    //! WCAG contrast of two opaque colours, 1 to 21.
    [[nodiscard]] static double contrast(const QColor &one, const QColor &other);

Q_SIGNALS:
    void changed();

private:
    void update();
    [[nodiscard]] Scheme wantedScheme() const;

    mutable QFont m_base; //!< what m_fonts is derived from
    mutable QHash<FontRole, QFont> m_fonts;
    Appearance m_appearance = Appearance::System;
    Scheme m_scheme = Scheme::Light;
    QApplication *m_application = nullptr;
};

} // namespace hubdesk
