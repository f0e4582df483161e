// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>
#include <vector>

class QPixmap;
class QWidget;

namespace hubdesk {

class Theme;

//! One step of a tour: do something, wait until it shows, take a picture in light and dark.
struct TourStep
{
    QString name; //!< For messages.
    std::function<bool()>
        act; //!< Tried again until it returns true: what it needs may not be there yet.
    std::function<bool()> done;
    QString picture; //!< "01-search"; empty: none.
};

//! Runs steps one after the other by a timer, never blocking the window. GUI thread.
class TourScript final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TourScript)

public:
    TourScript(QWidget *window, Theme *theme, QString folder, QObject *parent = nullptr);

    void add(TourStep step) { m_steps.push_back(std::move(step)); }
    void start();

Q_SIGNALS:
    //! A picture has been written.
    void pictureTaken(const QString &path);
    //! \a problem is empty when every step worked.
    void finished(const QString &problem);

private:
    void tick();
    void nextStep();
    void stop(const QString &problem);
    [[nodiscard]] QPixmap picture() const;
    bool takePicture(const TourStep &step, const QString &scheme);

    enum class Phase { Acting, Waiting, Settling, Dark };

    QWidget *m_window;
    Theme *m_theme;
    QString m_folder;
    std::vector<TourStep> m_steps;
    size_t m_index = 0;
    Phase m_phase = Phase::Acting;
    int m_ticks = 0;
    QTimer m_timer;
};

} // namespace hubdesk
