// SPDX-License-Identifier: Apache-2.0
#include "ui/text/scenario_text.h"

#include "core/base/natural_order.h"
#include "ui/text/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

struct ScenarioText {
    Q_DECLARE_TR_FUNCTIONS(alignscope::ui::ScenarioText)
};

} // namespace

QString engineTitle(Engine engine) { return engine == Engine::Ppq ? u"PPQ"_s : ScenarioText::tr("Strict"); }

QString methodsText(const Scenario& scenario)
{
    QStringList parts;
    for (const Family family : kFamilies)
        if (scenario.method(family) != Method::None)
            parts << u"%1 %2"_s.arg(nameOf(family), nameOf(scenario.method(family)));
    if (parts.isEmpty()) return ScenarioText::tr("nothing aligned");
    parts << (scenario.forceOverlap == Overlap::On ? ScenarioText::tr("overlap on") : ScenarioText::tr("overlap off"));
    return parts.join(u", "_s);
}

int exceptionCount(const Scenario& scenario)
{
    return static_cast<int>(scenario.overrides.size() + scenario.bindings.size() + scenario.pins.size()
                            + scenario.excludedEdges.size() + scenario.ppqManual.size());
}

QString scenarioText(const Scenario& scenario)
{
    const int count = exceptionCount(scenario);
    QStringList parts{engineTitle(scenario.engine)};
    const bool methods = std::any_of(scenario.methods.begin(), scenario.methods.end(), [](Method method) { return method != Method::None; });
    if (methods || count == 0) parts << methodsText(scenario);
    if (count > 0) parts << ScenarioText::tr("%n exceptions", nullptr, count);
    return parts.join(u", "_s);
}

QString choiceText(const Override& choice)
{
    QStringList parts;
    if (choice.method) parts << nameOf(*choice.method);
    if (choice.overlap) parts << (*choice.overlap == Overlap::On ? ScenarioText::tr("overlap on") : ScenarioText::tr("overlap off"));
    return parts.join(u", "_s);
}

QStringList scenarioLines(const Scenario& scenario)
{
    QStringList lines;
    lines << ScenarioText::tr("Engine: %1").arg(engineTitle(scenario.engine));
    for (const Family family : kFamilies) lines << u"%1: %2"_s.arg(titleOf(family), nameOf(scenario.method(family)));
    lines << u"force_overlap: %1"_s.arg(scenario.forceOverlap == Overlap::On ? ScenarioText::tr("on") : ScenarioText::tr("off"));
    if (!scenario.passivePass) lines << ScenarioText::tr("Passive parameters (bias, Clip, Pad) stay as they are");
    QStringList overrides;
    for (const auto& [operation, choice] : scenario.overrides) overrides << u"%1: %2"_s.arg(qs(operation), choiceText(choice));
    std::sort(overrides.begin(), overrides.end(), [](const QString& a, const QString& b) { return naturalCompare(QStringView(a), QStringView(b)) < 0; });
    lines << overrides;
    for (const ManualBinding& binding : scenario.bindings) lines << ScenarioText::tr("%1 bound to %2").arg(qs(binding.slot), qs(binding.master));
    for (const Pin& pin : scenario.pins)
        lines << ScenarioText::tr("%1 pinned to scale %2, offset %3").arg(qs(pin.slot), exact(pin.scale), exact(pin.offset));
    for (const ExcludedEdge& edge : scenario.excludedEdges)
        lines << ScenarioText::tr("%1 to %2 left out of the overlap").arg(qs(edge.from), qs(edge.to));
    for (const auto& [operation, value] : scenario.ppqManual) lines << ScenarioText::tr("%1: PPQ's manual attribute \"%2\"").arg(qs(operation), qs(value));
    return lines;
}

} // namespace alignscope::ui
