// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/secretservice.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kPatience = 20'000; // ms

} // namespace

SecretService::~SecretService()
{
    stopKeyring();
    m_bus.kill();
    m_bus.waitForFinished();
}

QProcessEnvironment SecretService::environment() const
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(u"HOME"_s, home());
    variables.insert(u"XDG_RUNTIME_DIR"_s, home() + "/run"_L1);
    variables.insert(u"XDG_DATA_HOME"_s, home() + "/data"_L1);
    variables.insert(u"XDG_CONFIG_HOME"_s, home() + "/config"_L1);
    variables.insert(u"XDG_CACHE_HOME"_s, home() + "/cache"_L1);
    // Nobody is to be asked at a display.
    variables.remove(u"DISPLAY"_s);
    variables.remove(u"WAYLAND_DISPLAY"_s);
    if (!m_address.isEmpty())
        variables.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_address);
    return variables;
}

bool SecretService::start(bool unlocked)
{
    QDir().mkpath(home() + "/run"_L1);
    QFile::setPermissions(home() + "/run"_L1,
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    // Not the session's own configuration: that would start services by itself.
    QFile configuration(home() + "/bus.conf"_L1);
    if (!configuration.open(QIODevice::WriteOnly))
        return false;
    configuration.write(
        "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" "
        "\"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n"
        "<busconfig><type>session</type><listen>unix:dir="
        + QFile::encodeName(home())
        + "/run</listen><policy context=\"default\"><allow send_destination=\"*\"/>"
          "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>\n");
    configuration.close();
    m_bus.setProcessEnvironment(environment());
    m_bus.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_bus.start(u"dbus-daemon"_s,
                {u"--config-file="_s + home() + "/bus.conf"_L1, u"--nofork"_s,
                 u"--print-address"_s});
    if (!m_bus.waitForStarted() || !m_bus.waitForReadyRead(kPatience)) {
        m_error = u"no bus: "_s + m_bus.errorString();
        return false;
    }
    m_address = QString::fromUtf8(m_bus.readLine()).trimmed();
    return startKeyring(unlocked);
}

bool SecretService::startKeyring(bool unlocked)
{
    m_keyring.setProcessEnvironment(environment());
    m_keyring.start(u"gnome-keyring-daemon"_s,
                    {u"--foreground"_s, u"--components=secrets"_s,
                     unlocked ? u"--unlock"_s : u"--login"_s});
    if (!m_keyring.waitForStarted()) {
        m_error = u"no keyring: "_s + m_keyring.errorString();
        return false;
    }
    // The password of the login keyring, which is made with it at the first start.
    m_keyring.write(unlocked ? "test" : "wrong");
    m_keyring.waitForBytesWritten(); // there is no event loop yet
    m_keyring.closeWriteChannel();
    // It says nothing when it is there.
    QElapsedTimer since;
    since.start();
    while (!since.hasExpired(kPatience)) {
        QProcess question;
        question.start(u"dbus-send"_s,
                       {u"--bus="_s + m_address, u"--print-reply"_s,
                        u"--dest=org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                        u"org.freedesktop.DBus.NameHasOwner"_s,
                        u"string:org.freedesktop.secrets"_s});
        if (question.waitForFinished(kPatience)
            && question.readAllStandardOutput().contains("boolean true"))
            return true;
    }
    m_error = u"the keyring does not start: "_s
        + QString::fromUtf8(m_keyring.readAllStandardError());
    return false;
}

void SecretService::stopKeyring()
{
    if (m_keyring.state() == QProcess::NotRunning)
        return;
    m_keyring.terminate();
    if (!m_keyring.waitForFinished(kPatience)) {
        m_keyring.kill();
        m_keyring.waitForFinished();
    }
}

} // namespace hubdesk
