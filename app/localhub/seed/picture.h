// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace hubdesk::localhub {

struct Rgb
{
    quint8 r = 0;
    quint8 g = 0;
    quint8 b = 0;
};

//! A small drawing surface that becomes a PNG. Its data is stored, not compressed, so that the
//! bytes (and with them commit ids) do not depend on the compression library of the machine.
class Picture
{
public:
    Picture(int width, int height, Rgb background);

    void rectangle(int x, int y, int width, int height, Rgb colour);
    void disc(int cx, int cy, int radius, Rgb colour);
    //! Blends from the background colour at the top to `colour` at the bottom.
    void fade(Rgb colour);
    [[nodiscard]] QByteArray png() const;

    //! A bar chart, as model cards like to show their results.
    static Picture chart(const std::vector<int> &percent, Rgb colour);

private:
    void set(int x, int y, Rgb colour);

    int m_width;
    int m_height;
    std::vector<Rgb> m_pixels;
};

} // namespace hubdesk::localhub
