// SPDX-License-Identifier: Apache-2.0
#include "ui/session/drawing_job.h"

#include "core/layout/layout.h"
#include "core/layout/layout_cache.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QStandardPaths>

#include <utility>

namespace alignscope::ui {
namespace {

struct Made {
    std::shared_ptr<const Drawing> drawing; ///< null when there is an error
    bool best = false;
    QString error;
};

Made placed(const std::shared_ptr<const Drawing>& drawing, const Result<layout::Layout>& layout)
{
    if (!layout) return {nullptr, false, messageText(layout.error())};
    return {drawing->withLayout(*layout), layout->best, {}};
}

} // namespace

DrawingJob::DrawingJob(QObject* parent)
    : QObject(parent), m_job(*this, m_pool), m_worker(QCoreApplication::applicationFilePath()),
      m_cache(QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/layouts"))
{
    m_pool.setMaxThreadCount(3); // a cancelled job may still be ending while the next one starts
}

DrawingJob::~DrawingJob()
{
    m_job.stop();
    m_pool.waitForDone();
}

void DrawingJob::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void DrawingJob::start(std::shared_ptr<const Model> model, const DrawingOptions& options)
{
    m_progress = 0;
    m_best = false;
    m_failure.clear();
    setState(State::Fast);
    m_job.start(
        [model = std::move(model), options, fonts = drawingFonts(QGuiApplication::font()),
         cache = layout::LayoutCache(m_bestWanted ? m_cache.toStdString() : std::string())](const Task& task) {
            Made made;
            auto drawing = Drawing::makePlaced(model, fonts, options, [&](const layout::InputGraph& graph) {
                auto kept = cache.find(graph);
                auto layout = kept ? Result<layout::Layout>(*std::move(kept)) : layout::layoutFast(graph, task);
                made.best = layout && layout->best;
                return layout;
            });
            if (drawing) made.drawing = *std::move(drawing);
            else made.error = messageText(drawing.error());
            return made;
        },
        [this](Made made) {
            if (!made.drawing) {
                m_failure = made.error;
                setState(State::Failed);
                return;
            }
            m_retired.add(std::exchange(m_drawing, std::move(made.drawing)));
            m_best = made.best;
            Q_EMIT drawingChanged();
            if (m_bestWanted && !m_best) improve(m_drawing);
            else setState(State::Done);
        },
        [this](double fraction) {
            m_progress = fraction;
            Q_EMIT stateChanged();
        });
}

void DrawingJob::improve(std::shared_ptr<const Drawing> drawing)
{
    m_progress = 0;
    layout::BestOptions options;
    options.workerProgram = m_worker.toStdString();
    m_job.start(
        [drawing, options, cache = layout::LayoutCache(m_cache.toStdString())](const Task& task) {
            const auto layout = layout::layoutBest(drawing->inputGraph(), options, task);
            if (layout && layout->best) cache.store(drawing->inputGraph(), *layout);
            return placed(drawing, layout);
        },
        [this](Made made) {
            // The fast picture stays when Graphviz cannot improve it.
            if (made.drawing) {
                m_retired.add(std::exchange(m_drawing, std::move(made.drawing)));
                m_best = made.best;
                Q_EMIT drawingChanged();
            } else m_failure = made.error;
            setState(State::Done);
        },
        [this](double fraction) {
            m_progress = fraction;
            Q_EMIT stateChanged();
        });
    setState(State::Improving);
}

void DrawingJob::cancel()
{
    if (!m_job.running()) return;
    m_job.stop();
    setState(m_drawing ? State::Done : State::Failed);
}

void DrawingJob::clear()
{
    m_job.stop();
    m_retired.add(std::exchange(m_drawing, nullptr));
    m_best = false;
    setState(State::Idle);
    Q_EMIT drawingChanged();
}

} // namespace alignscope::ui
