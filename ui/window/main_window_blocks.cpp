// SPDX-License-Identifier: Apache-2.0
// How MainWindow collapses and expands blocks of the graph.
#include "ui/window/main_window.h"
#include "ui/window/status_line.h"

#include <algorithm>
#include <set>
#include <string>

namespace alignscope::ui {

void MainWindow::connectBlocks()
{
    const Actions& a = m_actions;
    connect(&m_session, &Session::blocksChanged, this, [this] {
        m_options.blocks = m_session.blocks();
        m_options.collapsed.clear();
        collapseRemembered();
        refreshActions();
    });
    connect(m_canvas, &GraphView::blockOpened, this, &MainWindow::openBlock);
    connect(a.expandBlock, &QAction::triggered, this, [this] { openBlock(m_session.selection().block, Opening::Block); });
    connect(a.collapseBlock, &QAction::triggered, this, [this] { collapseAround(); });
    connect(a.collapseAll, &QAction::triggered, this, [this] {
        if (!m_options.blocks) return;
        std::vector<std::uint32_t> all(m_options.blocks->size());
        for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
        m_fitPending = true;
        setCollapsed(std::move(all));
    });
    connect(a.expandAll, &QAction::triggered, this, [this] { setCollapsed({}); });
}

// As the session file has it, or as it was before the model was read again.
void MainWindow::collapseRemembered()
{
    if (!m_options.blocks || m_document.collapsed().empty()) return;
    const std::set<std::string> names(m_document.collapsed().begin(), m_document.collapsed().end());
    std::vector<std::uint32_t> collapsed;
    for (std::uint32_t i = 0; i < m_options.blocks->size(); ++i)
        if (names.contains(blockName(*m_session.model()->graph, (*m_options.blocks)[i]))) collapsed.push_back(i);
    if (collapsed.empty()) return;
    m_fitPending = !m_sameGraph;
    setCollapsed(std::move(collapsed));
}

// Collapsed blocks stand among folded Q and DQ nodes, in the whole graph.
void MainWindow::setCollapsed(std::vector<std::uint32_t> collapsed)
{
    std::sort(collapsed.begin(), collapsed.end());
    collapsed.erase(std::unique(collapsed.begin(), collapsed.end()), collapsed.end());
    if (!collapsed.empty()) {
        m_actions.unfold->setChecked(false);
        m_options.focus = {};
    }
    m_options.collapsed = std::move(collapsed);
    std::vector<std::string> names;
    for (const std::uint32_t block : m_options.collapsed) names.push_back(blockName(*m_session.model()->graph, (*m_options.blocks)[block]));
    m_document.setCollapsed(std::move(names));
    restartDrawing();
    refreshActions();
}

void MainWindow::openBlock(std::uint32_t block, Opening opening)
{
    const auto& blocks = m_options.blocks;
    if (!blocks || block >= blocks->size()) return;
    std::vector<std::uint32_t> collapsed = m_options.collapsed;
    std::erase_if(collapsed, [&](std::uint32_t other) {
        return other == block || (opening == Opening::Everything && blocks->contains(block, other));
    });
    // Its first operation takes the place of the box; if that stands in a box itself, then that.
    const OpId first = (*blocks)[block].operations.front();
    Selection inside{Selection::Kind::Operation, first, {}, {}};
    for (std::uint32_t at = blocks->innermost(first); at != kNoBlock && at != block; at = (*blocks)[at].parent)
        if (std::binary_search(collapsed.begin(), collapsed.end(), at)) {
            inside = {Selection::Kind::Block, {}, {}, {}};
            inside.block = at;
        }
    setCollapsed(std::move(collapsed));
    m_session.select(inside);
}

// The innermost expanded block around the selection; of a collapsed one the block around it.
std::uint32_t MainWindow::blockAround() const
{
    const auto& blocks = m_session.blocks();
    const Selection& selection = m_session.selection();
    if (!blocks) return kNoBlock;
    if (selection.kind == Selection::Kind::Block) return selection.block < blocks->size() ? (*blocks)[selection.block].parent : kNoBlock;
    if (selection.kind != Selection::Kind::Operation && selection.kind != Selection::Kind::Slot) return kNoBlock;
    std::uint32_t at = blocks->innermost(selection.operation);
    while (at != kNoBlock && std::binary_search(m_options.collapsed.begin(), m_options.collapsed.end(), at)) at = (*blocks)[at].parent;
    return at;
}

void MainWindow::collapseAround()
{
    const std::uint32_t block = blockAround();
    if (block == kNoBlock) {
        m_status->showMessage(tr("The selection is in no block."), 4000);
        return;
    }
    std::vector<std::uint32_t> collapsed = m_options.collapsed;
    collapsed.push_back(block);
    m_collapsing = block;
    Selection box;
    box.kind = Selection::Kind::Block;
    box.block = block;
    setCollapsed(std::move(collapsed));
    m_session.select(box);
}

// Expands what hides the selection; false when nothing does.
bool MainWindow::expandTo(const Selection& selection)
{
    const auto& drawing = m_drawing.drawing();
    const auto& blocks = m_options.blocks;
    if (!drawing || !blocks || m_options.collapsed.empty()) return false;
    if (selection.kind != Selection::Kind::Operation && selection.kind != Selection::Kind::Slot && selection.kind != Selection::Kind::Edge)
        return false;
    if (selection.slot && drawing->portOf(selection.slot) != kNoIndex) return false;
    bool hidden = false;
    std::vector<std::uint32_t> collapsed = m_options.collapsed;
    for (const OpId operation : m_session.selectedOperations()) {
        const std::uint32_t node = drawing->nodeOf(operation);
        // Of an edge the consumer counts, unless only its producer is known.
        if (selection.slot && m_session.model()->baseline.slots()[selection.slot].operation != operation) continue;
        if (node == kNoIndex || drawing->node(node).block == kNoBlock) continue;
        hidden = true;
        std::erase_if(collapsed, [&](std::uint32_t block) { return blocks->contains(block, blocks->innermost(operation)); });
    }
    if (!hidden) return false;
    m_revealPending = true;
    setCollapsed(std::move(collapsed));
    return true;
}

} // namespace alignscope::ui
