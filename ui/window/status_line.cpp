// SPDX-License-Identifier: Apache-2.0
#include "ui/window/status_line.h"

#include "ui/panels/blocks.h"
#include "ui/session/drawing_job.h"
#include "ui/session/session.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

StatusLine::StatusLine(Session& session, DrawingJob& drawing, QWidget* parent)
    : QStatusBar(parent), m_session(session), m_drawing(drawing), m_counts(new QLabel(this)),
      m_requantize(linkButton({}, this)), m_layout(new QLabel(this)), m_cancel(new QToolButton(this)), m_zoom(new QLabel(this))
{
    setObjectName(u"statusLine"_s);
    setSizeGripEnabled(false);
    setContentsMargins(space::kUnit, 0, space::kUnit, 0);
    m_counts->setObjectName(u"statusCounts"_s);
    m_requantize->setObjectName(u"statusRequantize"_s);
    m_requantize->setToolTip(tr("Go to the next requantize edge (F8)"));
    m_layout->setObjectName(u"statusLayout"_s);
    m_layout->setProperty("role", u"muted"_s);
    m_zoom->setProperty("role", u"muted"_s);
    m_zoom->setMinimumWidth(fontMetrics().horizontalAdvance(u"0.000 %"_s));
    m_zoom->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_cancel->setProperty("flat", true);
    m_cancel->setObjectName(u"cancelLayout"_s);
    m_cancel->setIcon(icon(u"close"_s));
    m_cancel->setIconSize(QSize(12, 12));
    m_cancel->setToolTip(tr("Keep the layout that is there"));
    m_cancel->setAccessibleName(tr("Cancel the layout"));
    addWidget(m_counts);
    addWidget(m_requantize);
    addPermanentWidget(m_layout);
    addPermanentWidget(m_cancel);
    addPermanentWidget(m_zoom);
    connect(m_requantize, &QPushButton::clicked, this, &StatusLine::requantizeClicked);
    connect(m_cancel, &QToolButton::clicked, &m_drawing, &DrawingJob::cancel);
    connect(&m_session, &Session::modelChanged, this, &StatusLine::refreshCounts);
    connect(&m_session, &Session::shownChanged, this, &StatusLine::refreshCounts);
    connect(&m_drawing, &DrawingJob::stateChanged, this, &StatusLine::refreshLayout);
    refreshCounts();
    refreshLayout();
}

QString zoomText(double zoom)
{
    const double percent = zoom * 100;
    if (percent >= 9.95) return u"%1 %"_s.arg(std::lround(percent));
    // Of a huge graph two digits tell one step from the next.
    const int decimals = percent > 0 ? std::clamp(1 - static_cast<int>(std::floor(std::log10(percent))), 0, 4) : 0;
    return u"%1 %"_s.arg(percent, 0, 'f', decimals);
}

void StatusLine::setZoom(double zoom)
{
    m_last = zoom;
    m_zoom->setText(m_session.model() ? zoomText(zoom) : QString());
}

void StatusLine::refreshCounts()
{
    const auto& evaluation = m_session.shown();
    m_requantize->setVisible(evaluation != nullptr);
    if (!evaluation) {
        m_counts->clear();
        m_zoom->clear();
        return;
    }
    setZoom(m_last); // it may be the same for the next model
    const Model& model = *evaluation->model;
    m_counts->setText(u"%1  \u00b7  %2  \u00b7"_s.arg(tr("%n operations", nullptr, static_cast<int>(model.graph->operationCount())),
                                                     tr("%n slots", nullptr, static_cast<int>(model.baseline.size()))));
    const std::size_t edges = evaluation->cascade.summary.requantizeEdgesAfter;
    const QString count = tr("%n requantize edges", nullptr, static_cast<int>(edges));
    m_requantize->setText(m_session.showsView() ? u"%1 (%2)"_s.arg(count, m_session.viewSides().after) : count);
    m_requantize->setAccessibleName(m_requantize->text());
    m_requantize->setEnabled(edges > 0);
}

void StatusLine::refreshLayout()
{
    const auto state = m_drawing.state();
    const bool running = state == DrawingJob::State::Fast || state == DrawingJob::State::Improving;
    m_cancel->setVisible(running);
    m_layout->setToolTip(m_drawing.failure());
    const QString percent = m_drawing.progress() > 0 ? u" %1 %"_s.arg(std::lround(m_drawing.progress() * 100)) : QString();
    switch (state) {
    case DrawingJob::State::Idle: m_layout->clear(); break;
    case DrawingJob::State::Fast: m_layout->setText(tr("Laying out...") + percent); break;
    case DrawingJob::State::Improving: m_layout->setText(tr("Improving the layout...") + percent); break;
    case DrawingJob::State::Done: m_layout->setText(m_drawing.best() ? tr("Best layout") : tr("Fast layout")); break;
    case DrawingJob::State::Failed: m_layout->setText(tr("No layout: %1").arg(m_drawing.failure())); break;
    }
}

} // namespace alignscope::ui
