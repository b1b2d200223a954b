// SPDX-License-Identifier: Apache-2.0
// installLanguage: the translations of the window, of core's sentences and of Qt's own dialogs.
#pragma once

#include <QString>

class QCoreApplication;

namespace alignscope::ui {

/// "en", "zh_CN", or empty: the desktop's language, in place of the last one. Widgets keep the words that they were made with.
/// Dates and numbers are written as there, or as on the desktop where that has the same language.
void installLanguage(QCoreApplication& application, const QString& language);
/// What two choices that give the same words have in common.
[[nodiscard]] QString wordsOf(const QString& language);

} // namespace alignscope::ui
