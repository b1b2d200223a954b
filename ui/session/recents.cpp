// SPDX-License-Identifier: Apache-2.0
#include "ui/session/recents.h"

#include <QFileInfo>
#include <QSettings>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

constexpr qsizetype kMaximum = 9;

void store(const QList<Recent>& recents)
{
    QSettings settings;
    settings.beginWriteArray(u"recents"_s, static_cast<int>(recents.size()));
    for (int i = 0; i < recents.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(u"model"_s, recents[i].model);
        settings.setValue(u"quantization"_s, recents[i].quantization);
    }
    settings.endArray();
}

} // namespace

QList<Recent> Recents::load()
{
    QSettings settings;
    QList<Recent> recents;
    const int count = settings.beginReadArray(u"recents"_s);
    for (int i = 0; i < count && recents.size() < kMaximum; ++i) {
        settings.setArrayIndex(i);
        Recent recent{settings.value(u"model"_s).toString(), settings.value(u"quantization"_s).toString()};
        if (QFileInfo::exists(recent.model)) recents.append(recent);
    }
    settings.endArray();
    return recents;
}

void Recents::add(const Recent& recent)
{
    QList<Recent> recents = load();
    recents.removeAll(recent);
    recents.prepend(recent);
    if (recents.size() > kMaximum) recents.resize(kMaximum);
    QSettings().remove(u"recents"_s);
    store(recents);
}

void Recents::clear()
{
    QSettings().remove(u"recents"_s);
}

} // namespace alignscope::ui
