// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowactions.h"

#include "core/settings/settings.h"
#include "ui/shell/pane.h"
#include "ui/shell/paneregistry.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace hubdesk {

WindowActions::WindowActions(const UiContext &context, const PaneRegistry &panes,
                             QMainWindow *window)
    : QObject(window),
      m_context(context),
      m_window(window)
{
    buildFileAndEdit();
    buildView(panes);
    m_paneMenu = window->menuBar()->addMenu(QString());
    m_paneMenu->menuAction()->setVisible(false);
    buildHelp();
}

QAction *WindowActions::add(QMenu *menu, const QString &name, const QString &text,
                            const QString &icon, const QKeySequence &keys,
                            void (WindowActions::*signal)())
{
    auto *action = new QAction(text, m_window);
    action->setObjectName(name);
    if (!icon.isEmpty())
        action->setIcon(m_context.icons->icon(icon));
    action->setShortcut(keys);
    menu->addAction(action);
    m_window->addAction(action);
    m_actions.append(action);
    connect(action, &QAction::triggered, this, [this, signal] {
        Q_EMIT(this->*signal)
        ();
    });
    return action;
}

void WindowActions::buildFileAndEdit()
{
    QMenu *file = m_window->menuBar()->addMenu(tr("&File"));
    add(file, u"openAddress"_s, tr("Search or open an &address"), u"search"_s,
        QKeySequence(u"Ctrl+L"_s), &WindowActions::addressRequested);
    file->addSeparator();
    add(file, u"switchAccount"_s, tr("S&witch account..."), u"account"_s,
        QKeySequence(u"Ctrl+Shift+A"_s), &WindowActions::accountRequested);
    add(file, u"settingsAction"_s, tr("&Settings..."), u"settings"_s, QKeySequence(u"Ctrl+,"_s),
        &WindowActions::settingsRequested);
    file->addSeparator();
    QAction *quit = add(file, u"quit"_s, tr("&Quit"), {}, QKeySequence(u"Ctrl+Q"_s),
                        &WindowActions::quitRequested);
    quit->setMenuRole(QAction::QuitRole);

    QMenu *edit = m_window->menuBar()->addMenu(tr("&Edit"));
    m_undo = add(edit, u"undo"_s, tr("&Undo"), u"undo"_s, QKeySequence::Undo,
                 &WindowActions::undoRequested);
    m_undo->setEnabled(false);
    edit->addSeparator();
    add(edit, u"find"_s, tr("&Filter or find here"), u"filter"_s, QKeySequence(u"Ctrl+F"_s),
        &WindowActions::findRequested);
}

void WindowActions::buildView(const PaneRegistry &panes)
{
    constexpr int kMostShortcuts = 9;
    QMenu *view = m_window->menuBar()->addMenu(tr("&View"));
    int number = 0;
    for (const PaneEntry &entry : panes.entries()) {
        auto *action = new QAction(m_context.icons->icon(entry.icon), entry.title, m_window);
        action->setObjectName(u"show-"_s + entry.id);
        if (++number <= kMostShortcuts)
            action->setShortcut(QKeySequence(u"Ctrl+%1"_s.arg(number)));
        connect(action, &QAction::triggered, this, [this, id = entry.id] {
            Q_EMIT
            paneRequested(id);
        });
        view->addAction(action);
        m_actions.append(action);
    }
    view->addSeparator();
    m_back = add(view, u"back"_s, tr("&Back"), u"back"_s, QKeySequence(u"Alt+Left"_s),
                 &WindowActions::backRequested);
    m_back->setShortcuts(
        {QKeySequence(u"Alt+Left"_s), QKeySequence(Qt::Key_Backspace), QKeySequence(Qt::Key_Back)});
    m_forward = add(view, u"forward"_s, tr("&Forward"), u"forward"_s, QKeySequence(u"Alt+Right"_s),
                    &WindowActions::forwardRequested);
    m_forward->setShortcuts({QKeySequence(u"Alt+Right"_s), QKeySequence(Qt::Key_Forward)});
    m_back->setEnabled(false);
    m_forward->setEnabled(false);
    add(view, u"refresh"_s, tr("&Refresh"), u"refresh"_s, QKeySequence(Qt::Key_F5),
        &WindowActions::refreshRequested);
    view->addSeparator();
    buildAppearance(view);
}

void WindowActions::buildAppearance(QMenu *view)
{
    QMenu *menu = view->addMenu(m_context.icons->icon(u"appearance"_s), tr("&Appearance"));
    auto *group = new QActionGroup(this);
    const auto choice = [&](Appearance appearance, const QString &text) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(appearanceName(appearance));
        group->addAction(action);
    };
    choice(Appearance::System, tr("As the &system"));
    choice(Appearance::Light, tr("&Light"));
    choice(Appearance::Dark, tr("&Dark"));
    choice(Appearance::HighContrast, tr("&High contrast"));
    const auto follow = [this, group] {
        for (QAction *action : group->actions())
            action->setChecked(action->data().toString()
                               == m_context.settings->text(SettingKey::Appearance));
    };
    follow();
    connect(m_context.settings, &Settings::changed, group, follow);
    connect(group, &QActionGroup::triggered, this, [this](QAction *action) {
        m_context.settings->setValue(SettingKey::Appearance, action->data());
    });
}

void WindowActions::buildHelp()
{
    QMenu *help = m_window->menuBar()->addMenu(tr("&Help"));
    add(help, u"shortcuts"_s, tr("&Keyboard shortcuts"), u"help"_s, QKeySequence(Qt::Key_F1),
        &WindowActions::shortcutsRequested);
    m_support = add(help, u"supportBundle"_s, tr("Save support &bundle..."), {}, {},
                    &WindowActions::supportRequested);
    QAction *about =
        add(help, u"about"_s, tr("&About Hubdesk"), u"info"_s, {}, &WindowActions::aboutRequested);
    about->setMenuRole(QAction::AboutRole);
}

void WindowActions::setPane(const Pane *pane)
{
    m_paneMenu->clear();
    if (pane) {
        m_paneMenu->setTitle(pane->title());
        m_paneMenu->addActions(pane->menuActions());
    }
    m_paneMenu->menuAction()->setVisible(pane && !pane->menuActions().isEmpty());
}

QList<QAction *> WindowActions::withShortcuts() const
{
    QList<QAction *> result;
    QList<QAction *> all = m_actions;
    for (QAction *action : m_paneMenu->actions()) {
        all.append(action);
        if (action->menu())
            all.append(action->menu()->actions());
    }
    for (QAction *action : std::as_const(all)) {
        if (!action->isSeparator() && !action->shortcut().isEmpty())
            result.append(action);
    }
    return result;
}

} // namespace hubdesk
