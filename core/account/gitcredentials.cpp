// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/account/gitcredentials.h"

#include "core/log/redaction.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTimer>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr auto kUser = "hf_user"; // the Hub takes any name
// A helper may ask its user something; after that long nobody is there.
constexpr auto kPatience = std::chrono::minutes(2);

struct GitTexts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::GitCredentials)
};

std::function<void(const Result<QByteArray> &)> withoutOutput(GitCredentials::Done done)
{
    return [done = std::move(done)](const Result<QByteArray> &output) {
        done(output.transform([](const QByteArray &) { }));
    };
}

} // namespace

QStringList credentialHelpers(const QString &config)
{
    static const QRegularExpression line(u"^\\s*credential\\.helper\\s*=\\s*([\\w/-]+)(\\s|$)"_s,
                                         QRegularExpression::MultilineOption
                                             | QRegularExpression::CaseInsensitiveOption);
    QStringList helpers;
    for (const QRegularExpressionMatch &match : line.globalMatch(config))
        helpers.append(match.captured(1));
    helpers.sort();
    helpers.removeDuplicates();
    return helpers;
}

GitCredentials::GitCredentials(const QProcessEnvironment &environment, QObject *parent)
    : QObject(parent),
      m_environment(environment)
{
    // It must not wait for an answer that nobody sees.
    m_environment.insert(u"GIT_TERMINAL_PROMPT"_s, u"0"_s);
}

GitCredentials::~GitCredentials()
{
    for (QProcess *process : findChildren<QProcess *>()) {
        process->disconnect(this);
        process->kill();
        process->waitForFinished();
    }
}

void GitCredentials::findHelpers(Helpers found)
{
    run({u"config"_s, u"--list"_s}, {},
        [found = std::move(found)](const Result<QByteArray> &output) {
            found(output ? credentialHelpers(QString::fromUtf8(*output)) : QStringList());
        });
}

void GitCredentials::approve(const QUrl &endpoint, const QString &token, Done done)
{
    run({u"credential"_s, u"approve"_s},
        "url=" + endpoint.toEncoded() + "\nusername=" + kUser + "\npassword=" + token.toUtf8()
            + "\n\n",
        withoutOutput(std::move(done)));
}

void GitCredentials::reject(const QUrl &endpoint, Done done)
{
    run({u"credential"_s, u"reject"_s},
        "url=" + endpoint.toEncoded() + "\nusername=" + kUser + "\n\n",
        withoutOutput(std::move(done)));
}

void GitCredentials::run(const QStringList &arguments, const QByteArray &input,
                         std::function<void(const Result<QByteArray> &)> done)
{
    auto *process = new QProcess(this);
    process->setProcessEnvironment(m_environment);
    process->setProgram(u"git"_s);
    process->setArguments(arguments);
    const auto answered = std::make_shared<bool>(false);
    const auto end = [process, answered, done = std::move(done)](const Result<QByteArray> &output) {
        if (std::exchange(*answered, true))
            return;
        process->deleteLater();
        done(output);
    };
    connect(process, &QProcess::errorOccurred, this, [end](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(failure(ErrorKind::NotFound, GitTexts::tr("Git is not installed.")));
    });
    connect(process, &QProcess::finished, this,
            [process, end](int code, QProcess::ExitStatus status) {
                if (status == QProcess::NormalExit && code == 0)
                    return end(process->readAllStandardOutput());
                const QString words = QString::fromUtf8(process->readAllStandardError()).trimmed();
                end(failure(ErrorKind::File,
                            GitTexts::tr("Git's credential helper did not take the token."),
                            redact(words)));
            });
    QTimer::singleShot(kPatience, process, &QProcess::kill);
    process->start();
    process->write(input);
    process->closeWriteChannel();
}

} // namespace hubdesk
