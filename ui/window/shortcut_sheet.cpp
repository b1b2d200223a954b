// SPDX-License-Identifier: Apache-2.0
#include "ui/window/shortcut_sheet.h"

#include "ui/panels/blocks.h"
#include "ui/theme/theme.h"
#include "ui/window/actions.h"

#include <QLabel>
#include <QResizeEvent>

#include <algorithm>
#include <array>
#include <vector>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

constexpr int kRowGap = 5;
constexpr int kKeyGap = 14;
constexpr int kColumnGap = 36;
constexpr int kSectionGap = 18;

using Topic = Actions::Topic;

} // namespace

ShortcutSheet::ShortcutSheet(const Actions& actions, QWidget* parent) : QWidget(parent), m_nothing(mutedLabel(tr("No key has these words."), this))
{
    setObjectName(u"shortcutSheet"_s);
    struct Line {
        QString key;
        QString text;
    };
    std::array<std::pair<QString, QList<Line>>, 8> topics = {{{tr("Navigate"), {}}, {tr("Select"), {}}, {tr("Search"), {}}, {tr("Align"), {}},
                                                             {tr("Scenarios and comparison"), {}}, {tr("Steps"), {}}, {tr("View"), {}}, {tr("File and help"), {}}}};
    const auto of = [&](Topic topic) -> QList<Line>& { return topics.at(static_cast<std::size_t>(topic)).second; };
    const auto add = [&](Topic topic, const QString& key, const QString& text) { of(topic).append({key, text}); };
    const auto addAction = [&](Topic topic, const QAction* action) {
        if (action == nullptr || action->shortcut().isEmpty()) return;
        add(topic, action->shortcut().toString(QKeySequence::NativeText), Actions::plainText(action->text()));
    };
    add(Topic::Navigate, tr("Arrow keys"), tr("Walk along the edges of the canvas"));
    add(Topic::Navigate, tr("Space"), tr("Fit the graph"));
    add(Topic::Navigate, tr("Wheel, drag"), tr("Scroll, move the canvas"));
    add(Topic::Navigate, tr("Middle drag"), tr("Move the canvas, from anywhere"));
    add(Topic::Navigate, tr("Ctrl+wheel"), tr("Zoom at the pointer"));
    add(Topic::Navigate, tr("Ctrl+drag"), tr("Zoom to a rectangle"));
    add(Topic::Navigate, tr("Shift+Up, Shift+Down"), tr("Zoom in, zoom out"));
    add(Topic::Navigate, tr("Mouse buttons 4, 5"), tr("Back, forward"));
    add(Topic::Select, tr("Click"), tr("Select a box, slot, group label, edge or badge"));
    add(Topic::Select, tr("Ctrl+click"), tr("A second slot beside the selected one"));
    addAction(Topic::Align, actions.undo);
    addAction(Topic::Align, actions.redo);
    add(Topic::Align, tr("Drag from slot to slot"), tr("Bind the first to the second by hand"));
    for (const QAction* action : actions.all()) {
        const bool numbered = std::find(actions.scenarios.begin(), actions.scenarios.end(), action) != actions.scenarios.end();
        if (action == actions.scenarios.front()) add(Topic::Compare, u"1 \u2026 9"_s, tr("Switch to a kept scenario"));
        if (!numbered) addAction(Actions::topicOf(action), action);
    }
    add(Topic::Search, tr("Enter, Shift+Enter"), tr("In the search: next, previous hit"));
    add(Topic::Search, tr("Down, Tab, F1"), tr("In the search: into the list, complete, terms"));
    add(Topic::View, tr("Double click, Alt+double click"), tr("Open a collapsed block, with all in it"));
    add(Topic::File, u"Ctrl+1 \u2026 9"_s, tr("Open a recent model"));

    for (const auto& [title, lines] : topics) {
        Section section{sectionLabel(title, this), {}};
        section.heading->setFont(scaledFont(1.05, true));
        for (const Line& line : lines) {
            Row row{new QLabel(line.key, this), new QLabel(line.text, this)};
            row.key->setFont(scaledFont(0.95, true));
            row.key->setTextFormat(Qt::PlainText);
            row.text->setTextFormat(Qt::PlainText);
            row.key->setBuddy(row.text);
            m_keyWidth = std::max(m_keyWidth, row.key->sizeHint().width());
            m_textWidth = std::max(m_textWidth, row.text->sizeHint().width());
            section.rows.append(row);
        }
        m_sections.append(section);
    }
    m_nothing->hide();
}

void ShortcutSheet::setFilter(const QString& text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    bool any = false;
    for (Section& section : m_sections)
        for (Row& row : section.rows) {
            const QString all = section.heading->text() + u' ' + row.key->text() + u' ' + row.text->text();
            row.shown = std::all_of(words.begin(), words.end(), [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
            any = any || row.shown;
        }
    m_nothing->setVisible(!any);
    updateGeometry();
    setMinimumHeight(place(width(), true));
}

int ShortcutSheet::widthOfColumns(int columns) const
{
    return 2 * space::kDouble + columns * (m_keyWidth + kKeyGap + m_textWidth) + (columns - 1) * kColumnGap;
}

int ShortcutSheet::heightOf(const Section& section)
{
    int height = 0;
    for (const Row& row : section.rows)
        if (row.shown) height += row.text->sizeHint().height() + kRowGap;
    return height == 0 ? 0 : height + section.heading->sizeHint().height() + kRowGap + kSectionGap;
}

// Sections one below the other, into the next column where that makes the highest column lower.
int ShortcutSheet::place(int width, bool move)
{
    int columns = 1;
    while (columns < 3 && widthOfColumns(columns + 1) <= width) ++columns;
    std::vector<int> heights;
    for (const Section& section : m_sections) heights.push_back(heightOf(section));
    // The least height that the sections, in their order, fit into.
    const auto fits = [&](int limit) {
        int used = 1;
        int height = 0;
        for (const int h : heights) {
            if (h > limit) return false;
            if (height + h > limit) {
                ++used;
                height = 0;
            }
            height += h;
        }
        return used <= columns;
    };
    int limit = 1;
    for (int sum = 0; const int h : heights) limit = std::max(limit, (sum += h) / columns);
    while (!fits(limit)) limit += 4;
    int column = 0;
    int y = 0;
    const int wide = (width - 2 * space::kDouble - (columns - 1) * kColumnGap) / columns;
    for (std::size_t i = 0; i < heights.size(); ++i) {
        if (y + heights[i] > limit) {
            ++column;
            y = 0;
        }
        if (!move) {
            y += heights[i];
            continue;
        }
        const int x = space::kDouble + column * (wide + kColumnGap);
        int at = space::kDouble + y;
        const Section& section = m_sections[static_cast<qsizetype>(i)];
        section.heading->setVisible(heights[i] > 0);
        section.heading->setGeometry(x, at, wide, section.heading->sizeHint().height());
        at += section.heading->sizeHint().height() + kRowGap;
        for (const Row& row : section.rows) {
            row.key->setVisible(row.shown);
            row.text->setVisible(row.shown);
            if (!row.shown) continue;
            const int line = row.text->sizeHint().height();
            row.key->setGeometry(x, at, m_keyWidth, line);
            row.text->setGeometry(x + m_keyWidth + kKeyGap, at, std::max(10, wide - m_keyWidth - kKeyGap), line);
            at += line + kRowGap;
        }
        y += heights[i];
    }
    if (move) m_nothing->setGeometry(space::kDouble, space::kDouble, std::max(10, width - 2 * space::kDouble), m_nothing->sizeHint().height());
    return limit + 2 * space::kDouble;
}

QSize ShortcutSheet::sizeHint() const { return {widthOfColumns(2), minimumHeight()}; }
QSize ShortcutSheet::minimumSizeHint() const { return {std::min(widthOfColumns(1), 320), minimumHeight()}; }

void ShortcutSheet::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    setMinimumHeight(place(width(), true));
}

} // namespace alignscope::ui
