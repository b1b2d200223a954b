// SPDX-License-Identifier: Apache-2.0
// What a reader copies out of a PDF that QPdfWriter wrote.
#pragma once

#include <QByteArray>

namespace alignscope::ui {

/// QPdfWriter names a glyph by the lowest code point that has it: that of a space is a tabulator, that
/// of many Chinese characters a radical, so that what is copied looks right but is not found. Writes
/// the usual characters in their place; nothing changes its size or place.
void nameUsualCharacters(QByteArray& pdf);

} // namespace alignscope::ui
