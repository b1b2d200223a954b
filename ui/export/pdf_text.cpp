// SPDX-License-Identifier: Apache-2.0
#include "ui/export/pdf_text.h"

#include <QString>

#include <array>

namespace alignscope::ui {
namespace {

// CJK Radicals Supplement and the ideographs they look like, from Unicode's
// EquivalentUnifiedIdeograph.txt; Kangxi Radicals have theirs as compatibility mappings.
constexpr uint kFirstRadical = 0x2e80;
constexpr std::array<char16_t, 116> kIdeographs = {
    0, 0x5382, 0x4e5b, 0x4e5a, 0x4e59, 0x4ebb, 0x5182, 0, 0x5200, 0x5202, 0x535c, 0x353e,
    0x5c0f, 0x5c0f, 0x5140, 0x5c23, 0x5c22, 0, 0x5df3, 0x5e7a, 0x5f51, 0x5f50, 0x5fc4, 0x5fc3,
    0x624c, 0x6535, 0, 0x65e1, 0x65e5, 0x6708, 0x6b7a, 0x6bcd, 0x6c11, 0x6c35, 0x6c3a, 0x706c,
    0x722b, 0x722b, 0x4e2c, 0x725b, 0x72ad, 0x738b, 0, 0x76ee, 0x793a, 0x793b, 0, 0x7cf9,
    0x7e9f, 0x7f53, 0x7f52, 0x34c1, 0x5197, 0, 0x7f8a, 0, 0, 0x8002, 0x8080, 0x807f,
    0x8089, 0, 0x8279, 0x8279, 0x8279, 0x864e, 0x8864, 0x8980, 0x897f, 0x89c1, 0x89d2, 0,
    0x8ba0, 0x8d1d, 0, 0x8f66, 0x8fb6, 0x8fb6, 0x8fb6, 0x9091, 0x9485, 0x9577, 0x9578, 0x957f,
    0x95e8, 0, 0x961d, 0x96e8, 0x9752, 0x97e6, 0x9875, 0x98ce, 0x98de, 0x98df, 0, 0x98e0,
    0x9963, 0, 0x9a6c, 0x9aa8, 0x9b3c, 0x9c7c, 0x9e1f, 0x5364, 0x9ea6, 0x9ec4, 0x9efe, 0x6589,
    0x9f50, 0x6b6f, 0x9f7f, 0x7adc, 0x9f99, 0x9f9c, 0x4e80, 0x9f9f};

uint usual(uint code)
{
    if (code == '\t' || code == 0xa0) return ' ';
    if (code >= kFirstRadical && code - kFirstRadical < kIdeographs.size()) {
        const char16_t ideograph = kIdeographs[code - kFirstRadical];
        return ideograph != 0 ? ideograph : code;
    }
    if (code < 0x2f00 || code > 0x2fdf) return code;
    const QString character = QString(QChar(code)).normalized(QString::NormalizationForm_KC);
    return character.size() == 1 ? character[0].unicode() : code;
}

} // namespace

void nameUsualCharacters(QByteArray& pdf)
{
    constexpr qsizetype kDigits = 4;
    const QByteArray begin("beginbfrange");
    for (qsizetype at = pdf.indexOf(begin); at >= 0; at = pdf.indexOf(begin, at + 1)) {
        const qsizetype end = pdf.indexOf("endbfrange", at);
        // Lines of "<first glyph> <last glyph> <character>" or "... [<character> <character> ]".
        for (qsizetype line = pdf.indexOf('\n', at) + 1; line > 0 && line < end; line = pdf.indexOf('\n', line) + 1) {
            const qsizetype next = pdf.indexOf('\n', line);
            qsizetype code = line;
            for (int glyph = 0; glyph < 2 && code >= 0; ++glyph) code = pdf.indexOf('>', code) + 1;
            for (code = pdf.indexOf('<', code); code >= 0 && code < next; code = pdf.indexOf('<', code + 1)) {
                bool isNumber = false;
                const uint value = pdf.mid(code + 1, kDigits).toUInt(&isNumber, 16);
                if (!isNumber || usual(value) == value) continue;
                pdf.replace(code + 1, kDigits, QByteArray::number(usual(value), 16).rightJustified(kDigits, '0').toUpper());
            }
        }
    }
}

} // namespace alignscope::ui
