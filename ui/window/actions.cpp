// SPDX-License-Identifier: Apache-2.0
#include "ui/window/actions.h"

#include "ui/theme/icons.h"

#include <QActionGroup>
#include <QRegularExpression>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

QAction* Actions::add(QObject* parent, const char* objectName, const QString& text, const QString& tip,
                      const QKeySequence& key, const char* iconName)
{
    auto* action = new QAction(text, parent);
    action->setObjectName(QString::fromLatin1(objectName));
    action->setProperty("topic", static_cast<int>(m_topic));
    action->setStatusTip(tip);
    const QString plain = plainText(text);
    const QString shown = key.isEmpty() ? plain : u"%1 (%2)"_s.arg(plain, key.toString(QKeySequence::NativeText));
    action->setToolTip(tip.isEmpty() ? shown : shown + u'\n' + tip);
    action->setShortcut(key);
    if (iconName != nullptr) action->setIcon(icon(QString::fromLatin1(iconName)));
    m_all << action;
    return action;
}

QString Actions::plainText(QString text)
{
    static const QRegularExpression appended(u"\\s*\\(&.\\)"_s); // as Chinese has them
    return text.remove(appended).remove(u'&').remove(u"..."_s);
}

Actions::Topic Actions::topicOf(const QAction* action) { return static_cast<Topic>(action->property("topic").toInt()); }

Actions::Actions(QObject* parent)
{
    const auto key = [](const char* sequence) { return QKeySequence(QString::fromLatin1(sequence)); };

    open = add(parent, "open", tr("&Open..."), tr("Open an ONNX model, or a model and its PPQ config together"), key("Ctrl+O"), "open");
    openWithConfig = add(parent, "openWithConfig", tr("Open quantization &config..."), tr("Open the PPQ config or table that belongs to the open model"), key("Ctrl+Shift+O"));
    reload = add(parent, "reload", tr("&Reload"), tr("Read the files again and keep the scenario"), key("F5"), "reload");
    closeModel = add(parent, "closeModel", tr("&Close model"), tr("Back to the welcome page"), key("Ctrl+W"));
    saveSession = add(parent, "saveSession", tr("&Save session"), tr("Save the named scenarios with their model as an .alignscope file"), key("Ctrl+S"));
    saveSessionAs = add(parent, "saveSessionAs", tr("Save session &as..."), tr("Save the session under another name"), key("Ctrl+Alt+S"));
    addScenarios = add(parent, "addScenarios", tr("Add scenarios from a &file..."), tr("Of a scenario file, a session or a model that was exported with one"));
    exportModel = add(parent, "exportModel", tr("&Export model..."), tr("Write the aligned model and prove what was written"), key("Ctrl+E"), "export");
    exportPng = add(parent, "exportPng", tr("Picture as &PNG..."), tr("The graph, what is in view or the selection as a picture"), key("Ctrl+Shift+E"));
    exportSvg = add(parent, "exportSvg", tr("Picture as &SVG..."), tr("The graph, what is in view or the selection as a vector picture with text"), key("Ctrl+Alt+E"));
    exportPdf = add(parent, "exportPdf", tr("Picture as P&DF..."), tr("The graph, what is in view or the selection on pages of text and lines"));
    properties = add(parent, "properties", tr("Model &properties..."), tr("Versions, producer, counts, files and notices of the model"), key("Ctrl+Return"), "properties");
    quit = add(parent, "quit", tr("&Quit"), {}, key("Ctrl+Q"));
    undo = nullptr;
    redo = nullptr;

    m_topic = Topic::Search;
    find = add(parent, "find", tr("&Find..."), tr("Find operations by words, types, attributes, shapes and quantization"), key("Ctrl+F"), "search");
    m_topic = Topic::Select;
    copyName = add(parent, "copyName", tr("&Copy name"), tr("Copy the name of the selected thing"), key("Ctrl+Shift+C"), "copy");

    m_topic = Topic::Align;
    cycleMethod = add(parent, "cycleMethod", tr("Cycle &method of the operation"), tr("The next method for the selected operation alone"), key("M"));
    forceOverlap = add(parent, "forceOverlap", tr("force_&overlap"), tr("Whether producers with other consumers follow"), key("O"), "overlap");
    forceOverlap->setCheckable(true);
    bind = add(parent, "bind", tr("&Bind to..."), tr("Let the selected slot follow another one; with a second slot (Ctrl+click) at once"), key("Ctrl+B"), "bindings");
    releaseBinding = add(parent, "releaseBinding", tr("Re&lease binding"), tr("Take the binding by hand back"), key("Ctrl+Shift+B"));
    pin = add(parent, "pin", tr("&Pin..."), tr("Give the selected slot a scale and offset of your own"), key("S"));
    unpin = add(parent, "unpin", tr("&Unpin"), tr("Take the pin of the selected slot back"), key("Shift+S"));
    excludeEdge = add(parent, "excludeEdge", tr("E&xclude edge"), tr("The producer does not follow the aligned operation at the end of the edge"), key("X"));
    for (QAction* action : {bind, pin, excludeEdge}) {
        action->setProperty("tip", action->toolTip());
        action->setProperty("status", action->statusTip());
    }
    clearOverrides = add(parent, "clearOverrides", tr("&Remove all edits by hand"), tr("Exceptions, bindings, pins and excluded edges"));

    m_topic = Topic::Compare;
    compareEngines = add(parent, "compareEngines", tr("Compare the &engines"), tr("Which slots the other engine leaves in another place, and which quirk makes it so"), key("E"));
    compareOrders = add(parent, "compareOrders", tr("Compare another &order"), tr("What the engine would give if it visited the operations in another order"));
    brokenPromises = add(parent, "brokenPromises", tr("Bro&ken promises"), tr("Alignments that a later operation undid: who promised, and who undid it"));
    compareFile = add(parent, "compareFile", tr("Compare with another &file..."), tr("Another model, or another config of this one, beside the scenario"));
    compareOnCanvas = add(parent, "compareOnCanvas", tr("Show the comparison on the can&vas"), tr("Draw the other side as Before and the scenario as After"));
    keepScenario = add(parent, "keepScenario", tr("&Keep the scenario..."), tr("Keep the scenario in force under a name"), key("Ctrl+Shift+S"), "plus");
    updateScenario = add(parent, "updateScenario", tr("&Update the kept scenario"), tr("The kept scenario that this one came from becomes what is in force now"), key("Ctrl+Shift+U"));
    showScenarios = add(parent, "showScenarios", tr("&Compare scenarios"), tr("The table of the kept scenarios with their price"), key("Ctrl+Shift+L"), "compare");
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        const QString number = QString::number(i + 1);
        scenarios[i] = add(parent, ("scenario" + number.toLatin1()).constData(), tr("Switch to scenario %1").arg(number),
                           tr("Put the kept scenario with this number in force"), QKeySequence(number));
        scenarios[i]->setEnabled(false);
    }

    m_topic = Topic::View;
    mode = new QActionGroup(parent);
    before = add(parent, "before", tr("&Before"), tr("Show the model as it was loaded"));
    after = add(parent, "after", tr("&After"), tr("Show the outcome of the scenario"));
    difference = add(parent, "difference", tr("&Difference"), tr("Show what the scenario changed"), key("D"));
    nextCompared = add(parent, "nextCompared", tr("&Next compared scenario"), tr("Of several compared scenarios, show the next one against the first"), key("Shift+D"));
    for (QAction* action : {before, after, difference}) {
        action->setCheckable(true);
        mode->addAction(action);
    }
    bindings = add(parent, "bindings", tr("&Bindings"), tr("Arcs from slaves to masters of the selected group"), key("B"), "bindings");
    hulls = add(parent, "hulls", tr("Group &hulls"), tr("An outline around the members of each group"), key("H"));
    requantizeEdges = add(parent, "requantizeEdges", tr("&Requantize edges"), tr("Mark the edges where the device must rescale"), key("R"), "requantize");
    cost = add(parent, "cost", tr("&Cost"), tr("Halos by bits lost"), key("C"), "cost");
    legend = add(parent, "legend", tr("&Legend"), tr("What the marks of the canvas mean"), key("L"));
    minimap = add(parent, "minimap", tr("&Minimap"), tr("The whole graph in a corner"));
    names = add(parent, "names", tr("&Names"), tr("Names of operations"), key("Ctrl+U"));
    attributes = add(parent, "attributes", tr("&Attributes"), tr("Attributes inside the boxes"), key("Ctrl+D"));
    initializers = add(parent, "initializers", tr("&Initializers"), tr("Constants inside the boxes"), key("Ctrl+I"));
    unfold = add(parent, "unfold", tr("Unfold &Q/DQ nodes"), tr("Draw QuantizeLinear and DequantizeLinear as boxes"), key("Q"));
    direction = add(parent, "direction", tr("&Left to right"), tr("Draw the graph from left to right instead of down"), key("Ctrl+K"));
    wheelZooms = add(parent, "wheelZooms", tr("&Wheel zooms"), tr("Turn the wheel to zoom instead of to scroll"), key("Ctrl+M"));
    animations = add(parent, "animations", tr("A&nimations"), tr("Glide to the new place instead of jumping there"));
    for (QAction* action : {bindings, hulls, requantizeEdges, cost, legend, minimap, names, attributes, initializers, unfold, direction, wheelZooms, animations})
        action->setCheckable(true);
    m_topic = Topic::Navigate;
    fit = add(parent, "fit", tr("&Fit"), tr("Show the whole graph"), key("Ctrl+0"), "fit");
    fitSelection = add(parent, "fitSelection", tr("Fit &selection"), tr("Zoom to the selected thing"), key("F"));
    zoomIn = add(parent, "zoomIn", tr("Zoom &in"), {}, key("Ctrl+="), "zoom-in");
    zoomIn->setShortcuts({key("Ctrl+="), key("Ctrl++")});
    zoomOut = add(parent, "zoomOut", tr("Zoom &out"), {}, key("Ctrl+-"), "zoom-out");
    zoomActual = add(parent, "zoomActual", tr("&Actual size"), {}, key("Shift+Backspace"));

    m_topic = Topic::View;
    theme = new QActionGroup(parent);
    themeSystem = add(parent, "themeSystem", tr("As the &system"), tr("Follow the desktop's colours at start"), {}, "theme");
    themeLight = add(parent, "themeLight", tr("&Light"), {});
    themeDark = add(parent, "themeDark", tr("&Dark"), {});
    for (QAction* action : {themeSystem, themeLight, themeDark}) {
        action->setCheckable(true);
        theme->addAction(action);
    }
    language = new QActionGroup(parent);
    languageSystem = add(parent, "languageSystem", tr("As the s&ystem"), tr("Follow the desktop's language"));
    languageEnglish = add(parent, "languageEnglish", u"&English"_s, tr("All words in English"));
    languageChinese = add(parent, "languageChinese", u"\u7b80\u4f53\u4e2d\u6587"_s, tr("All words in Chinese"));
    for (QAction* action : {languageSystem, languageEnglish, languageChinese}) {
        action->setCheckable(true);
        language->addAction(action);
    }
    fullScreen = add(parent, "fullScreen", tr("F&ull screen"), {}, key("F11"));
    fullScreen->setCheckable(true);
    resetLayout = add(parent, "resetLayout", tr("Reset panel la&yout"), tr("All panels back where they were at first"));

    m_topic = Topic::Navigate;
    back = add(parent, "back", tr("&Back"), tr("To what was selected before"), key("Alt+Left"));
    forward = add(parent, "forward", tr("&Forward"), tr("To what was selected after it"), key("Alt+Right"));
    producer = add(parent, "producer", tr("To the p&roducer"), tr("Select the operation that the selected thing reads from"), key("Alt+Up"));
    consumers = add(parent, "consumers", tr("To the c&onsumers"), tr("Select an operation that reads from the selected thing"), key("Alt+Down"));
    m_topic = Topic::Select;
    nextSlot = add(parent, "nextSlot", tr("Ne&xt slot"), tr("Through the slots of the selected operation"), key("."));
    previousSlot = add(parent, "previousSlot", tr("Pre&vious slot"), tr("Through the slots of the selected operation, backwards"), key(","));
    m_topic = Topic::View;
    neighbourhood = add(parent, "neighbourhood", tr("Show only the &neighbourhood"), tr("Draw what lies around the selection; again: one hop more"), key("N"));
    fewerHops = add(parent, "fewerHops", tr("One hop &fewer"), tr("Draw less around the selection"), key("Shift+N"));
    showAll = add(parent, "showAll", tr("Show &all"), tr("Draw the whole graph again"), key("A"));
    expandBlock = add(parent, "expandBlock", tr("&Expand block"), tr("Show what is in the selected block; with Alt in a double click: all of it"), key("K"));
    collapseBlock = add(parent, "collapseBlock", tr("Collapse into &block"), tr("Draw the block around the selection as one box"), key("Shift+K"));
    collapseAll = add(parent, "collapseAll", tr("Collapse all &blocks"), tr("Draw every block as one box, with what is wrong in it"), key("Ctrl+["));
    expandAll = add(parent, "expandAll", tr("Expand all bloc&ks"), tr("Draw every operation again"), key("Ctrl+]"));
    m_topic = Topic::Navigate;
    nextChange = add(parent, "nextChange", tr("Next &change"), tr("The next operation with another scale or offset than loaded"), key("F6"));
    previousChange = add(parent, "previousChange", tr("Previous c&hange"), tr("The previous operation with another scale or offset than loaded"), key("Shift+F6"));
    nextRequantize = add(parent, "nextRequantize", tr("&Next requantize edge"), {}, key("F8"), "next");
    previousRequantize = add(parent, "previousRequantize", tr("&Previous requantize edge"), {}, key("Shift+F8"), "previous");
    m_topic = Topic::Select;
    showGroup = add(parent, "showGroup", tr("Select the &group"), tr("Select the group of the selected slot"), key("G"));
    why = add(parent, "why", tr("&Why this scale?"), tr("The chain of steps from calibration to now"), key("W"), "info");
    clearSelection = add(parent, "clearSelection", tr("&Clear selection"), {}, key("Esc"));

    m_topic = Topic::Steps;
    stepForward = add(parent, "stepForward", tr("Step &forward"), tr("One step of the pass further"), key("]"), "step-forward");
    stepBack = add(parent, "stepBack", tr("Step &back"), tr("Take one step of the pass back"), key("["), "step-back");
    stepToStart = add(parent, "stepToStart", tr("To the &start"), tr("The loaded state, before the first step"), key("Alt+Home"), "to-start");
    stepToEnd = add(parent, "stepToEnd", tr("To the &end"), tr("After the last step of the pass"), key("Alt+End"), "to-end");
    play = add(parent, "playSteps", tr("&Play or pause"), tr("Step by step until a breakpoint halts it"), key("P"), "play");
    nextStop = add(parent, "nextStop", tr("&Next breakpoint"), tr("Forward to where a breakpoint halts; without breakpoints to the next broken promise"), key("F7"), "stop-forward");
    previousStop = add(parent, "previousStop", tr("P&revious breakpoint"), tr("Back to where a breakpoint halts; without breakpoints to the last broken promise"), key("Shift+F7"), "stop-back");
    toggleBreakpoint = add(parent, "toggleBreakpoint", tr("&Halt at this operation"), tr("A breakpoint at the selected operation, or at that of the current step; again removes it"), key("F9"), "breakpoint");
    haltAtSlot = add(parent, "haltAtSlot", tr("Halt when this slot &changes"), tr("A breakpoint at the selected slot; again removes it"), key("Shift+F9"));
    watch = add(parent, "watchSlot", tr("&Watch this slot"), tr("Keep the selected slot among the watches of the Steps"), key("Shift+W"), "watch");

    m_topic = Topic::Search;
    palette = add(parent, "palette", tr("Command &palette..."), tr("Find a command by its name"), key("Ctrl+P"));
    m_topic = Topic::File;
    shortcuts = add(parent, "shortcuts", tr("&Keyboard shortcuts"), {}, key("F1"));
    about = add(parent, "about", tr("&About Alignscope"), {});
}

} // namespace alignscope::ui
