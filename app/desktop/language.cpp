// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

void install(const QString &name, const QLocale &locale, const QString &folder,
             const QString &otherwise)
{
    const QString objectName = "language-"_L1 + name;
    delete QCoreApplication::instance()->findChild<QTranslator *>(objectName);
    auto *translator = new QTranslator(QCoreApplication::instance());
    translator->setObjectName(objectName);
    if (translator->load(locale, name, u"_"_s, folder)
        || (!otherwise.isEmpty() && translator->load(otherwise, folder)))
        QCoreApplication::installTranslator(translator);
}

} // namespace

QString translationsFolder()
{
    return QCoreApplication::applicationDirPath() + "/../share/hubdesk/translations"_L1;
}

void installLanguage(const QString &language, const QString &folder)
{
    const QLocale locale = language == "system"_L1 ? QLocale() : QLocale(language);
    install(u"qtbase"_s, locale, QLibraryInfo::path(QLibraryInfo::TranslationsPath), {});
    // English has its plural forms in a file, so it is what other languages fall back to.
    install(u"hubdesk"_s, locale, folder, u"hubdesk_en"_s);
}

} // namespace hubdesk
