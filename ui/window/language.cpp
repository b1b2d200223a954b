// SPDX-License-Identifier: Apache-2.0
#include "ui/window/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QPointer>
#include <QTranslator>

#include <utility>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

namespace {

QLocale localeOf(const QString& language)
{
    const QLocale system = QLocale::system();
    const QLocale chosen(language);
    return language.isEmpty() || (chosen.language() == system.language() && chosen.script() == system.script()) ? system : chosen;
}

// English too: its plural forms stand in a translation file.
bool loadWords(QTranslator& translator, const QLocale& locale)
{
    return translator.load(locale, u"alignscope"_s, u"_"_s, u":/i18n"_s) || translator.load(u":/i18n/alignscope_en.qm"_s);
}

} // namespace

QString wordsOf(const QString& language)
{
    QTranslator probe;
    return loadWords(probe, localeOf(language)) ? probe.filePath() : QString();
}

void installLanguage(QCoreApplication& application, const QString& language)
{
    // One language takes the place of another; with none of its own left the words are those of the source.
    static QList<QPointer<QTranslator>> installed;
    for (const QPointer<QTranslator>& old : std::exchange(installed, {})) delete old.data();
    const auto install = [&](QTranslator* translator) {
        QCoreApplication::installTranslator(translator);
        installed << translator;
    };
    const QLocale locale = localeOf(language);
    QLocale::setDefault(locale);
    auto* own = new QTranslator(&application);
    if (loadWords(*own, locale)) install(own);
    auto* core = new QTranslator(&application);
    if (core->load(locale, u"alignscope_core"_s, u"_"_s, u":/i18n"_s)) install(core);
    auto* qt = new QTranslator(&application);
    if (qt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        install(qt);
}

} // namespace alignscope::ui
