// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/hand_cost.h"

#include "core/align/by_hand.h"
#include "core/cascade/price.h"
#include "ui/session/session.h"
#include "ui/text/words.h"

#include <QPointer>
#include <QThreadPool>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

QString line(const QString& what, const Evaluation& from, const Evaluation& to)
{
    const std::size_t before = from.cascade.summary.requantizeEdgesAfter;
    const std::size_t after = to.cascade.summary.requantizeEdgesAfter;
    const QString edges = u"%1 \u2192 %2"_s.arg(QString::number(before), QString::number(after))
                          + clippedChangeText(from.cascade.summary, to.cascade.summary);
    return HandCost::tr("%1: %2; requantize edges %3.").arg(what, differenceText(slotTally(from.outcome.table, to.outcome.table)), edges);
}

} // namespace

HandCost::HandCost(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    Scenario strict = session.scenario();
    if (!session.model() || honoursHandEdits(strict.engine)) return;
    strict.engine = Engine::Strict;
    session.pool().start([model = session.model(), strict, guard = QPointer<HandCost>(this), context = &session] {
        auto evaluation = makeEvaluation(model, strict);
        QMetaObject::invokeMethod(
            context,
            [guard, evaluation = std::move(evaluation)] {
                if (!guard) return;
                guard->m_strict = evaluation;
                Q_EMIT guard->ready();
            },
            Qt::QueuedConnection);
    });
}

QString HandCost::text(const QString& what, const Evaluation& wanted) const
{
    const auto& now = m_session.evaluation();
    if (!now) return {};
    if (honoursHandEdits(now->scenario.engine)) return line(what, *now, wanted);
    if (!m_strict) return line(tr("The strict engine and this"), *now, wanted);
    return line(tr("Switching to the strict engine"), *now, *m_strict) + u'\n' + line(what, *m_strict, wanted);
}

} // namespace alignscope::ui
