// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QPushButton;

namespace hubdesk {

//! A row of filters of which exactly one is on, with the number of what each would show. Arrow keys
//! move. Object names: "chip" + id.
class FilterChips final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterChips)

public:
    //! \a name: what the row filters, for screen readers.
    explicit FilterChips(const QString &name, QWidget *parent = nullptr);

    void addChip(int id, const QString &text);
    //! Negative: no number.
    void setCount(int id, int count);
    [[nodiscard]] int current() const;
    //! Does not emit currentChanged().
    void setCurrent(int id);
    //! Puts \a widget at the right end.
    void addTrailing(QWidget *widget);

Q_SIGNALS:
    void currentChanged(int id);

private:
    QButtonGroup *m_group;
    QHBoxLayout *m_row;
    QHash<int, QString> m_texts;
};

} // namespace hubdesk
