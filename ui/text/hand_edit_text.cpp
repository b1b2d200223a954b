// SPDX-License-Identifier: Apache-2.0
#include "ui/text/hand_edit_text.h"

#include "ui/canvas/canvas_look.h"
#include "ui/text/scenario_text.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

struct Hand {
    Q_DECLARE_TR_FUNCTIONS(alignscope::ui::Hand)
};

} // namespace

HandEditLines linesOf(const HandEdit& edit)
{
    switch (edit.kind) {
    case HandEdit::Kind::Override: return {qs(edit.subject), choiceText(edit.choice), {}};
    case HandEdit::Kind::Binding: return {slotName(edit.subject), Hand::tr("follows"), slotName(edit.object)};
    case HandEdit::Kind::Pin:
        return {slotName(edit.subject),
                edit.offset == 0 ? Hand::tr("pinned to %1").arg(exact(edit.scale))
                                 : Hand::tr("pinned to %1, offset %2").arg(exact(edit.scale), exact(edit.offset)), {}};
    case HandEdit::Kind::ExcludedEdge: return {slotName(edit.subject), u"\u2192"_s, slotName(edit.object)};
    }
    return {};
}

QString titleOf(const HandEdit& edit)
{
    const QString subject = qs(edit.subject);
    switch (edit.kind) {
    case HandEdit::Kind::Override: return u"%1: %2"_s.arg(subject, choiceText(edit.choice));
    case HandEdit::Kind::Binding: return Hand::tr("%1 follows %2").arg(subject, qs(edit.object));
    case HandEdit::Kind::Pin:
        return edit.offset == 0 ? Hand::tr("%1 pinned to %2").arg(subject, exact(edit.scale))
                                : Hand::tr("%1 pinned to %2, offset %3").arg(subject, exact(edit.scale), exact(edit.offset));
    case HandEdit::Kind::ExcludedEdge: return u"%1 \u2192 %2"_s.arg(subject, qs(edit.object));
    }
    return {};
}

QString nameOf(HandEdit::Kind kind)
{
    switch (kind) {
    case HandEdit::Kind::Override: return Hand::tr("Exception");
    case HandEdit::Kind::Binding: return Hand::tr("Binding");
    case HandEdit::Kind::Pin: return Hand::tr("Pin");
    case HandEdit::Kind::ExcludedEdge: return Hand::tr("Excluded edge");
    }
    return {};
}

QString effectOf(const HandEdit& edit)
{
    switch (edit.status) {
    case HandEdit::Status::NotInModel: return Hand::tr("Not in this model.");
    case HandEdit::Status::Refused: return edit.refusal ? messageText(*edit.refusal) : QString();
    case HandEdit::Status::Idle: return Hand::tr("Changes nothing: the producer would not follow anyway.");
    case HandEdit::Status::InForce: break;
    }
    const int slots_ = static_cast<int>(edit.slots);
    switch (edit.kind) {
    case HandEdit::Kind::Override:
        return edit.slots > 0 ? Hand::tr("Changes %n slots.", nullptr, slots_) : Hand::tr("Changes no scale.");
    case HandEdit::Kind::Binding: return Hand::tr("%n slots share the master's scale.", nullptr, slots_);
    case HandEdit::Kind::Pin:
        return edit.slots > 1 ? Hand::tr("%n slots take these values.", nullptr, slots_) : Hand::tr("This slot alone takes these values.");
    case HandEdit::Kind::ExcludedEdge:
        return edit.ratio ? Hand::tr("The producer keeps its scale; the edge requantizes, %1.").arg(ratioText(*edit.ratio))
                          : Hand::tr("The producer keeps its scale.");
    }
    return {};
}

QString wayText(const Leaving& leaving)
{
    if (leaving.refusal) return messageText(*leaving.refusal);
    const auto names = [](std::vector<std::string> list) {
        QString text = qs(list.front());
        if (list.size() > 1) text = Hand::tr("%1 and %n more", nullptr, static_cast<int>(list.size()) - 1).arg(text);
        return text;
    };
    QStringList parts;
    if (!leaving.released.empty()) parts << Hand::tr("releases %1").arg(names(leaving.released));
    if (!leaving.excluded.empty()) {
        std::vector<std::string> ends;
        for (const ExcludedEdge& edge : leaving.excluded) ends.push_back(edge.to);
        parts << Hand::tr("excludes the edge to %1").arg(names(ends));
    }
    if (!leaving.operations.empty()) parts << Hand::tr("sets %1 to none").arg(names(leaving.operations));
    return Hand::tr("Leaving %1.").arg(parts.join(u", "_s));
}

QString gainText(const Leaving& leaving)
{
    QStringList parts;
    parts << (leaving.bitsRegained > 0.005    ? Hand::tr("regains %1 bits").arg(QString::number(leaving.bitsRegained, 'f', 2))
              : leaving.bitsRegained < -0.005 ? Hand::tr("loses %1 bits").arg(QString::number(-leaving.bitsRegained, 'f', 2))
                                              : Hand::tr("regains nothing"));
    if (leaving.newEdges > 0) parts << Hand::tr("%n new requantize edges", nullptr, static_cast<int>(leaving.newEdges));
    if (leaving.goneEdges > 0) parts << Hand::tr("%n requantize edges fewer", nullptr, static_cast<int>(leaving.goneEdges));
    if (leaving.newEdges == 0 && leaving.goneEdges == 0) parts << Hand::tr("no new requantize edge");
    return parts.join(u", "_s);
}

} // namespace alignscope::ui
