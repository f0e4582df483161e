// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "tests/support/fakeprompter.h"
#include "ui/shell/uicontext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

namespace hubdesk {

//! What every window test needs: theme installed, settings in a temporary folder, fake prompter.
//! Make one in init(), so that no test sees what another one left.
class UiFixture
{
public:
    UiFixture()
        : settings(folder.filePath(QStringLiteral("test.ini"))),
          icons(&theme)
    {
        theme.setAppearance(Appearance::Light);
        theme.install(*qApp);
    }

    [[nodiscard]] UiContext context()
    {
        return {.theme = &theme,
                .icons = &icons,
                .settings = &settings,
                .prompter = &prompter,
                .notifier = &prompter};
    }

    QTemporaryDir folder;
    Theme theme;
    Settings settings;
    Icons icons;
    FakePrompter prompter;
};

//! The visible child of \a parent with this name; null when there is none.
template <class T> T *visibleChild(const QWidget *parent, const QString &name)
{
    for (T *child : parent->findChildren<T *>(name)) {
        if (child->isVisible())
            return child;
    }
    return nullptr;
}

//! Shows \a widget and waits until the keyboard reaches it.
inline bool showActive(QWidget *widget)
{
    widget->show();
    widget->activateWindow();
    return QTest::qWaitForWindowActive(widget);
}

} // namespace hubdesk

//! main() of a window test: offscreen, C locale, no home folder of the user's.
#define HUBDESK_UI_TEST_MAIN(TestClass)                                                            \
    int main(int argc, char **argv)                                                                \
    {                                                                                              \
        QStandardPaths::setTestModeEnabled(true);                                                  \
        QLocale::setDefault(QLocale::c());                                                         \
        QApplication application(argc, argv);                                                      \
        TestClass test;                                                                            \
        return QTest::qExec(&test, argc, argv);                                                    \
    }
