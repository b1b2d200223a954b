// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/theme.h"

#include "ui/canvas/palette.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>

#include <array>
#include <cmath>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

bool g_dark = false;

QColor rgb(QRgb value) { return QColor::fromRgb(value); }

QPalette paletteOf(const Theme& t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.raised);
    p.setColor(QPalette::ToolTipBase, t.surface);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::PlaceholderText, t.muted);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::Button, t.surface);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.onAccent);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::Highlight, t.accentSoft);
    p.setColor(QPalette::HighlightedText, t.text);
    p.setColor(QPalette::Light, t.raised);
    p.setColor(QPalette::Midlight, t.raised);
    p.setColor(QPalette::Mid, t.border);
    p.setColor(QPalette::Dark, t.border);
    p.setColor(QPalette::Shadow, t.border);
    QColor faint = t.muted;
    faint.setAlphaF(0.55F);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, faint);
    return p;
}

// One sheet for both themes: names in braces are replaced by the theme's colours.
constexpr auto kSheet = R"(
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMainWindow::separator { background: {border}; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: {accent}; }
QToolBar { background: {surface}; border: 0; border-bottom: 1px solid {border}; padding: 5px 8px; spacing: 2px; }
QToolBar::separator { background: {border}; width: 1px; margin: 5px 7px; }
QToolBar QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 4px 6px; }
QToolBar QToolButton:hover { background: {raised}; }
QToolBar QToolButton:pressed, QToolBar QToolButton:checked { background: {accentSoft}; }
QToolBar QToolButton:focus { border-color: {accent}; }
QToolButton::menu-indicator { image: none; }
QToolBar QToolButton#qt_toolbar_ext_button { min-width: 16px; padding: 4px 0px; }
QMenuBar { background: {surface}; padding: 2px 6px; border-bottom: 1px solid {border}; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: {raised}; }
QMenu { background: {surface}; border: 1px solid {border}; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 10px; border-radius: 5px; }
QMenu::item:selected { background: {accentSoft}; }
QMenu::item:disabled { color: {faint}; }
QMenu::icon { padding-left: 6px; }
QMenu::separator { height: 1px; background: {border}; margin: 5px 8px; }
QStatusBar { background: {surface}; border-top: 1px solid {border}; }
QStatusBar::item { border: 0; }
QDockWidget { titlebar-close-icon: none; font-weight: 600; }
QTabWidget::pane { border: 0; }
QTabBar { qproperty-drawBase: 0; background: {surface}; }
QTabBar::tab { background: transparent; color: {muted}; padding: 7px 14px 6px 14px; border: 0; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: {text}; }
QTabBar::tab:selected { color: {text}; border-bottom: 2px solid {accent}; }
QTabBar::tab:focus { background: {raised}; }
QHeaderView { background: {surface}; border: 0; }
QHeaderView::section { background: {surface}; color: {muted}; border: 0; border-bottom: 1px solid {border}; padding: 5px 8px; }
QHeaderView::section:hover { color: {text}; }
QAbstractItemView { background: {surface}; border: 0; outline: 0; selection-background-color: {accentSoft}; selection-color: {text}; }
QTableView, QTreeView, QListView { alternate-background-color: {stripe}; }
QTableView::item, QTreeView::item, QListView::item { padding: 3px 8px; border: 0; }
QTreeView::item:hover, QTableView::item:hover, QListView::item:hover { background: {raised}; }
QTreeView::item:selected, QTableView::item:selected, QListView::item:selected { background: {accentSoft}; color: {text}; }
QAbstractScrollArea::corner { background: {surface}; border: 0; }
QTableCornerButton::section { background: {surface}; border: 0; }
QLineEdit { background: {window}; border: 1px solid {border}; border-radius: 6px; padding: 4px 8px; selection-background-color: {accent}; selection-color: {onAccent}; }
QLineEdit:hover { border-color: {muted}; }
QLineEdit:focus { border: 1px solid {accent}; background: {surface}; }
QPlainTextEdit, QTextEdit { background: {surface}; border: 1px solid {border}; border-radius: 6px; }
QComboBox { background: {surface}; border: 1px solid {border}; border-radius: 6px; padding: 3px 8px; min-height: 20px; }
QComboBox:hover { border-color: {muted}; }
QComboBox:focus { border-color: {accent}; }
QComboBox::drop-down { border: 0; width: 18px; }
QComboBox::down-arrow { image: url(:/icons/chevron.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { border: 1px solid {border}; padding: 4px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid {muted}; border-radius: 4px; background: {window}; }
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border-color: {accent}; }
QCheckBox::indicator:checked { background: {accent}; border-color: {accent}; image: url(:/icons/{tick}.svg); }
QCheckBox::indicator:disabled { border-color: {border}; }
QPushButton { background: {surface}; border: 1px solid {border}; border-radius: 6px; padding: 5px 14px; }
QPushButton:hover { background: {raised}; }
QPushButton:focus { border-color: {accent}; }
QPushButton:default, QPushButton[primary="true"] { background: {accent}; color: {onAccent}; border-color: {accent}; }
QPushButton[primary="true"]:hover, QPushButton:default:hover { background: {accentHover}; }
QPushButton:disabled { color: {faint}; background: {window}; border-color: {border}; }
QPushButton[link="true"] { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 2px 4px; text-align: left; color: {accent}; }
QPushButton[link="true"]:hover { background: {raised}; }
QPushButton[link="true"]:focus { border-color: {accent}; }
QToolButton[flat="true"] { border: 1px solid transparent; border-radius: 5px; padding: 2px; background: transparent; }
QToolButton[flat="true"]:hover { background: {raised}; }
QToolButton[flat="true"]:focus { border-color: {accent}; }
QFrame[segments="true"] { background: {window}; border: 1px solid {border}; border-radius: 7px; }
QToolButton[toggle="true"] { background: {surface}; border: 1px solid {border}; border-radius: 6px; padding: 4px 10px; }
QToolButton[toggle="true"]:hover { background: {raised}; }
QToolButton[toggle="true"]:checked { background: {accentSoft}; border-color: {accent}; }
QToolButton[toggle="true"]:focus { border-color: {accent}; }
QToolButton[segment="true"] { border: 1px solid transparent; border-radius: 5px; padding: 3px 8px; margin: 1px; color: {muted}; background: transparent; }
QFrame[compact="true"] QToolButton[segment="true"] { padding: 3px 1px; }
QToolButton[segment="true"]:hover { color: {text}; background: {raised}; }
QToolButton[segment="true"]:checked { background: {surface}; color: {accent}; border-color: {border}; font-weight: 600; }
QToolButton[segment="true"]:focus { border-color: {accent}; }
QToolButton[segment="true"]:disabled { color: {faint}; }
QFrame[card="true"] { background: {surface}; border: 1px solid {border}; border-radius: 8px; }
QFrame[tip="info"] { background: {accentSoft}; border: 0; border-radius: 7px; }
QFrame[tip="warning"] { background: {warningSoft}; border: 0; border-radius: 7px; }
QFrame[tip="bad"] { background: {badSoft}; border: 0; border-radius: 7px; }
QFrame[tip="good"] { background: {goodSoft}; border: 0; border-radius: 7px; }
QFrame[rule="true"] { background: {border}; border: 0; max-height: 1px; min-height: 1px; }
QScrollArea { border: 0; background: {surface}; }
QWidget[panel="true"] { background: {surface}; }
QLabel[role="muted"], QLabel[role="key"] { color: {muted}; }
QLabel[role="section"] { color: {muted}; font-weight: 600; }
QLabel[role="good"] { color: {good}; }
QLabel[role="warning"] { color: {warning}; }
QLabel[role="bad"] { color: {bad}; }
QToolTip { background: {surface}; color: {text}; border: 1px solid {border}; padding: 5px 7px; }
QProgressBar { background: {raised}; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: {accent}; border-radius: 3px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: {scroll}; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: {muted}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: {border}; }
)";

QString sheetOf(const Theme& t)
{
    const auto mix = [](const QColor& a, const QColor& b, double share) {
        const auto blend = [share](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * share)); };
        return QColor(blend(a.red(), b.red()), blend(a.green(), b.green()), blend(a.blue(), b.blue()));
    };
    QString sheet = QString::fromLatin1(kSheet);
    const std::pair<QStringView, QColor> names[] = {
        {u"{window}", t.window},         {u"{surface}", t.surface},   {u"{raised}", t.raised},
        {u"{border}", t.border},         {u"{text}", t.text},         {u"{muted}", t.muted},
        {u"{accent}", t.accent},         {u"{onAccent}", t.onAccent}, {u"{accentSoft}", t.accentSoft},
        {u"{good}", t.good},             {u"{warning}", t.warning},   {u"{bad}", t.bad},
        {u"{goodSoft}", t.goodSoft},     {u"{warningSoft}", t.warningSoft}, {u"{badSoft}", t.badSoft},
        {u"{accentHover}", mix(t.accent, t.text, 0.15)}, {u"{faint}", mix(t.muted, t.surface, 0.4)},
        {u"{stripe}", mix(t.surface, t.window, 0.5)},    {u"{scroll}", mix(t.border, t.muted, 0.35)},
    };
    for (const auto& [name, color] : names) sheet.replace(name.toString(), color.name());
    sheet.replace(u"{tick}"_s, t.dark ? u"tick-dark"_s : u"tick-light"_s); // in the colour of onAccent
    return sheet;
}

// DejaVu is what bare systems fall back to; it is wide. Prefer a text face when there is one.
QFont applicationFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    const QString family = QFontInfo(font).family();
    if (family.startsWith(u"DejaVu"_s) || family.startsWith(u"Bitstream"_s)) {
        const QStringList families = QFontDatabase::families();
        for (const auto& better : {u"Inter"_s, u"Noto Sans"_s, u"Source Sans 3"_s, u"Source Sans Pro"_s, u"Open Sans"_s,
                                   u"Roboto"_s, u"Cantarell"_s, u"Noto Sans CJK SC"_s})
            if (families.contains(better)) {
                font.setFamilies({better, family});
                break;
            }
    }
    if (font.pointSizeF() < 9.5) font.setPointSizeF(9.5);
    return font;
}

} // namespace

const Theme& lightTheme()
{
    static const Theme t{false, rgb(0xf3f4f7), rgb(0xffffff), rgb(0xf0f2f6), rgb(0xdcdfe6), rgb(0x1b2330),
                         rgb(0x5a6474), rgb(0x2f55d4), rgb(0xffffff), rgb(0xe4eafc), rgb(0x0b7a53), rgb(0x9a4d00),
                         rgb(0xbf2c24), rgb(0xe1f4ec), rgb(0xfdf0dc), rgb(0xfce8e6)};
    return t;
}

const Theme& darkTheme()
{
    static const Theme t{true, rgb(0x14171c), rgb(0x1b1f26), rgb(0x252a33), rgb(0x333a46), rgb(0xe6e9ef),
                         rgb(0x9da7b6), rgb(0x86a8ff), rgb(0x10141c), rgb(0x2a3756), rgb(0x55c995), rgb(0xf0b55a),
                         rgb(0xff8a80), rgb(0x17342a), rgb(0x3a2d15), rgb(0x40211f)};
    return t;
}

const Theme& theme() { return g_dark ? darkTheme() : lightTheme(); }

bool systemIsDark()
{
    static const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
}

void applyTheme(QApplication& application, ThemeChoice choice)
{
    const bool system = systemIsDark(); // before our palette replaces the desktop's
    static const QFont font = applicationFont();
    g_dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && system);
    const QString sheet = sheetOf(theme());
    if (application.styleSheet() == sheet) return; // Qt would style every widget again
    if (application.style()->name() != u"fusion"_s) QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setPalette(paletteOf(theme()));
    QApplication::setFont(font);
    application.setStyleSheet(sheet);
}

QColor groupColor(std::uint32_t number)
{
    return canvasPalette(g_dark).group(number).solid;
}

QFont scaledFont(double factor, bool bold)
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * factor);
    if (bold) font.setWeight(QFont::DemiBold);
    return font;
}

QFont numberFont()
{
    // The faces that applicationFont prefers have figures of one width already.
    return QApplication::font();
}

double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& c) {
        const auto linear = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(static_cast<double>(c.redF())) + 0.7152 * linear(static_cast<double>(c.greenF()))
               + 0.0722 * linear(static_cast<double>(c.blueF()));
    };
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return x > y ? x / y : y / x;
}

} // namespace alignscope::ui
