// SPDX-License-Identifier: Apache-2.0
// installLanguage: the translations of the window, of core's sentences and of Qt's own dialogs.
#pragma once

#include <QString>

class QCoreApplication;

namespace alignscope::ui {

/// "en", "zh_CN", or empty: the desktop's language. To be called before any widget is made.
void installLanguage(QCoreApplication& application, const QString& language);

} // namespace alignscope::ui
