// SPDX-License-Identifier: Apache-2.0
#include "ui/window/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

void installLanguage(QCoreApplication& application, const QString& language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    auto* own = new QTranslator(&application);
    // English too: its plural forms stand in a translation file.
    if (own->load(locale, u"alignscope"_s, u"_"_s, u":/i18n"_s) || own->load(u":/i18n/alignscope_en.qm"_s))
        QCoreApplication::installTranslator(own);
    auto* core = new QTranslator(&application);
    if (core->load(locale, u"alignscope_core"_s, u"_"_s, u":/i18n"_s)) QCoreApplication::installTranslator(core);
    auto* qt = new QTranslator(&application);
    if (qt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
}

} // namespace alignscope::ui
