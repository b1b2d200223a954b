// SPDX-License-Identifier: Apache-2.0
// Theme: the colours, sizes and fonts of the window, light and dark.
#pragma once

#include <QColor>
#include <QFont>
#include <QString>

#include <cstdint>

class QApplication;
class QWidget;

namespace alignscope::ui {

enum class ThemeChoice { System, Light, Dark };

/// Named by purpose. Text colours reach 4.5:1 on window, surface and raised (tested).
struct Theme {
    bool dark = false;
    QColor window;      ///< behind everything
    QColor surface;     ///< panels, tables, fields
    QColor raised;      ///< hovered rows, headers
    QColor border;
    QColor text;
    QColor muted;       ///< secondary text
    QColor accent;
    QColor onAccent;
    QColor accentSoft;  ///< selected rows, chosen segments
    QColor good;
    QColor warning;
    QColor bad;
    QColor goodSoft;
    QColor warningSoft;
    QColor badSoft;
};

[[nodiscard]] const Theme& lightTheme();
[[nodiscard]] const Theme& darkTheme();
/// The one in force. Thread: GUI.
[[nodiscard]] const Theme& theme();

/// Whether the desktop asked for a dark palette when the program started.
[[nodiscard]] bool systemIsDark();
/// Fusion, palette, style sheet and font of the whole application.
void applyTheme(QApplication& application, ThemeChoice choice);

/// Colour of group G<number>: the same cycle as on the canvas.
[[nodiscard]] QColor groupColor(std::uint32_t number);

namespace space {
inline constexpr int kHalf = 4;
inline constexpr int kUnit = 8; ///< everything stands on this grid
inline constexpr int kDouble = 16;
} // namespace space

/// A larger or smaller, optionally bold, version of the application's font.
[[nodiscard]] QFont scaledFont(double factor, bool bold = false);
/// Digits of one width, for columns of numbers.
[[nodiscard]] QFont numberFont();

/// WCAG contrast ratio of two opaque colours, 1..21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

} // namespace alignscope::ui
