// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPointer>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

QString resourcePath(const QString &name)
{
    return u":/hubdesk/icons/"_s + name + u".svg"_s;
}

QPixmap rendered(const QString &name, int size, qreal ratio, const QColor &color)
{
    QFile file(resourcePath(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    const int pixels = qRound(size * ratio);
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

// Tints when it paints, so an icon that was set once is right after a change of the theme.
class TintedEngine final : public QIconEngine
{
public:
    TintedEngine(QString name, Token token, const Theme *theme)
        : m_name(std::move(name)),
          m_token(token),
          m_theme(theme)
    { }

    QIconEngine *clone() const override { return new TintedEngine(m_name, m_token, m_theme); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        const int side = std::min(rect.width(), rect.height());
        const QPixmap picture = scaledPixmap(QSize(side, side), mode, state, ratio);
        painter->drawPixmap(rect.x() + (rect.width() - side) / 2,
                            rect.y() + (rect.height() - side) / 2, picture);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        if (!m_theme)
            return {};
        const QColor color =
            m_theme->color(mode == QIcon::Disabled ? Token::TextDisabled : m_token);
        // Since Qt 6.8 the size is in device-independent pixels.
        const int side = std::min(size.width(), size.height());
        const QString key = u"%1/%2/%3"_s.arg(color.name()).arg(side).arg(scale);
        auto found = m_cache.constFind(key);
        if (found == m_cache.constEnd())
            found = m_cache.insert(key, rendered(m_name, side, scale, color));
        return *found;
    }

    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override
    {
        return {QSize(16, 16), QSize(20, 20), QSize(40, 40)};
    }
    bool isNull() override { return false; }
    QString key() const override { return u"hubdesk-tinted"_s; }
    QString iconName() override { return m_name; }

private:
    QString m_name;
    Token m_token;
    QPointer<const Theme> m_theme;
    QHash<QString, QPixmap> m_cache;
};

} // namespace

Icons::Icons(const Theme *theme)
    : m_theme(theme)
{ }

QIcon Icons::icon(const QString &name, Token token) const
{
    if (!exists(name))
        return {};
    return QIcon(new TintedEngine(name, token, m_theme)); // QIcon owns its engine
}

QPixmap Icons::pixmap(const QString &name, int size, qreal devicePixelRatio, Token token) const
{
    const QString key = u"%1/%2"_s.arg(static_cast<int>(token)).arg(name);
    auto found = m_painted.constFind(key);
    if (found == m_painted.constEnd())
        found = m_painted.insert(key, icon(name, token));
    return found->pixmap(QSize(size, size), devicePixelRatio);
}

bool Icons::exists(const QString &name)
{
    return !name.isEmpty() && QFile::exists(resourcePath(name));
}

} // namespace hubdesk
