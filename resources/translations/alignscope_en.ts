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
</context>
<context>
    <name>alignscope::ui::ChangesModel</name>
    <message numerus="yes">
        <source>%1: %n slots</source>
        <translation>
            <numerusform>%1: %n slot</numerusform>
            <numerusform>%1: %n slots</numerusform>
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
    <name>alignscope::ui::InspectorPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The widest and the first members; %n more share the scale.</source>
        <translation>
            <numerusform>The widest and the first members; %n more shares the scale.</numerusform>
            <numerusform>The widest and the first members; %n more share the scale.</numerusform>
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
    <message numerus="yes">
        <source>%n more: filter the Slots table by G%1.</source>
        <translation>
            <numerusform>%n more: filter the Slots table by G%1.</numerusform>
            <numerusform>%n more: filter the Slots table by G%1.</numerusform>
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
        <source>Alignscope ended unexpectedly on %1. %n scenarios of %2 were not saved.</source>
        <translation>
            <numerusform>Alignscope ended unexpectedly on %1. %n scenario of %2 was not saved.</numerusform>
            <numerusform>Alignscope ended unexpectedly on %1. %n scenarios of %2 were not saved.</numerusform>
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
    <message numerus="yes">
        <source>%1 would move %n slots.
Requantize edges %2 → %3, worst loss %4 → %5 bits.</source>
        <translation>
            <numerusform>%1 would move %n slot.
Requantize edges %2 → %3, worst loss %4 → %5 bits.</numerusform>
            <numerusform>%1 would move %n slots.
Requantize edges %2 → %3, worst loss %4 → %5 bits.</numerusform>
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
        <source>%n slots differ: list them</source>
        <translation>
            <numerusform>%n slot differs: list it</numerusform>
            <numerusform>%n slots differ: list them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; compared with &quot;%2&quot;: %n slots differ.</source>
        <translation>
            <numerusform>&quot;%1&quot; compared with &quot;%2&quot;: %n slot differs.</numerusform>
            <numerusform>&quot;%1&quot; compared with &quot;%2&quot;: %n slots differ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::SearchBox</name>
    <message numerus="yes">
        <source>%n found; Return goes to the next</source>
        <translation>
            <numerusform>%n found; Return goes to the next</numerusform>
            <numerusform>%n found; Return goes to the next</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n</source>
        <translation>
            <numerusform>%1 of %n</numerusform>
            <numerusform>%1 of %n</numerusform>
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
</context>
</TS>
