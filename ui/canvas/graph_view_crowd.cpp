// SPDX-License-Identifier: Apache-2.0
// GraphView: badges that stand as one.
#include "ui/canvas/badges.h"
#include "ui/canvas/describe.h"
#include "ui/canvas/graph_view_p.h"

#include <QMenu>

#include <algorithm>
#include <span>

namespace alignscope::ui {

void GraphView::Private::openCrowd(const Hit& hit, const QPoint& place)
{
    const Drawing* now = placed();
    if (!now || !look) return;
    const auto edges = crowdOf(*now, *look, hit.index, zoom);
    constexpr std::size_t kMost = 200; // the menu scrolls
    auto* menu = new QMenu(view);
    menu->setObjectName(QStringLiteral("crowdMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(crowdTitle(*now, *look, edges))->setEnabled(false);
    menu->addSeparator();
    for (const std::uint32_t edge : std::span(edges).first(std::min(kMost, edges.size()))) {
        const Selection chosen = selectionOf(now->edges()[edge]);
        QString line = crowdLine(*now, *look, edge);
        QAction* action = menu->addAction(line.replace(u'&', QStringLiteral("&&")));
        QObject::connect(action, &QAction::hovered, view, [this, chosen] { view->setPointed(chosen); });
        QObject::connect(action, &QAction::triggered, view, [this, chosen] { select(chosen, true); });
    }
    if (edges.size() > kMost)
        menu->addAction(GraphView::tr("and %n more", nullptr, static_cast<int>(edges.size() - kMost)))->setEnabled(false);
    QObject::connect(menu, &QMenu::aboutToHide, view, [this] { view->setPointed({}); });
    menu->popup(place);
}

} // namespace alignscope::ui
