// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/log/privatememory.h"

#include <QTest>

#include <sys/prctl.h>
#include <sys/resource.h>

class TestPrivateMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noCoreAndNoReader()
    {
        QCOMPARE(::prctl(PR_GET_DUMPABLE), 1);
        hubdesk::keepMemoryPrivate();
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QCOMPARE(::prctl(PR_GET_DUMPABLE), 1); // its reports need it
#else
        QCOMPARE(::prctl(PR_GET_DUMPABLE), 0);
#endif
        rlimit limit{};
        QCOMPARE(::getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, rlim_t(0));
        QCOMPARE(limit.rlim_max, rlim_t(0)); // nobody sets it back
    }
};

QTEST_GUILESS_MAIN(TestPrivateMemory)
#include "tst_privatememory.moc"
