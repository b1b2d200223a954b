<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Canvas</name>
    <message numerus="yes">
        <source>%n slot(s) on one scale</source>
        <translation>
            <numerusform>%n slot(s) on one scale</numerusform>
            <numerusform>%n slot(s) on one scale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edge(s) into %1 now requantize</source>
        <translation>
            <numerusform>%n edge into %1 now requantizes</numerusform>
            <numerusform>%n edges into %1 now requantize</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edge(s) into %1 no longer requantize</source>
        <translation>
            <numerusform>%n edge into %1 no longer requantizes</numerusform>
            <numerusform>%n edges into %1 no longer requantize</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edge(s) into %1 requantize</source>
        <translation>
            <numerusform>%n edge into %1 requantizes</numerusform>
            <numerusform>%n edges into %1 requantize</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Banners</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more message(s)</source>
        <translation>
            <numerusform>Show %n more message</numerusform>
            <numerusform>Show %n more messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ChangePointers</name>
    <message numerus="yes">
        <source>%n changed operation(s) above</source>
        <translation>
            <numerusform>%n changed operation above</numerusform>
            <numerusform>%n changed operations above</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed operation(s) below</source>
        <translation>
            <numerusform>%n changed operation below</numerusform>
            <numerusform>%n changed operations below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed operation(s) to the left</source>
        <translation>
            <numerusform>%n changed operation to the left</numerusform>
            <numerusform>%n changed operations to the left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed operation(s) to the right</source>
        <translation>
            <numerusform>%n changed operation to the right</numerusform>
            <numerusform>%n changed operations to the right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ComparePanel</name>
    <message numerus="yes">
        <source>%n slots differ in scale or offset</source>
        <translation>
            <numerusform>%n slot differs in scale or offset</numerusform>
            <numerusform>%n slots differ in scale or offset</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more only in state or master</source>
        <translation>
            <numerusform>%n more only in state or master</numerusform>
            <numerusform>%n more only in state or master</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slots have another scheme there (policy, width or range of values)</source>
        <translation>
            <numerusform>%n slot has another scheme there (policy, width or range of values)</numerusform>
            <numerusform>%n slots have another scheme there (policy, width or range of values)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quirks of PPQ</source>
        <translation>
            <numerusform>%n quirk of PPQ</numerusform>
            <numerusform>%n quirks of PPQ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ExportDialog</name>
    <message numerus="yes">
        <source>Saved and proven: %n slots compared after reading the file again, all equal.</source>
        <translation>
            <numerusform>Saved and proven: %n slot compared after reading the file again, all equal.</numerusform>
            <numerusform>Saved and proven: %n slots compared after reading the file again, all equal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scales and zero points rewritten.</source>
        <translation>
            <numerusform>%n scales and zero points rewritten.</numerusform>
            <numerusform>%n scales and zero points rewritten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Q/DQ pairs inserted.</source>
        <translation>
            <numerusform>%n Q/DQ pairs inserted.</numerusform>
            <numerusform>%n Q/DQ pairs inserted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Q/DQ pairs removed.</source>
        <translation>
            <numerusform>%n Q/DQ pairs removed.</numerusform>
            <numerusform>%n Q/DQ pairs removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shared scales separated.</source>
        <translation>
            <numerusform>%n shared scales separated.</numerusform>
            <numerusform>%n shared scales separated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n biases follow the new product of scales.</source>
        <translation>
            <numerusform>%n biases follow the new product of scales.</numerusform>
            <numerusform>%n biases follow the new product of scales.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n constant operands quantized anew.</source>
        <translation>
            <numerusform>%n constant operands quantized anew.</numerusform>
            <numerusform>%n constant operands quantized anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n constants of the float model quantized.</source>
        <translation>
            <numerusform>%n constants of the float model quantized.</numerusform>
            <numerusform>%n constants of the float model quantized.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n integers changed in biases and constants.</source>
        <translation>
            <numerusform>%n integers changed in biases and constants.</numerusform>
            <numerusform>%n integers changed in biases and constants.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them saturated.</source>
        <translation>
            <numerusform>%n of them saturated.</numerusform>
            <numerusform>%n of them saturated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slots took their master&apos;s integer type, because its zero point does not fit theirs.</source>
        <translation>
            <numerusform>%n slot took their master&apos;s integer type, because its zero point does not fit theirs.</numerusform>
            <numerusform>%n slots took their master&apos;s integer type, because its zero point does not fit theirs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::GraphView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::GroupView</name>
    <message numerus="yes">
        <source>%n members make the range together.</source>
        <translation>
            <numerusform>%n member makes the range.</numerusform>
            <numerusform>%n members make the range together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n members use less than half of its steps.</source>
        <translation>
            <numerusform>%n member uses less than half of its steps.</numerusform>
            <numerusform>%n members use less than half of its steps.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Hand</name>
    <message numerus="yes">
        <source>%n slots share the master&apos;s scale.</source>
        <translation>
            <numerusform>%n slot has the master&apos;s scale.</numerusform>
            <numerusform>%n slots share the master&apos;s scale.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slots take these values.</source>
        <translation>
            <numerusform>%n slot takes these values.</numerusform>
            <numerusform>%n slots take these values.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new requantize edges</source>
        <translation>
            <numerusform>%n new requantize edge</numerusform>
            <numerusform>%n new requantize edges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requantize edges fewer</source>
        <translation>
            <numerusform>%n requantize edge fewer</numerusform>
            <numerusform>%n requantize edges fewer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changes %n slots.</source>
        <translation>
            <numerusform>Changes %n slot.</numerusform>
            <numerusform>Changes %n slots.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ImpactPanel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::InspectorPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show group G%1 with %n slots</source>
        <translation>
            <numerusform>Show group G%1 with %n slot</numerusform>
            <numerusform>Show group G%1 with %n slots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Group of %n slots</source>
        <translation>
            <numerusform>Group of %n slot</numerusform>
            <numerusform>Group of %n slots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::MainWindow</name>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (and %n more)</numerusform>
            <numerusform>%1 (and %n more)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n operation</numerusform>
            <numerusform>%n operations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Showing %n hop(s) around %1: %2 of %3 operations.</source>
        <translation>
            <numerusform>Showing %n hop around %1: %2 of %3 operations.</numerusform>
            <numerusform>Showing %n hops around %1: %2 of %3 operations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Alignscope was stopped on %1. %n scenarios of %2 were not saved.</source>
        <translation>
            <numerusform>Alignscope was stopped on %1. %n scenario of %2 was not saved.</numerusform>
            <numerusform>Alignscope was stopped on %1. %n scenarios of %2 were not saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What was not saved of %n other models is still there.</source>
        <translation>
            <numerusform>What was not saved of %n other model is still there.</numerusform>
            <numerusform>What was not saved of %n other models is still there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::PictureDialog</name>
    <message numerus="yes">
        <source>%n pages of %1</source>
        <translation>
            <numerusform>%n page of %1</numerusform>
            <numerusform>%n pages of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ProposalsPanel</name>
    <message numerus="yes">
        <source>Adopt %n proposals</source>
        <translation>
            <numerusform>Adopt %n proposal</numerusform>
            <numerusform>Adopt %n proposals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back %n proposals</source>
        <translation>
            <numerusform>Take back %n proposal</numerusform>
            <numerusform>Take back %n proposals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ScenarioPanel</name>
    <message numerus="yes">
        <source>%n operations</source>
        <translation>
            <numerusform>%n operation</numerusform>
            <numerusform>%n operations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ScenarioText</name>
    <message numerus="yes">
        <source>%n exceptions</source>
        <translation>
            <numerusform>%n exception</numerusform>
            <numerusform>%n exceptions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ScenariosPanel</name>
    <message numerus="yes">
        <source>%n slots differ among %1: list them</source>
        <translation>
            <numerusform>%n slot differs among %1: list it</numerusform>
            <numerusform>%n slots differ among %1: list them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scenarios were kept after this step of the history. They come back with those steps, or with the next choice.</source>
        <translation>
            <numerusform>%n scenario was kept after this step of the history. It comes back with that step, or with the next choice.</numerusform>
            <numerusform>%n scenarios were kept after this step of the history. They come back with those steps, or with the next choice.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::SearchBox</name>
    <message numerus="yes">
        <source>%1 of %n</source>
        <translation>
            <numerusform>%1 of %n</numerusform>
            <numerusform>%1 of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found; Return goes to the next, Down into the list</source>
        <translation>
            <numerusform>%n found; Return goes to it, Down into the list</numerusform>
            <numerusform>%n found; Return goes to the next, Down into the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Session</name>
    <message numerus="yes">
        <source>Delete %n scenarios</source>
        <translation>
            <numerusform>Delete %n scenario</numerusform>
            <numerusform>Delete %n scenarios</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::SessionDocument</name>
    <message numerus="yes">
        <source>The quantization config %1 of the session is not at %2 any more. Its %n scenarios are read; show where it is.</source>
        <translation>
            <numerusform>The quantization config %1 of the session is not at %2 any more. Its %n scenario is read; show where it is.</numerusform>
            <numerusform>The quantization config %1 of the session is not at %2 any more. Its %n scenarios are read; show where it is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The model %1 of the session is not at %2 any more. Its %n scenarios are read; show where it is.</source>
        <translation>
            <numerusform>The model %1 of the session is not at %2 any more. Its %n scenario is read; show where it is.</numerusform>
            <numerusform>The model %1 of the session is not at %2 any more. Its %n scenarios are read; show where it is.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::StatusLine</name>
    <message numerus="yes">
        <source>%n operations</source>
        <translation>
            <numerusform>%n operation</numerusform>
            <numerusform>%n operations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slots</source>
        <translation>
            <numerusform>%n slot</numerusform>
            <numerusform>%n slots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requantize edges</source>
        <translation>
            <numerusform>%n requantize edge</numerusform>
            <numerusform>%n requantize edges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::StepWords</name>
    <message numerus="yes">
        <source>A group gets more than %n slots</source>
        <translation>
            <numerusform>A group gets more than %n slot</numerusform>
            <numerusform>A group gets more than %n slots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the group of %1 grew to %n slots</source>
        <translation>
            <numerusform>the group of %1 grew to %n slot</numerusform>
            <numerusform>the group of %1 grew to %n slots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::StepsPanel</name>
    <message numerus="yes">
        <source>The outcome, after all of its %n steps. Press ] to walk through them.</source>
        <translation>
            <numerusform>The outcome, after its only step. Press ] to walk through it.</numerusform>
            <numerusform>The outcome, after all of its %n steps. Press ] to walk through them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::SweepPanel</name>
    <message numerus="yes">
        <source>Your %n exceptions and edits by hand stay when a combination is adopted, and are part of these prices.</source>
        <translation>
            <numerusform>Your %n exception or edit by hand stays when a combination is adopted, and is part of these prices.</numerusform>
            <numerusform>Your %n exceptions and edits by hand stay when a combination is adopted, and are part of these prices.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clipped</source>
        <translation>
            <numerusform>%n clipped</numerusform>
            <numerusform>%n clipped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::SweepPlot</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::TablePanel</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n rows</source>
        <translation>
            <numerusform>%1 of %n row</numerusform>
            <numerusform>%1 of %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied the first %n rows. Select others to copy them.</source>
        <translation>
            <numerusform>Copied the first row. Select others to copy them.</numerusform>
            <numerusform>Copied the first %n rows. Select others to copy them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Words</name>
    <message numerus="yes">
        <source>%1 (%n channels)</source>
        <translation>
            <numerusform>%1 (%n channel)</numerusform>
            <numerusform>%1 (%n channels)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2 (%n channels)</source>
        <translation>
            <numerusform>%1 to %2 (%n channel)</numerusform>
            <numerusform>%1 to %2 (%n channels)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s): %1</source>
        <translation>
            <numerusform>%n operation: %1</numerusform>
            <numerusform>%n operations: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) with inputs on different scales</source>
        <translation>
            <numerusform>%n operation with inputs on different scales</numerusform>
            <numerusform>%n operations with inputs on different scales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requantize edge(s)</source>
        <translation>
            <numerusform>%n requantize edge</numerusform>
            <numerusform>%n requantize edges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passive operation(s) whose input and output differ</source>
        <translation>
            <numerusform>%n passive operation whose input and output differ</numerusform>
            <numerusform>%n passive operations whose input and output differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n broken promise(s)</source>
        <translation>
            <numerusform>%n broken promise</numerusform>
            <numerusform>%n broken promises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed operation(s)</source>
        <translation>
            <numerusform>%n changed operation</numerusform>
            <numerusform>%n changed operations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slot(s) change</source>
        <translation>
            <numerusform>%n slot changes</numerusform>
            <numerusform>%n slots change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only join(s) a group</source>
        <translation>
            <numerusform>%n only joins a group</numerusform>
            <numerusform>%n only join a group</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no scale changes, %n slot(s) only join a group</source>
        <translation>
            <numerusform>no scale changes, %n slot only joins a group</numerusform>
            <numerusform>no scale changes, %n slots only join a group</numerusform>
        </translation>
    </message>
</context>
</TS>
