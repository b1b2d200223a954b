// SPDX-License-Identifier: Apache-2.0
// TextWidths: widths and elided forms of very many short texts, by the widths of their characters.
#pragma once

#include <QFontMetricsF>
#include <QString>

#include <array>

namespace alignscope::ui {

/// Shaping each of a hundred thousand names takes a second; adding up characters does not. Texts
/// with characters beyond Latin are shaped. Not thread-safe: an instance a thread.
class TextWidths {
public:
    explicit TextWidths(const QFont& font);

    [[nodiscard]] double width(const QString& text);
    /// `mode`: ElideMiddle or ElideRight.
    [[nodiscard]] QString elided(const QString& text, Qt::TextElideMode mode, double room);

private:
    [[nodiscard]] double advance(QChar character);

    static constexpr std::size_t kKnown = 0x180;
    QFontMetricsF m_metrics;
    std::array<double, kKnown> m_advance; // negative: not asked for yet
    double m_ellipsis;
};

} // namespace alignscope::ui
