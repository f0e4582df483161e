// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/cachecontroller.h"
#include "core/model/updatecontroller.h"
#include "tests/support/faketransferqueue.h"
#include "tests/support/samplecache.h"
#include "tests/support/uifixture.h"
#include "tests/ui/browser/samplehub.h"
#include "ui/panes/browser/browserpane.h"
#include "ui/widgets/statestack.h"

#include <QLineEdit>
#include <QListView>

#include <mutex>

namespace hubdesk {

//! The pane on the sample Hub, with everything it needs.
struct Stage
{
    Stage()
        : hub(&network),
          client(config(), &network),
          search(&client, &ui.settings),
          repo(&client, ui.folder.filePath(QStringLiteral("hub"))),
          person(&client),
          cache([] { return QStringLiteral("/data/hub"); },
                [this](const QString &, const std::atomic_bool *) -> Result<CacheScan> {
                    const std::lock_guard lock(mutex);
                    return scan;
                }),
          updates(&client, &ui.settings, &cache, &queue),
          pane(ui.context(), &search, &repo, &person, &updates)
    {
        updates.follow(&repo);
        search.model()->setMarks([this](const RepoInfo &info) { return updates.mark(info); });
        QObject::connect(&updates, &UpdateController::versionsChanged, search.model(),
                         &RepoListModel::refreshMarks);
        pane.resize(1040, 720);
    }

    [[nodiscard]] static ClientConfig config()
    {
        ClientConfig config;
        config.endpoint = QUrl(QStringLiteral("http://hub.test"));
        config.retryDelay = std::chrono::milliseconds(1);
        return config;
    }
    template <class T> [[nodiscard]] T *child(const char *name)
    {
        return pane.findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QListView *list() { return child<QListView>("browseList"); }
    [[nodiscard]] QLineEdit *field() { return child<QLineEdit>("browseSearch"); }
    [[nodiscard]] StateStack *states(const QByteArray &name)
    {
        return child<StateStack>(name.constData());
    }
    //! Puts \a commit of the sample repo into the cache, as its main branch.
    [[nodiscard]] bool setCached(QChar commit)
    {
        CachedRepo cached = sampleCachedRepo(
            RepoType::Model, QStringLiteral("nordwind/harbor-7b-instruct"), 4'000'000);
        cached.revisions[0].commit = QString(40, commit);
        {
            const std::lock_guard lock(mutex);
            scan.repos = {cached};
        }
        cache.rescan();
        return QTest::qWaitFor([this] { return cache.state() == CacheController::State::Ready; });
    }
    [[nodiscard]] bool show() { return showActive(&pane); }
    [[nodiscard]] bool showReady()
    {
        return show() && QTest::qWaitFor([this] { return search.state() == LoadState::Ready; });
    }
    [[nodiscard]] bool openRepo()
    {
        if (!showReady())
            return false;
        pane.openRepo({RepoType::Model, QStringLiteral("nordwind/harbor-7b-instruct")});
        return QTest::qWaitFor([this] {
            return repo.cardState() == LoadState::Ready && repo.fileModel()->rowCount() > 0
                && repo.refsState() == LoadState::Ready;
        });
    }
    void setOffline(bool offline)
    {
        ClientConfig changed = client.config();
        changed.offline = offline;
        client.setConfig(changed);
    }
    void setToken(const QString &token)
    {
        ClientConfig changed = client.config();
        changed.token = token;
        client.setConfig(changed);
    }
    void click(QWidget *widget) { QTest::mouseClick(widget, Qt::LeftButton); }

    UiFixture ui;
    FakeNetwork network;
    SampleHub hub;
    HubClient client;
    BrowserController search;
    RepoController repo;
    PersonController person;
    std::mutex mutex;
    CacheScan scan; //!< What rescan() finds; set it under the mutex.
    FakeTransferQueue queue;
    CacheController cache;
    UpdateController updates;
    BrowserPane pane;
};

//! Each test with this data acts by keyboard and by mouse.
inline void addInputs()
{
    QTest::addColumn<bool>("mouse");
    QTest::newRow("keyboard") << false;
    QTest::newRow("mouse") << true;
}

//! Presses a button with the mouse or with the keyboard.
inline void activate(QWidget *widget, bool mouse)
{
    if (mouse) {
        QTest::mouseClick(widget, Qt::LeftButton);
    } else {
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_Space);
    }
}

} // namespace hubdesk
