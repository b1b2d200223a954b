// SPDX-License-Identifier: Apache-2.0
// StatusLine: counts of the model, state of the layout, zoom.
#pragma once

#include <QStatusBar>
#include <QString>

class QLabel;
class QPushButton;
class QToolButton;

namespace alignscope::ui {

class DrawingJob;
class Session;

/// "87 %", and below 10 % two digits: "0.024 %".
[[nodiscard]] QString zoomText(double zoom);

class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    StatusLine(Session& session, DrawingJob& drawing, QWidget* parent = nullptr);
    void setZoom(double zoom);

Q_SIGNALS:
    void requantizeClicked();

private:
    void refreshCounts();
    void refreshLayout();

    Session& m_session;
    DrawingJob& m_drawing;
    QLabel* m_counts;
    QPushButton* m_requantize;
    QLabel* m_layout;
    QToolButton* m_cancel;
    QLabel* m_zoom;
    double m_last = 1; ///< zoom
};

} // namespace alignscope::ui
