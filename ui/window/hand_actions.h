// SPDX-License-Identifier: Apache-2.0
// HandActions: bind, release, pin, unpin, exclude and include, from canvas, menus and keys.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/quant/slot_graph.h"

#include <QObject>
#include <QPoint>

#include <functional>
#include <optional>

class QMenu;
class QWidget;

namespace alignscope::ui {

struct Actions;
class GraphView;
class Session;

/// An edit that only the strict engine honours is never refused flatly: the switch is offered in the
/// same place, as one undo step. Thread: GUI.
class HandActions : public QObject {
    Q_OBJECT
public:
    HandActions(Session& session, const Actions& actions, GraphView& canvas, QWidget* window);

    /// Enables what applies to the selection; disabled entries say why in their tool tip.
    void refresh();
    /// The entries that belong to the selection.
    void fillContextMenu(QMenu* menu);

Q_SIGNALS:
    /// A sentence about something that cannot be done.
    void refused(const QString& sentence);

private:
    void bind();
    void bindTo(SlotId slot, SlotId master, std::optional<QPoint> place);
    void toggleExcluded();
    void attempt(const Result<void>& verdict, MessageCode needsStrict, const QString& switchText,
                 std::optional<QPoint> place, const std::function<void(bool alsoStrict)>& edit);
    [[nodiscard]] QString slotRefusal() const;
    [[nodiscard]] SlotId selectedSlot() const;
    [[nodiscard]] std::optional<SlotEdge> selectedEdge() const;
    [[nodiscard]] QPoint placeOf(SlotId slot) const; ///< global; where a menu about it appears

    Session& m_session;
    const Actions& m_actions;
    GraphView& m_canvas;
    QWidget* m_window;
};

} // namespace alignscope::ui
