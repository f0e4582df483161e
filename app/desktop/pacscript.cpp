// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/pacscript.h"

#include "app/desktop/pacfunctions.h"
#include "core/log/categories.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QFile>
#include <QHash>
#include <QJSEngine>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPromise>
#include <QThreadPool>

#include <condition_variable>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr auto kFresh = std::chrono::minutes(10);
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
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(unreadable(file.errorString()));
    const QByteArray data = file.read(kMostBytes + 1);
    if (data.size() > kMostBytes)
        return std::unexpected(unreadable(u"it is too large"_s));
    return data;
}

//! Without proxy: which one to use is what the script is to say.
Result<QByteArray> readAddress(const QUrl &url, std::chrono::milliseconds patience)
{
    QNetworkAccessManager network;
    network.setProxy(QNetworkProxy::NoProxy);
    QNetworkRequest request(url);
    request.setTransferTimeout(patience);
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QEventLoop loop; // this thread has nothing else to do
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QObject::connect(reply.get(), &QNetworkReply::downloadProgress, reply.get(),
                     [&reply](qint64 received, qint64) {
                         if (received > kMostBytes)
                             reply->abort();
                     });
    if (!reply->isFinished())
        loop.exec();
    if (reply->error() != QNetworkReply::NoError)
        return std::unexpected(unreadable(reply->errorString()));
    return reply->readAll();
}

} // namespace

class PacScript::Worker : public std::enable_shared_from_this<Worker>
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
        }
        m_thread.start([this] { m_engine.reset(); });
        m_thread.waitForDone();
    }

    struct Answer
    {
        QNetworkProxy proxy;
        QDeadlineTimer fresh;
    };

    std::optional<Answer> answer(const QUrl &url) const
    {
        const std::scoped_lock lock(m_mutex);
        const auto it = m_answers.constFind(originOf(url));
        return it == m_answers.cend() ? std::nullopt : std::optional(*it);
    }

    QFuture<Result<QNetworkProxy>> find(const QUrl &url)
    {
        auto promise = std::make_shared<QPromise<Result<QNetworkProxy>>>();
        promise->start();
        m_thread.start([this, promise, origin = originOf(url)] {
            promise->addResult(findNow(origin));
            promise->finish();
        });
        return promise->future();
    }

private:
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

    Result<QNetworkProxy> findNow(const QUrl &origin)
    {
        if (const auto known = answer(origin); known && !known->fresh.hasExpired())
            return known->proxy; // somebody else asked meanwhile
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
        const auto proxy = proxyFromScript(text);
        if (!proxy)
            return std::unexpected(unusable(text));
        qCDebug(lcHub).noquote() << "the PAC file says" << text << "for" << origin.host();
        const std::scoped_lock lock(m_mutex);
        m_answers.insert(origin, {*proxy, QDeadlineTimer(kFresh)});
        return *proxy;
    }

    Result<void> load()
    {
        if (m_engine && !m_loaded.hasExpired())
            return {};
        const QUrl url(m_source);
        const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
        const auto script = isWeb ? readAddress(url, m_patience)
            : url.isLocalFile()   ? readFile(url.toLocalFile())
                                  : readFile(m_source);
        if (!script)
            return std::unexpected(script.error());
        m_engine = std::make_unique<QJSEngine>();
        installPacFunctions(m_engine.get());
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
    QHash<QUrl, Answer> m_answers; // by origin
    QJSEngine *m_running = nullptr; // what can be interrupted now
    bool m_ends = false;
    QThreadPool m_thread;
    std::unique_ptr<QJSEngine> m_engine; // of that thread
    QDeadlineTimer m_loaded;
};

PacScript::PacScript(const QString &source, std::chrono::milliseconds patience)
    : m_worker(std::make_shared<Worker>(source, patience))
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

} // namespace hubdesk
