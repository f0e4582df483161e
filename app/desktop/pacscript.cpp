// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/pacscript.h"

#include "app/desktop/pacfunctions.h"
#include "core/log/categories.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QHostInfo>
#include <QJSEngine>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr auto kFresh = std::chrono::minutes(10);
constexpr std::chrono::milliseconds kStaysFailed{5'000}; // nothing is read again before
constexpr auto kStaysBad = std::chrono::minutes(5); // a proxy that was not reached, as browsers
constexpr qint64 kMostBytes = 1'000'000; // as browsers

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::PacScript)
};

Error unreadable(const QString &detail)
{
    return proxyScriptError(Texts::tr("The PAC file could not be read."), detail);
}

Error unusable(const QString &detail)
{
    return proxyScriptError(Texts::tr("The PAC file does not say which proxy to use."), detail);
}

QUrl originOf(const QUrl &url)
{
    QUrl origin = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery
                               | QUrl::RemoveFragment);
    origin.setPath(u"/"_s);
    return origin;
}

Result<QByteArray> readFile(const QString &name)
{
    // A pipe would keep us waiting.
    if (const QFileInfo info(name); info.exists() && !info.isFile())
        return std::unexpected(unreadable(u"it is no file"_s));
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(unreadable(file.errorString()));
    const QByteArray data = file.read(kMostBytes + 1);
    if (data.size() > kMostBytes)
        return std::unexpected(unreadable(u"it is too large"_s));
    return data;
}

} // namespace

class PacScript::Worker
{
public:
    Worker(const QString &source, std::chrono::milliseconds patience)
        : m_source(source),
          m_patience(patience)
    {
        // An engine works only on the thread that made it.
        m_thread.setMaxThreadCount(1);
        m_thread.setExpiryTimeout(-1);
    }
    ~Worker()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_ends = true;
            if (m_running)
                m_running->setInterrupted(true);
            if (m_loop)
                QMetaObject::invokeMethod(m_loop, &QEventLoop::quit, Qt::QueuedConnection);
        }
        m_thread.start([this] { m_engine.reset(); });
        m_thread.waitForDone();
    }

    struct Answer
    {
        QNetworkProxy proxy; // the first that can be reached, as far as is known
        QDeadlineTimer fresh;
    };

    std::optional<Answer> answer(const QUrl &url) const
    {
        const std::scoped_lock lock(m_mutex);
        const auto it = m_answers.constFind(originOf(url));
        if (it == m_answers.cend())
            return std::nullopt;
        const auto good =
            std::ranges::find_if_not(it->proxies, [this](const auto &each) { return isBad(each); });
        return Answer{good == it->proxies.cend() ? it->proxies.front() : *good, it->fresh};
    }

    bool giveUpOn(const QUrl &url)
    {
        const auto failed = answer(url);
        if (!failed)
            return false;
        {
            const std::scoped_lock lock(m_mutex);
            m_bad.insert(nameOf(failed->proxy), QDeadlineTimer(kStaysBad));
        }
        const QNetworkProxy next = answer(url)->proxy;
        if (nameOf(next) == nameOf(failed->proxy))
            return false;
        const std::scoped_lock lock(m_mutex);
        return !isBad(next);
    }

    QFuture<Result<QNetworkProxy>> find(const QUrl &url)
    {
        auto promise = std::make_shared<QPromise<Result<QNetworkProxy>>>();
        promise->start();
        const QDeadlineTimer inTime(m_patience);
        m_thread.start([this, promise, origin = originOf(url), inTime] {
            promise->addResult(findNow(origin, inTime));
            promise->finish();
        });
        return promise->future();
    }

private:
    struct Found
    {
        QList<QNetworkProxy> proxies; // in the order of the script, never none
        QDeadlineTimer fresh;
    };

    static QString nameOf(const QNetworkProxy &proxy)
    {
        return u"%1 %2:%3"_s.arg(static_cast<int>(proxy.type()))
            .arg(proxy.hostName())
            .arg(proxy.port());
    }

    //! With the lock.
    bool isBad(const QNetworkProxy &proxy) const
    {
        const auto it = m_bad.constFind(nameOf(proxy));
        return it != m_bad.cend() && !it->hasExpired();
    }

    //! Ends what the engine does when it takes too long.
    class Guard
    {
    public:
        Guard(Worker *worker)
            : m_worker(worker),
              m_thread([this](const std::stop_token &stop) { watch(stop); })
        {
            const std::scoped_lock lock(worker->m_mutex);
            worker->m_running = worker->m_engine.get();
            if (worker->m_ends)
                worker->m_running->setInterrupted(true);
        }
        ~Guard()
        {
            m_thread.request_stop();
            m_thread.join();
            const std::scoped_lock lock(m_worker->m_mutex);
            m_worker->m_running = nullptr;
            m_worker->m_engine->setInterrupted(false);
        }
        Q_DISABLE_COPY_MOVE(Guard)

    private:
        void watch(const std::stop_token &stop)
        {
            std::mutex mutex;
            std::condition_variable_any never;
            std::unique_lock lock(mutex);
            never.wait_for(lock, stop, m_worker->m_patience, [] { return false; });
            if (!stop.stop_requested())
                m_worker->m_engine->setInterrupted(true);
        }

        Worker *m_worker;
        std::jthread m_thread;
    };

    bool ends() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_ends;
    }

    //! Runs \a loop, but not for longer than one may wait, and not when everything ends.
    void wait(QEventLoop *loop)
    {
        {
            const std::scoped_lock lock(m_mutex);
            if (m_ends)
                return;
            m_loop = loop;
        }
        QTimer::singleShot(m_patience, loop, &QEventLoop::quit);
        loop->exec();
        const std::scoped_lock lock(m_mutex);
        m_loop = nullptr;
    }

    QHostInfo lookUp(const QString &name)
    {
        QHostInfo found;
        QEventLoop loop; // this thread has nothing else to do
        const int id = QHostInfo::lookupHost(name, &loop, [&](const QHostInfo &info) {
            found = info;
            loop.quit();
        });
        wait(&loop);
        QHostInfo::abortHostLookup(id);
        return found;
    }

    //! Without proxy: which one to use is what the script is to say.
    Result<QByteArray> readAddress(const QUrl &url)
    {
        QNetworkAccessManager network;
        network.setProxy(QNetworkProxy::NoProxy);
        const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(url)));
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        QObject::connect(reply.get(), &QNetworkReply::downloadProgress, reply.get(),
                         [&reply](qint64 received, qint64) {
                             if (received > kMostBytes)
                                 reply->abort();
                         });
        if (!reply->isFinished())
            wait(&loop);
        if (!reply->isFinished())
            return std::unexpected(unreadable(u"it does not come"_s));
        if (reply->error() == QNetworkReply::NoError)
            return reply->readAll();
        // Qt's text for a reply has the address in it, whose query may be a secret.
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        return std::unexpected(
            unreadable(status >= 400 ? u"status %1"_s.arg(status) : reply->errorString()));
    }

    Result<QNetworkProxy> findNow(const QUrl &origin, const QDeadlineTimer &inTime)
    {
        if (const auto known = answer(origin); known && !known->fresh.hasExpired())
            return known->proxy; // somebody else asked meanwhile
        if (ends() || inTime.hasExpired())
            return std::unexpected(m_failure.value_or(unusable(u"it takes too long"_s)));
        if (const auto loaded = load(); !loaded)
            return std::unexpected(loaded.error());
        QString text;
        {
            const Guard guard(this);
            QJSValue function = m_engine->globalObject().property(u"FindProxyForURL"_s);
            const QJSValue value = function.call({origin.toString(), origin.host()});
            // What a script throws need not be an error.
            if (value.isError() || m_engine->hasError() || !value.isString()) {
                m_engine->catchError();
                return std::unexpected(unusable(value.toString()));
            }
            text = value.toString();
        }
        const auto proxies = proxiesFromScript(text);
        if (proxies.isEmpty())
            return std::unexpected(unusable(text));
        qCDebug(lcHub).noquote() << "the PAC file says" << text << "for" << origin.host();
        {
            const std::scoped_lock lock(m_mutex);
            m_answers.insert(origin, {proxies, QDeadlineTimer(kFresh)});
        }
        return answer(origin)->proxy;
    }

    Result<void> load()
    {
        if (m_engine && !m_loaded.hasExpired())
            return {};
        if (m_failure && !m_staysFailed.hasExpired())
            return std::unexpected(*m_failure);
        const auto loaded = loadNow();
        m_failure = loaded ? std::nullopt : std::optional(loaded.error());
        m_staysFailed = QDeadlineTimer(std::min(kStaysFailed, m_patience));
        return loaded;
    }

    Result<void> loadNow()
    {
        const QUrl url(m_source);
        const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
        const auto script = isWeb ? readAddress(url)
            : url.isLocalFile()   ? readFile(url.toLocalFile())
                                  : readFile(m_source);
        if (!script)
            return std::unexpected(script.error());
        m_engine = std::make_unique<QJSEngine>();
        installPacFunctions(m_engine.get(), [this](const QString &name) { return lookUp(name); });
        const Guard guard(this);
        const QJSValue value = m_engine->evaluate(QString::fromUtf8(*script), u"proxy.pac"_s);
        const bool isGood = !value.isError() && !m_engine->hasError()
            && m_engine->globalObject().property(u"FindProxyForURL"_s).isCallable();
        m_loaded = isGood ? QDeadlineTimer(kFresh) : QDeadlineTimer(0);
        if (!isGood)
            return std::unexpected(unusable(value.isError() ? value.toString() : QString()));
        return {};
    }

    const QString m_source;
    const std::chrono::milliseconds m_patience;
    mutable std::mutex m_mutex;
    QHash<QUrl, Found> m_answers; // by origin
    QHash<QString, QDeadlineTimer> m_bad; // by name, and until when
    QJSEngine *m_running = nullptr; // what can be interrupted now
    QEventLoop *m_loop = nullptr; // what can be left now
    bool m_ends = false;
    QThreadPool m_thread;
    std::unique_ptr<QJSEngine> m_engine; // of that thread
    QDeadlineTimer m_loaded; // that is how long it counts
    std::optional<Error> m_failure; // of the last reading
    QDeadlineTimer m_staysFailed;
};

PacScript::PacScript(const QString &source, std::chrono::milliseconds patience)
    : m_worker(std::make_unique<Worker>(source, patience))
{ }

PacScript::~PacScript() = default;

bool PacScript::mustAsk(const QUrl &url) const
{
    const auto answer = m_worker->answer(url);
    return !answer || answer->fresh.hasExpired();
}

QFuture<Result<QNetworkProxy>> PacScript::find(const QUrl &url)
{
    return m_worker->find(url);
}

std::optional<QNetworkProxy> PacScript::known(const QUrl &url) const
{
    const auto answer = m_worker->answer(url);
    return answer ? std::optional(answer->proxy) : std::nullopt;
}

bool PacScript::giveUpOn(const QUrl &url)
{
    return m_worker->giveUpOn(url);
}

} // namespace hubdesk
