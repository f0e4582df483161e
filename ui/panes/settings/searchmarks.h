// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

namespace hubdesk {

class Theme;

//! Frames around what a search found. Lies over a page without taking part in anything.
class SearchMarks final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchMarks)

public:
    SearchMarks(const Theme *theme, QWidget *page);

    void mark(const QList<QWidget *> &controls);
    [[nodiscard]] QList<QWidget *> marked() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme *m_theme;
    QList<QPointer<QWidget>> m_controls;
};

} // namespace hubdesk
