// SPDX-License-Identifier: Apache-2.0
// Where MainWindow goes: back and forward, along edges, around a selection.
#include "core/graph/neighbours.h"
#include "ui/canvas/hit_test.h"
#include "ui/text/words.h"
#include "ui/window/banners.h"
#include "ui/window/main_window.h"
#include "ui/window/status_line.h"

#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

constexpr std::uint32_t kFirstHops = 2;
constexpr std::uint32_t kMostHops = 50;

} // namespace

void MainWindow::connectGo()
{
    const Actions& a = m_actions;
    const auto on = [this](QAction* action, auto&& function) { connect(action, &QAction::triggered, this, std::forward<decltype(function)>(function)); };
    on(a.back, [this] { travel(-1); });
    on(a.forward, [this] { travel(1); });
    on(a.producer, [this] { goAlongEdge(Stream::Up); });
    on(a.consumers, [this] { goAlongEdge(Stream::Down); });
    const auto slot = [this](int step) {
        if (!m_session.stepSlot(step)) m_status->showMessage(tr("The selected operation has no slots: it runs in float."), 4000);
    };
    on(a.nextSlot, [slot] { slot(1); });
    on(a.previousSlot, [slot] { slot(-1); });
    const auto change = [this](int step) {
        if (!m_session.stepChange(step)) m_status->showMessage(tr("Nothing is changed: every scale is as it was loaded."), 4000);
    };
    on(a.nextChange, [change] { change(1); });
    on(a.previousChange, [change] { change(-1); });
    on(a.neighbourhood, [this] { changeHops(1); });
    on(a.fewerHops, [this] { changeHops(-1); });
    on(a.showAll, [this] { setFocusOn({}); });
}

void MainWindow::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::BackButton) m_actions.back->trigger();
    else if (event->button() == Qt::ForwardButton) m_actions.forward->trigger();
    else QMainWindow::mousePressEvent(event);
}

Visits::View MainWindow::viewNow() const
{
    const GraphView::Pose pose = m_canvas->pose();
    return {pose.centre, pose.zoom};
}

void MainWindow::travel(int step)
{
    const Visits::View here = viewNow();
    const auto place = step < 0 ? m_visits.back(m_session.selection(), here) : m_visits.forward(here);
    if (place) {
        m_session.reveal(place->selection);
        if (place->view) m_canvas->flyTo({place->view->centre, place->view->zoom}); // as it was left
    }
    refreshActions();
}

// To the one operation at the other end, or to one of several that a menu offers.
void MainWindow::goAlongEdge(Stream stream)
{
    const Selection selection = m_session.selection();
    if (!m_session.model()) return;
    const Graph& graph = *m_session.model()->graph;
    const bool up = stream == Stream::Up;
    TensorId tensor = selection.tensor;
    if (selection.kind == Selection::Kind::Slot) {
        // A slot has one edge side; towards the other it is its operation that is asked.
        const Slot& slot = m_session.model()->baseline.slots()[selection.slot];
        if ((slot.io == SlotIo::In) == up) tensor = slot.tensor;
    }
    std::vector<Neighbour> found;
    if (!tensor && selection.operation) found = up ? producersOf(graph, selection.operation) : consumersOf(graph, selection.operation);
    else if (tensor && up && graph.producer(tensor)) found = {{graph.producer(tensor), tensor, 0}};
    else if (tensor && !up) found = consumersOf(graph, tensor);
    std::vector<OpId> seen;
    std::erase_if(found, [&](const Neighbour& n) {
        const bool again = std::find(seen.begin(), seen.end(), n.operation) != seen.end();
        seen.push_back(n.operation);
        return again;
    });
    if (found.empty()) {
        m_status->showMessage(up ? tr("Nothing stands before it: it reads inputs and constants of the model.")
                                 : tr("Nothing reads from it: it writes an output of the model."), 4000);
        return;
    }
    if (found.size() == 1) {
        m_session.selectOperation(found.front().operation);
        return;
    }
    auto* menu = new QMenu(this);
    menu->setObjectName(u"goMenu"_s);
    menu->setAccessibleName(up ? tr("Producers") : tr("Consumers"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Neighbour& n : found) {
        const Operation& operation = graph.operation(n.operation);
        QString text = u"%1   %2"_s.arg(qs(operation.type), shortened(qs(operation.id), 50));
        QAction* action = menu->addAction(text.replace(u'&', u"&&"_s));
        action->setToolTip(qs(graph.tensor(n.tensor).name));
        connect(action, &QAction::triggered, this, [this, operation = n.operation] { m_session.selectOperation(operation); });
        connect(action, &QAction::hovered, this, [this, operation = n.operation] {
            m_canvas->setPointed({Selection::Kind::Operation, operation, {}, {}});
        });
    }
    connect(menu, &QMenu::aboutToHide, this, [this] { m_canvas->setPointed({}); });
    menu->setToolTipsVisible(true);
    QPoint at = m_canvas->viewport()->rect().center();
    if (const auto drawing = m_canvas->drawing(); drawing && drawing->placed())
        if (const std::uint32_t node = nodeOf(*drawing, selection); node != kNoIndex) {
            const QRectF box = drawing->node(node).rect;
            const QPoint corner = m_canvas->fromScene(up ? box.topRight() : box.bottomRight()).toPoint();
            if (m_canvas->viewport()->rect().contains(corner)) at = corner;
        }
    menu->popup(m_canvas->viewport()->mapToGlobal(at));
    menu->setActiveAction(menu->actions().front());
}

// ---- the neighbourhood -----------------------------------------------------------------------

void MainWindow::changeHops(int step)
{
    DrawingFocus focus = m_options.focus;
    const std::vector<OpId> seeds = m_session.selectedOperations();
    if (step > 0 && !seeds.empty() && seeds != focus.seeds) focus = {seeds, kFirstHops};
    else if (!focus.active()) return;
    else focus.hops = static_cast<std::uint32_t>(std::clamp(static_cast<int>(focus.hops) + step, 1, static_cast<int>(kMostHops)));
    setFocusOn(std::move(focus));
}

void MainWindow::setFocusOn(DrawingFocus focus)
{
    if (focus == m_options.focus) {
        refreshFocusBanner(); // its button took it away
        return;
    }
    m_options.focus = std::move(focus);
    // What is left is seen whole; what comes back is seen where one was.
    m_fitPending = m_options.focus.active();
    m_revealPending = !m_fitPending;
    restartDrawing();
    refreshActions();
}

void MainWindow::refreshFocusBanner()
{
    const DrawingFocus& focus = m_options.focus;
    const auto& drawing = m_drawing.drawing();
    if (!focus.active() || !drawing) {
        m_banners->take(u"focus"_s);
        return;
    }
    if (drawing->options().focus != focus) return; // its drawing is on its way
    const Graph& graph = *m_session.model()->graph;
    const auto count = std::count_if(drawing->nodes().begin(), drawing->nodes().end(), [](const DrawnNode& node) { return node.operation.valid(); });
    const QString centre = focus.seeds.size() == 1 ? shortened(qs(graph.operation(focus.seeds.front()).id), 40)
                                                   : tr("%n operation(s)", nullptr, static_cast<int>(focus.seeds.size()));
    const QString text = tr("Showing %n hop(s) around %1: %2 of %3 operations.", nullptr, static_cast<int>(focus.hops))
                             .arg(centre).arg(count).arg(graph.operationCount());
    if (m_banners->text(u"focus"_s) == text) return; // a button of it may have the focus
    m_banners->show(u"focus"_s, Banners::Kind::Info, text,
                    {{tr("Fewer hops"), [this] { changeHops(-1); }},
                     {tr("More hops"), [this] {
                          DrawingFocus more = m_options.focus;
                          more.hops = std::min(more.hops + 1, kMostHops);
                          setFocusOn(std::move(more));
                      }},
                     {tr("Show all"), [this] { setFocusOn({}); }}},
                    false);
}

// Shows the selection, and first whatever hides it.
void MainWindow::revealSelection()
{
    const Selection selection = m_session.selection();
    const auto& drawing = m_drawing.drawing();
    if (!drawing || selection.kind == Selection::Kind::None) return;
    const std::vector<OpId> operations = m_session.selectedOperations();
    const bool drawn = operations.empty() || std::any_of(operations.begin(), operations.end(), [&](OpId operation) {
        return drawing->nodeOf(operation) != kNoIndex;
    });
    if (!drawn && m_options.focus.active()) setFocusOn({});
    else if (!expandTo(selection)) m_canvas->reveal(selection);
}

} // namespace alignscope::ui
