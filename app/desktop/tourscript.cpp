// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/tourscript.h"

#include "ui/theme/theme.h"

#include <QDialog>
#include <QDir>
#include <QPainter>
#include <QPixmap>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr std::chrono::milliseconds kTick{50};
constexpr int kPatience = 20 * 60; // ticks: a minute a phase
constexpr int kSettle = 8; // ticks for scroll bars, banners and elided texts

} // namespace

TourScript::TourScript(QWidget *window, Theme *theme, QString folder, QObject *parent)
    : QObject(parent),
      m_window(window),
      m_theme(theme),
      m_folder(std::move(folder))
{
    m_timer.setInterval(kTick);
    connect(&m_timer, &QTimer::timeout, this, &TourScript::tick);
}

void TourScript::start()
{
    if (!QDir().mkpath(m_folder)) {
        stop(tr("The folder %1 cannot be made.").arg(m_folder));
        return;
    }
    m_theme->setAppearance(Appearance::Light);
    m_timer.start();
}

void TourScript::tick()
{
    if (m_index >= m_steps.size()) {
        stop({});
        return;
    }
    const TourStep &step = m_steps.at(m_index);
    if (++m_ticks > kPatience) {
        stop(tr("The step “%1” does not come to an end.").arg(step.name));
        return;
    }
    switch (m_phase) {
    case Phase::Acting:
        if (!step.act || step.act()) {
            m_phase = Phase::Waiting;
            m_ticks = 0;
        }
        break;
    case Phase::Waiting:
        if (!step.done || step.done()) {
            m_phase = Phase::Settling;
            m_ticks = 0;
        }
        break;
    case Phase::Settling:
        if (m_ticks < kSettle)
            break;
        if (step.picture.isEmpty()) {
            nextStep();
            break;
        }
        if (!takePicture(step, u"light"_s))
            break;
        m_theme->setAppearance(Appearance::Dark);
        m_phase = Phase::Dark;
        m_ticks = 0;
        break;
    case Phase::Dark:
        if (m_ticks < kSettle)
            break;
        if (takePicture(step, u"dark"_s))
            nextStep();
        break;
    }
}

void TourScript::nextStep()
{
    m_theme->setAppearance(Appearance::Light);
    ++m_index;
    m_phase = Phase::Acting;
    m_ticks = 0;
}

bool TourScript::takePicture(const TourStep &step, const QString &scheme)
{
    const QString path = QDir(m_folder).absoluteFilePath(step.picture + u'-' + scheme + ".png"_L1);
    if (!picture().save(path, "PNG")) {
        stop(tr("The picture %1 cannot be written.").arg(path));
        return false;
    }
    Q_EMIT
    pictureTaken(path);
    return true;
}

//! The window with the dialog that is open over it, as one sees it on a screen.
QPixmap TourScript::picture() const
{
    QPixmap window = m_window->grab();
    const auto dialogs = m_window->findChildren<QDialog *>();
    for (QDialog *dialog : dialogs) {
        if (!dialog->isVisible())
            continue;
        QPainter painter(&window);
        const QPixmap front = dialog->grab();
        QRect place(QPoint(), dialog->size());
        place.moveCenter(m_window->rect().center());
        painter.drawPixmap(place, front);
        painter.setPen(m_theme->color(Token::FieldBorder));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
    return window;
}

void TourScript::stop(const QString &problem)
{
    m_timer.stop();
    Q_EMIT
    finished(problem);
}

} // namespace hubdesk
