// SPDX-License-Identifier: Apache-2.0
// ChangePointers: at the edges of the canvas, how many changed operations lie beyond them.
#pragma once

#include <QObject>
#include <QRectF>
#include <QTimer>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

class QAbstractButton;

namespace alignscope {
struct Evaluation;
}

namespace alignscope::ui {

class Drawing;
class GraphView;
class Session;

/// Which way out of the visible part lies a thing; None: in sight.
enum class Beyond { None = -1, Above, Below, Left, Right };
[[nodiscard]] Beyond beyond(const QRectF& visible, const QRectF& thing);

/// An arrow with a count in the middle of each edge beyond which something changed; a click goes to
/// the nearest one. Nothing stands where nothing lies, or while the loaded state is shown.
class ChangePointers : public QObject {
    Q_OBJECT
public:
    /// Both outlive it.
    ChangePointers(Session& session, GraphView& canvas, QObject* parent);

    /// Looks again soon; for whoever knows that the drawing is another one.
    void renew();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Place {
        std::uint32_t operation = 0;
        QRectF box;
    };
    struct Side {
        QAbstractButton* button = nullptr;
        std::size_t count = 0;
        std::uint32_t nearest = 0;
    };
    void collect();
    void point();
    void place();
    [[nodiscard]] QPoint freePlace(Beyond side, QSize size) const;

    Session& m_session;
    GraphView& m_canvas;
    std::vector<Place> m_places;
    std::weak_ptr<const Evaluation> m_ofEvaluation; ///< what the places are of
    std::weak_ptr<const Drawing> m_ofDrawing;
    std::array<Side, 4> m_sides; ///< by Beyond
    QTimer m_soon;               ///< one look for many moves
};

} // namespace alignscope::ui
