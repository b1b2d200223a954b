<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Canvas</name>
    <message>
        <location filename="../../ui/canvas/canvas_look.cpp" line="31"/>
        <source>≠ zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/canvas_look.cpp" line="39"/>
        <source>large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/canvas_look.cpp" line="40"/>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/canvas_look.cpp" line="41"/>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/canvas_look.cpp" line="44"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/canvas_look.cpp" line="201"/>
        <source>FP32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/canvas_look.cpp" line="203"/>
        <source>per ch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/canvas_look.cpp" line="219"/>
        <source>zero point moved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QDockWidget</name>
    <message>
        <location filename="../../ui/window/dock.cpp" line="43"/>
        <source>Float</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dock.cpp" line="44"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui</name>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="18"/>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="21"/>
        <source>… %1 channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="38"/>
        <source>a cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="40"/>
        <source>not quantized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="42"/>
        <source>master of G%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="42"/>
        <source>its own parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="43"/>
        <source>fused into %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="44"/>
        <source>aligned to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="46"/>
        <source>equal parameters elsewhere (inferred)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="47"/>
        <source>shares parameters with %1 (inferred)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="64"/>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="67"/>
        <location filename="../../ui/canvas/describe.cpp" line="136"/>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="70"/>
        <source>Zero point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="73"/>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="76"/>
        <source>Stored as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="79"/>
        <source>Was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="81"/>
        <source>Bits lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="81"/>
        <source>Bits gained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="107"/>
        <source>Quantization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="107"/>
        <source>none, runs in float</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="111"/>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="115"/>
        <location filename="../../ui/canvas/describe.cpp" line="116"/>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="115"/>
        <source>on different scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="116"/>
        <source>on one scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="118"/>
        <source>Aligned to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="118"/>
        <source>%1, force_overlap on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="120"/>
        <location filename="../../ui/canvas/legend.cpp" line="46"/>
        <source>Broken promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="120"/>
        <source>a later operation undid its alignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="133"/>
        <source>Group G%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="133"/>
        <source>%n slot(s) on one scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="135"/>
        <source>Master</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="146"/>
        <source>Requantize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="146"/>
        <source>consumer scale / producer scale = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="165"/>
        <source>%1 operation %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="169"/>
        <source>Slot %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="171"/>
        <source>Slot %1, %2, scale %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="173"/>
        <source>Group of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="174"/>
        <source>Tensor %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/describe.cpp" line="177"/>
        <source>Nothing selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/legend.cpp" line="30"/>
        <source>Group: slots on one scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/legend.cpp" line="31"/>
        <source>Own parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/legend.cpp" line="32"/>
        <source>Fused into its master</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/legend.cpp" line="33"/>
        <source>Aligned to its master</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/legend.cpp" line="34"/>
        <source>Inferred from equal parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/legend.cpp" line="35"/>
        <source>Not quantized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/legend.cpp" line="36"/>
        <source>Master of its group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/legend.cpp" line="37"/>
        <source>Requantize edge, scale ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/legend.cpp" line="38"/>
        <source>New requantize edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/legend.cpp" line="39"/>
        <source>No longer requantizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/legend.cpp" line="40"/>
        <source>Folded Q/DQ pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/legend.cpp" line="41"/>
        <source>Inputs on different scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/legend.cpp" line="42"/>
        <source>Inputs on one scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/legend.cpp" line="43"/>
        <source>Aligned here (+: with overlap)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/legend.cpp" line="44"/>
        <source>Bits lost: 0, ¼, ½, 1, 2 and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/legend.cpp" line="45"/>
        <source>Resolution gained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/legend.cpp" line="124"/>
        <source>large</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Actions</name>
    <message>
        <location filename="../../ui/window/actions.cpp" line="30"/>
        <source>&amp;Open...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="30"/>
        <source>Open an ONNX model, or a model and its PPQ config together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="31"/>
        <source>Open quantization &amp;config...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="31"/>
        <source>Open the PPQ config or table that belongs to the open model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="32"/>
        <source>&amp;Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="32"/>
        <source>Read the files again and keep the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="33"/>
        <source>&amp;Close model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="33"/>
        <source>Back to the welcome page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="34"/>
        <source>Model &amp;properties...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="34"/>
        <source>Versions, producer, counts, files and notices of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="35"/>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="39"/>
        <source>&amp;Find...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="39"/>
        <source>Find operations and tensors; every word must occur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="40"/>
        <source>&amp;Copy name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="40"/>
        <source>Copy the name of the selected thing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="42"/>
        <source>Cycle &amp;method of the operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="42"/>
        <source>The next method for the selected operation alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="43"/>
        <source>force_&amp;overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="43"/>
        <source>Whether producers with other consumers follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="45"/>
        <source>&amp;Remove all exceptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="45"/>
        <source>Let every operation follow its family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="48"/>
        <source>&amp;Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="48"/>
        <source>Show the model as it was loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="49"/>
        <source>&amp;After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="49"/>
        <source>Show the outcome of the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="50"/>
        <source>&amp;Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="50"/>
        <source>Show what the scenario changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="55"/>
        <source>&amp;Bindings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="55"/>
        <source>Arcs from slaves to masters of the selected group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="56"/>
        <source>Group &amp;hulls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="56"/>
        <source>An outline around the members of each group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="57"/>
        <source>&amp;Requantize edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="57"/>
        <source>Mark the edges where the device must rescale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="58"/>
        <source>&amp;Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="58"/>
        <source>Halos by bits lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="59"/>
        <source>&amp;Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="59"/>
        <source>Names of operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="60"/>
        <source>&amp;Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="60"/>
        <source>Attributes inside the boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="61"/>
        <source>&amp;Initializers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="61"/>
        <source>Constants inside the boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="62"/>
        <source>Unfold &amp;Q/DQ nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="62"/>
        <source>Draw QuantizeLinear and DequantizeLinear as boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="63"/>
        <source>&amp;Left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="63"/>
        <source>Draw the graph from left to right instead of down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="64"/>
        <source>&amp;Wheel zooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="64"/>
        <source>Turn the wheel to zoom instead of to scroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="67"/>
        <source>&amp;Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="67"/>
        <source>Show the whole graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="68"/>
        <source>Fit &amp;selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="68"/>
        <source>Zoom to the selected thing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="69"/>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="71"/>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="72"/>
        <source>&amp;Actual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="75"/>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="75"/>
        <source>Follow the desktop&apos;s colours at start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="76"/>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="77"/>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="83"/>
        <source>As the s&amp;ystem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="83"/>
        <source>Follow the desktop&apos;s language; takes effect at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="84"/>
        <location filename="../../ui/window/actions.cpp" line="85"/>
        <source>Takes effect at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="90"/>
        <source>F&amp;ull screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="92"/>
        <source>Reset panel la&amp;yout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="92"/>
        <source>All panels back where they were at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="94"/>
        <source>&amp;Next requantize edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="95"/>
        <source>&amp;Previous requantize edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="96"/>
        <source>Select the &amp;group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="96"/>
        <source>Select the group of the selected slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="97"/>
        <source>&amp;Why this scale?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="97"/>
        <source>The chain of steps from calibration to now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="98"/>
        <source>&amp;Clear selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="100"/>
        <source>Command &amp;palette...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="100"/>
        <source>Find a command by its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="101"/>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.cpp" line="102"/>
        <source>&amp;About Alignscope</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Banners</name>
    <message>
        <location filename="../../ui/window/banners.cpp" line="94"/>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/banners.cpp" line="95"/>
        <source>Dismiss: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::CascadePanel</name>
    <message>
        <location filename="../../ui/panels/cascade_panel.cpp" line="15"/>
        <source>Cascade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/cascade_panel.cpp" line="15"/>
        <source>Form of the cascade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/cascade_panel.cpp" line="18"/>
        <source>By cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/cascade_panel.cpp" line="18"/>
        <source>Changes under the operation that caused them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/cascade_panel.cpp" line="18"/>
        <source>Flat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/cascade_panel.cpp" line="18"/>
        <source>All changes in one sortable table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/cascade_panel.cpp" line="43"/>
        <source>No model is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/cascade_panel.cpp" line="43"/>
        <source>The changes that a scenario causes appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/cascade_panel.cpp" line="44"/>
        <source>Nothing changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/cascade_panel.cpp" line="44"/>
        <source>Choose a method or a preset to see which slots follow, and why.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ChangesModel</name>
    <message>
        <location filename="../../ui/models/changes_model.cpp" line="108"/>
        <source>Without a cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/models/changes_model.cpp" line="111"/>
        <source>%1: %n slots</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/models/changes_model.cpp" line="185"/>
        <source>bits lost = log2(scale now / scale loaded); negative: gained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/changes_model.cpp" line="186"/>
        <source>Operations between the first cause and the slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/changes_model.cpp" line="191"/>
        <source>Slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/changes_model.cpp" line="191"/>
        <source>Cause and slots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/changes_model.cpp" line="192"/>
        <source>Tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/changes_model.cpp" line="193"/>
        <source>Scale loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/changes_model.cpp" line="194"/>
        <source>Scale now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/changes_model.cpp" line="195"/>
        <source>Bits lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/changes_model.cpp" line="196"/>
        <source>Hops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/changes_model.cpp" line="197"/>
        <source>Because</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Dialogs</name>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="82"/>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="83"/>
        <source>Quantization from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="84"/>
        <source>Graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="87"/>
        <source>Producer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="88"/>
        <source>IR version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="91"/>
        <source>Operator sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="92"/>
        <source>Nodes in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="93"/>
        <source>Q and DQ nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="94"/>
        <source>Operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="95"/>
        <source>Slots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="96"/>
        <source>Initializers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="97"/>
        <source>Subgraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="98"/>
        <source>Functions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="99"/>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="103"/>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="110"/>
        <source>Metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="122"/>
        <source>Nothing was lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="122"/>
        <source>Everything in the files was understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="125"/>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="142"/>
        <source>Properties of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="147"/>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="148"/>
        <source>Notices (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="163"/>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="176"/>
        <source>Open a recent model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="177"/>
        <source>Arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="177"/>
        <source>Walk along the edges of the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="178"/>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="178"/>
        <source>Fit the graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="179"/>
        <source>Ctrl+wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="179"/>
        <source>Zoom at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="206"/>
        <source>About Alignscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="216"/>
        <source>An inspector for the quantization scales that operations of a neural network share. Its ppq engine reproduces the alignment pass of PPQ 0.6.6; its strict engine gives what the constraints mean. All numbers are computed from the scales alone; no model is run and nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/dialogs.cpp" line="222"/>
        <source>Apache License 2.0. Uses Qt %1, ONNX, Protocol Buffers and Graphviz.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Explanation</name>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="44"/>
        <source>%1, %2 bits lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="45"/>
        <source>%1, %2 bits gained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="55"/>
        <source>Loaded: %1 is not quantized (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="56"/>
        <source>scale %1, offset %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="58"/>
        <source>Loaded: %1 has its own %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="61"/>
        <source>Loaded: %1 is fused with %2 and has its %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="62"/>
        <source>Loaded: %1 is aligned to %2 and has its %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="109"/>
        <source>the bias of %1 follows its input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="110"/>
        <source>%1 passes on the parameters of its input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="115"/>
        <source>%1 aligned to %2 with overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="116"/>
        <source>%1 aligned to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="128"/>
        <source>%1: %2 becomes master with scale %3, offset %4, large enough for every input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="130"/>
        <location filename="../../ui/text/explanation.cpp" line="136"/>
        <source>%1: %2 follows %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="132"/>
        <source>%1: the producer&apos;s slot %2 follows %3, so that no rescale is needed between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="133"/>
        <source>%1: %2 is left out, because %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="135"/>
        <source>%1: %2 is recomputed (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="137"/>
        <source>%1: %2 joins the set of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="138"/>
        <source>%1: %2 is refused, because %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="140"/>
        <source>%1: %2 takes the common range, scale %3, offset %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="143"/>
        <source>%1 is pinned to scale %2, offset %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="161"/>
        <source>Its master %1 was calibrated to the range %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="173"/>
        <source>%1: scale %2, as loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="174"/>
        <source>%1 is not quantized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="188"/>
        <source>%1: scale %2 as before, now shared with %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="189"/>
        <source>%1: scale %2 as before, now shared with %3, because %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="193"/>
        <source>%1: scale %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/explanation.cpp" line="195"/>
        <source>%1 because %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::GraphView</name>
    <message>
        <location filename="../../ui/canvas/graph_view.cpp" line="30"/>
        <location filename="../../ui/canvas/graph_view.cpp" line="32"/>
        <location filename="../../ui/canvas/graph_view_input.cpp" line="147"/>
        <source>Model graph</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::InspectorPanel</name>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="102"/>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="159"/>
        <source>No model is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="159"/>
        <source>Open or drop an ONNX model; add its PPQ config if it has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="162"/>
        <source>Nothing is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="162"/>
        <source>Select an operation, a slot, an edge or a group on the canvas or in a table below to see its parameters and where they come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="244"/>
        <source>Alignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="246"/>
        <source>Cannot be aligned: not all of its data inputs and outputs are quantized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="254"/>
        <source>Method of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="257"/>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="257"/>
        <source>Follow the family: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="277"/>
        <source>Overlap of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="279"/>
        <source>As set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="279"/>
        <source>Follow the force_overlap switch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="280"/>
        <source>Overlap off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="280"/>
        <source>Producers with other consumers keep their scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="281"/>
        <source>Overlap on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="281"/>
        <source>Producers and all of their consumers follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="300"/>
        <source>Broken promise: it bound %1 to %2, but %3 changed that afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="302"/>
        <source>Broken promise: it bound %1 to %2, but they differ in the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="310"/>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="310"/>
        <source>Outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="321"/>
        <source>Quantization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="322"/>
        <source>This operation is not quantized: none of its slots has parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="324"/>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="326"/>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="327"/>
        <location filename="../../ui/panels/inspector_panel.cpp" line="525"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="328"/>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="329"/>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="329"/>
        <source>node %1 of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="330"/>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="330"/>
        <source>has a subgraph, which is not looked into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="332"/>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="348"/>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="351"/>
        <location filename="../../ui/panels/inspector_panel.cpp" line="537"/>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="352"/>
        <source>Effective scale: real units per step, taken from the master</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="353"/>
        <location filename="../../ui/panels/inspector_panel.cpp" line="538"/>
        <source>Offset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="354"/>
        <source>Effective offset in steps: real = (q - offset) x scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="356"/>
        <source>Zero point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="357"/>
        <source>As stored in the file: offset - %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="358"/>
        <location filename="../../ui/panels/inspector_panel.cpp" line="539"/>
        <source>Real range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="359"/>
        <source>[(quant_min - offset) x scale, (quant_max - offset) x scale]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="361"/>
        <source>Bits lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="361"/>
        <source>log2(scale now / scale loaded)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="363"/>
        <source>SQNR change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="363"/>
        <source>%1 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="364"/>
        <source>-20 log10(scale now / scale loaded) dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="366"/>
        <source>Clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="366"/>
        <source>%1 % of the old range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="367"/>
        <source>Share of the loaded range that the new one no longer holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="370"/>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="371"/>
        <source>Integers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="371"/>
        <source>%1 bits, %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="372"/>
        <source>num_of_bits, quant_min and quant_max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="373"/>
        <source>Stored as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="374"/>
        <source>Channel axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="375"/>
        <source>Rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="376"/>
        <location filename="../../ui/panels/inspector_panel.cpp" line="461"/>
        <source>Slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="394"/>
        <source>Ranges of the members</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/panels/inspector_panel.cpp" line="399"/>
        <source>The widest and the first members; %n more share the scale.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="405"/>
        <source>Bars: what each member was calibrated to. Shaded: the range they share now. The crown marks the member with the widest range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="416"/>
        <source>Why this scale?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="461"/>
        <source>Parameter slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="464"/>
        <location filename="../../ui/panels/inspector_panel.cpp" line="540"/>
        <source>Master</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/panels/inspector_panel.cpp" line="469"/>
        <source>Show group G%1 with %n slots</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="474"/>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="476"/>
        <source>Belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="485"/>
        <location filename="../../ui/panels/inspector_panel.cpp" line="519"/>
        <source>Tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="486"/>
        <location filename="../../ui/panels/inspector_panel.cpp" line="522"/>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="498"/>
        <source>Edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="502"/>
        <source>Requantize edge: the device must rescale here by ×%1, because producer and consumer have different parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="504"/>
        <source>Producer and consumer agree: no rescale is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="507"/>
        <source>Producer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="510"/>
        <location filename="../../ui/panels/inspector_panel.cpp" line="516"/>
        <source>%1, not quantized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="511"/>
        <source>Input of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="511"/>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="512"/>
        <source>Consumers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="521"/>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="524"/>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="524"/>
        <source>input of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="524"/>
        <source>output of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/panels/inspector_panel.cpp" line="535"/>
        <source>Group of %n slots</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="535"/>
        <source>Group G%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/inspector_panel.cpp" line="543"/>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/panels/inspector_panel.cpp" line="548"/>
        <source>%n more: filter the Slots table by G%1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Legend</name>
    <message>
        <location filename="../../ui/canvas/legend.cpp" line="229"/>
        <location filename="../../ui/canvas/legend.cpp" line="280"/>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::MainWindow</name>
    <message>
        <location filename="../../ui/window/main_window.cpp" line="60"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.cpp" line="61"/>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.cpp" line="89"/>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.cpp" line="91"/>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.cpp" line="95"/>
        <location filename="../../ui/window/main_window.cpp" line="98"/>
        <location filename="../../ui/window/main_window.cpp" line="103"/>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.cpp" line="99"/>
        <source>Cascade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.cpp" line="100"/>
        <source>Slots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.cpp" line="101"/>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.cpp" line="102"/>
        <source>Sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.cpp" line="144"/>
        <source>Opening the model...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.cpp" line="144"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.cpp" line="149"/>
        <source>%1 changed on disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.cpp" line="150"/>
        <source>Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.cpp" line="182"/>
        <source>The sample could not be put into the cache folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.cpp" line="201"/>
        <source>Select an Add, Sub, Sum, Concat, pooling or Resize operation first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.cpp" line="242"/>
        <location filename="../../ui/window/main_window.cpp" line="245"/>
        <source>There is no requantize edge: every edge has one scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="41"/>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="60"/>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="60"/>
        <source>Methods and overlap of a known tool in one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="64"/>
        <source>Own choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="68"/>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="70"/>
        <source>Reproduces PPQ 0.6.6 exactly, quirks included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="71"/>
        <source>Strict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="71"/>
        <source>Gives what the constraints mean, independent of the order of operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="87"/>
        <source>What the canvas shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="89"/>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="89"/>
        <source>The model as it was loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="90"/>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="90"/>
        <source>The outcome of the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="91"/>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="91"/>
        <source>What the scenario changed (D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="101"/>
        <source>Layers of the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="127"/>
        <source>overlap on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="127"/>
        <source>overlap off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="154"/>
        <source>Forget all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="163"/>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="165"/>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="174"/>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="179"/>
        <source>&amp;Align</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="180"/>
        <source>&amp;Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="184"/>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="187"/>
        <source>&amp;Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="195"/>
        <source>&amp;Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="199"/>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="201"/>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="205"/>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="208"/>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="223"/>
        <source>Method of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_bars.cpp" line="236"/>
        <source>As its family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_state.cpp" line="35"/>
        <source>Open a model, or a model and its quantization config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_state.cpp" line="36"/>
        <source>Models and configs (*.onnx *.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_state.cpp" line="45"/>
        <source>Open the quantization config of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_state.cpp" line="46"/>
        <source>Quantization configs (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/main_window_state.cpp" line="111"/>
        <source>%1 (and %n more)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_state.cpp" line="113"/>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_state.cpp" line="123"/>
        <source>This is a float model: it carries no quantization parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_state.cpp" line="124"/>
        <source>Open its config...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_state.cpp" line="128"/>
        <source>%1 lies beside this float model and is a quantization config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_state.cpp" line="129"/>
        <source>Open it too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_state.cpp" line="192"/>
        <source>Copied %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window_state.cpp" line="198"/>
        <source>Select a slot or an edge first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Minimap</name>
    <message>
        <location filename="../../ui/canvas/minimap.cpp" line="25"/>
        <source>Overview of the graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/canvas/minimap.cpp" line="26"/>
        <source>Overview: click or drag to move</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::OverlapDiagram</name>
    <message>
        <location filename="../../ui/panels/overlap_diagram.cpp" line="59"/>
        <source>Diagram of force_overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/overlap_diagram.cpp" line="60"/>
        <source>On: Conv2 also feeds Conv3, and follows Add1 all the same. Conv3 gets the new scale too; no rescale is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/overlap_diagram.cpp" line="61"/>
        <source>Off: Conv2 also feeds Conv3, so it keeps its scale. Only Add1&apos;s input is aligned; a rescale remains between them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::OverridesModel</name>
    <message>
        <location filename="../../ui/models/overrides_model.cpp" line="39"/>
        <source>The model has no such operation to align: this has no effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/overrides_model.cpp" line="43"/>
        <source>as family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/overrides_model.cpp" line="45"/>
        <source>as set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/overrides_model.cpp" line="46"/>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/overrides_model.cpp" line="46"/>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/overrides_model.cpp" line="55"/>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/overrides_model.cpp" line="56"/>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/overrides_model.cpp" line="57"/>
        <source>Overlap</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Palette</name>
    <message>
        <location filename="../../ui/window/command_palette.cpp" line="26"/>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/command_palette.cpp" line="30"/>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/command_palette.cpp" line="31"/>
        <source>Type a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/command_palette.cpp" line="35"/>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::RangeBars</name>
    <message>
        <location filename="../../ui/panels/range_bars.cpp" line="26"/>
        <source>Ranges of the group&apos;s members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/range_bars.cpp" line="66"/>
        <source>The group&apos;s range of now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/range_bars.cpp" line="74"/>
        <source>%1 was calibrated to %2: %3 % of the group&apos;s range %4.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Samples</name>
    <message>
        <location filename="../../ui/window/samples.cpp" line="44"/>
        <source>One Add, one shared producer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/samples.cpp" line="45"/>
        <source>The smallest graph on which force_overlap matters: who follows when a producer feeds two operations?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/samples.cpp" line="46"/>
        <source>Concat of four branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/samples.cpp" line="47"/>
        <source>Four branches with four scales become one, and the quietest branch pays with its resolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/samples.cpp" line="48"/>
        <source>Two operations pull at one producer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/samples.cpp" line="49"/>
        <source>Alignments that undo each other: the later one wins, and the earlier promise is broken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/samples.cpp" line="50"/>
        <source>Residual blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/samples.cpp" line="51"/>
        <source>A chain of additions passes one scale on from block to block: watch how far a change travels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/samples.cpp" line="52"/>
        <source>U-Net with skip connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/samples.cpp" line="53"/>
        <source>Resize and Concat meet: align one of them, then both, and compare what the edges cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/samples.cpp" line="54"/>
        <source>MobileNetV2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/samples.cpp" line="55"/>
        <source>A whole network: find its requantize edges, then sweep all combinations for a cheap way out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ScenarioPanel</name>
    <message>
        <location filename="../../ui/panels/scenario_panel.cpp" line="37"/>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scenario_panel.cpp" line="52"/>
        <source>Price of the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scenario_panel.cpp" line="95"/>
        <source>Alignment of %1 operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scenario_panel.cpp" line="125"/>
        <source>Off: a producer that has other consumers keeps its own scale, and a requantize edge appears. On: the producer and all of its consumers follow the aligned operation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scenario_panel.cpp" line="133"/>
        <source>force_overlap on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scenario_panel.cpp" line="133"/>
        <source>force_overlap off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scenario_panel.cpp" line="180"/>
        <source>Exceptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scenario_panel.cpp" line="182"/>
        <source>Remove all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scenario_panel.cpp" line="187"/>
        <source>Every operation follows its family. Select one on the canvas and press M, or choose a method in the inspector, to make an exception.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scenario_panel.cpp" line="193"/>
        <source>Exceptions: operations that do something else than their family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scenario_panel.cpp" line="207"/>
        <source>Change...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scenario_panel.cpp" line="208"/>
        <location filename="../../ui/panels/scenario_panel.cpp" line="246"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scenario_panel.cpp" line="242"/>
        <source>Overlap as set for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scenario_panel.cpp" line="243"/>
        <source>Overlap on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scenario_panel.cpp" line="244"/>
        <source>Overlap off</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/panels/scenario_panel.cpp" line="264"/>
        <source>%n operations</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/panels/scenario_panel.cpp" line="265"/>
        <source>Operations of the types %1 that can be aligned: all of their data inputs and outputs have parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scenario_panel.cpp" line="268"/>
        <source>No operation to align: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/panels/scenario_panel.cpp" line="318"/>
        <source>%1 would move %n slots.
Requantize edges %2 → %3, worst loss %4 → %5 bits.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/panels/scenario_panel.cpp" line="322"/>
        <source>Open a quantized model to choose how its scales are shared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scenario_panel.cpp" line="324"/>
        <source>This model has no quantization parameters, so there is nothing to align. Open it together with its PPQ config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scenario_panel.cpp" line="326"/>
        <source>Point at a choice to see what it would do before you make it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Scorecard</name>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="39"/>
        <source>Scorecard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="51"/>
        <source>loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="52"/>
        <location filename="../../ui/panels/scorecard.cpp" line="124"/>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="57"/>
        <source>Requantize edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="57"/>
        <source>Edges with quantized slots at both ends whose effective scale or offset differ: the device must rescale there. F8 goes to the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="58"/>
        <source>Misaligned operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="58"/>
        <source>Elementwise and concat operations whose quantized data inputs do not have the same scale and offset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="59"/>
        <source>Split operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="59"/>
        <source>Passive operations (Reshape, MaxPool, ...) whose input and output have different parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="60"/>
        <source>Broken promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="60"/>
        <source>Operations with a slot that they bound to a master and whose effective parameters at the end differ from that master&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="61"/>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="61"/>
        <source>Roots with at least two slots that are not parameters: slots that share one scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="62"/>
        <source>Largest group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="62"/>
        <source>Number of slots in the largest group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="63"/>
        <source>Changed slots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="63"/>
        <source>Slots whose state, master, effective scale or offset differ from the loaded model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="64"/>
        <source>Worst bits lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="64"/>
        <source>The largest log2(scale now / scale loaded) over all changed slots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="65"/>
        <source>Summed bits lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="65"/>
        <source>The sum of log2(scale now / scale loaded) over all slots that lost resolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="66"/>
        <source>Changed model inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="66"/>
        <source>Inputs of the model whose scale or offset changed: the caller must quantize its data differently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="67"/>
        <source>Changed model outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="67"/>
        <source>Outputs of the model whose scale or offset changed: the caller must read them differently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="118"/>
        <source>%1: loaded %2, now %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/scorecard.cpp" line="124"/>
        <source>would be</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::SearchBox</name>
    <message>
        <location filename="../../ui/window/search_box.cpp" line="31"/>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/search_box.cpp" line="32"/>
        <source>Search type, name, tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/search_box.cpp" line="33"/>
        <source>Find operations (Ctrl+F): every word must occur in the type, the name or a tensor; &quot;word&quot; must match as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/search_box.cpp" line="53"/>
        <source>Found operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/search_box.cpp" line="92"/>
        <source>Nothing found. Every word must occur.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/search_box.cpp" line="92"/>
        <source>%n found; Return goes to the next</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/search_box.cpp" line="126"/>
        <source>%1 of %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Session</name>
    <message>
        <location filename="../../ui/session/session.cpp" line="67"/>
        <source>%1 is a quantization config: open it together with its model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/session/session.cpp" line="227"/>
        <location filename="../../ui/session/session.cpp" line="261"/>
        <source>Set %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/session/session.cpp" line="234"/>
        <source>Turn force_overlap on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/session/session.cpp" line="234"/>
        <source>Turn force_overlap off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/session/session.cpp" line="241"/>
        <source>Apply preset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/session/session.cpp" line="248"/>
        <source>Use the %1 engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/session/session.cpp" line="258"/>
        <source>Let %1 follow its family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/session/session.cpp" line="262"/>
        <source>Set the overlap of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/session/session.cpp" line="271"/>
        <source>Remove all overrides</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::SlotTableModel</name>
    <message>
        <location filename="../../ui/models/slot_table_model.cpp" line="123"/>
        <source>bits lost = log2(scale now / scale loaded); negative: gained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/slot_table_model.cpp" line="124"/>
        <source>Effective scale: that of the slot&apos;s master, in real units per step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/slot_table_model.cpp" line="125"/>
        <source>Effective offset in steps: real = (q - offset) x scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/slot_table_model.cpp" line="130"/>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/slot_table_model.cpp" line="131"/>
        <source>Slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/slot_table_model.cpp" line="132"/>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/slot_table_model.cpp" line="133"/>
        <source>Tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/slot_table_model.cpp" line="134"/>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/slot_table_model.cpp" line="135"/>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/slot_table_model.cpp" line="136"/>
        <source>Master</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/slot_table_model.cpp" line="137"/>
        <source>Scale loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/slot_table_model.cpp" line="138"/>
        <source>Scale now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/slot_table_model.cpp" line="139"/>
        <source>Offset now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/slot_table_model.cpp" line="140"/>
        <source>Bits lost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::SlotsPanel</name>
    <message>
        <location filename="../../ui/panels/slots_panel.cpp" line="11"/>
        <source>Slots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/slots_panel.cpp" line="24"/>
        <source>No model is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/slots_panel.cpp" line="24"/>
        <source>Every place where an operation may quantize appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/slots_panel.cpp" line="25"/>
        <source>No quantization parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/slots_panel.cpp" line="25"/>
        <source>This is a float model. Open it together with its PPQ config.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::StatusLine</name>
    <message>
        <location filename="../../ui/window/status_line.cpp" line="28"/>
        <source>Go to the next requantize edge (F8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/status_line.cpp" line="38"/>
        <source>Keep the layout that is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/status_line.cpp" line="39"/>
        <source>Cancel the layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/status_line.cpp" line="69"/>
        <source>%n operations</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/status_line.cpp" line="70"/>
        <source>%n slots</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/status_line.cpp" line="72"/>
        <source>%n requantize edges</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/window/status_line.cpp" line="86"/>
        <source>Laying out...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/status_line.cpp" line="87"/>
        <source>Improving the layout...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/status_line.cpp" line="88"/>
        <source>Best layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/status_line.cpp" line="88"/>
        <source>Fast layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/status_line.cpp" line="89"/>
        <source>No layout: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::StepsModel</name>
    <message>
        <location filename="../../ui/models/steps_model.cpp" line="85"/>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/steps_model.cpp" line="86"/>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/steps_model.cpp" line="87"/>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/steps_model.cpp" line="88"/>
        <source>Slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/steps_model.cpp" line="89"/>
        <source>Master</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/steps_model.cpp" line="90"/>
        <source>Scale before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/steps_model.cpp" line="91"/>
        <source>Scale after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/steps_model.cpp" line="92"/>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::StepsPanel</name>
    <message>
        <location filename="../../ui/panels/steps_panel.cpp" line="11"/>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/steps_panel.cpp" line="24"/>
        <source>No model is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/steps_panel.cpp" line="24"/>
        <source>What the engine does, in order, appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/steps_panel.cpp" line="25"/>
        <source>The engine has nothing to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/steps_panel.cpp" line="25"/>
        <source>Choose a method or a preset; each step it takes is listed here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::SweepModel</name>
    <message>
        <location filename="../../ui/models/sweep_model.cpp" line="24"/>
        <source>nothing aligned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/sweep_model.cpp" line="25"/>
        <source>overlap on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/sweep_model.cpp" line="25"/>
        <source>overlap off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/sweep_model.cpp" line="67"/>
        <source>The engine stops here: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/sweep_model.cpp" line="83"/>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/sweep_model.cpp" line="83"/>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/sweep_model.cpp" line="106"/>
        <source>Overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/sweep_model.cpp" line="107"/>
        <source>Requantize edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/sweep_model.cpp" line="108"/>
        <source>Misaligned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/sweep_model.cpp" line="109"/>
        <source>Worst bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/sweep_model.cpp" line="110"/>
        <source>Summed bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/sweep_model.cpp" line="111"/>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/sweep_model.cpp" line="112"/>
        <source>Changed slots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/models/sweep_model.cpp" line="113"/>
        <source>Broken</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::SweepPanel</name>
    <message>
        <location filename="../../ui/panels/sweep_panel.cpp" line="19"/>
        <source>Sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/sweep_panel.cpp" line="55"/>
        <source>Adopt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/sweep_panel.cpp" line="64"/>
        <source>No model is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/sweep_panel.cpp" line="64"/>
        <source>Every combination of methods, with its price, appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/sweep_panel.cpp" line="65"/>
        <source>No quantization parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/sweep_panel.cpp" line="65"/>
        <source>This is a float model. Open it together with its PPQ config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/sweep_panel.cpp" line="67"/>
        <source>Trying every combination: %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/sweep_panel.cpp" line="67"/>
        <source>You can go on working meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/sweep_panel.cpp" line="68"/>
        <source>Nothing to sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/sweep_panel.cpp" line="68"/>
        <source>The model has no operation that can be aligned.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::SweepPlot</name>
    <message>
        <location filename="../../ui/panels/sweep_plot.cpp" line="43"/>
        <source>Requantize edges against worst bits lost, one point a combination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/sweep_plot.cpp" line="109"/>
        <source>%1 requantize edges, worst loss %2 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/panels/sweep_plot.cpp" line="114"/>
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/panels/sweep_plot.cpp" line="187"/>
        <source>requantize edges →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/sweep_plot.cpp" line="191"/>
        <source>worst bits lost →</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::TablePanel</name>
    <message>
        <location filename="../../ui/panels/table_panel.cpp" line="40"/>
        <source>Filter of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/table_panel.cpp" line="41"/>
        <source>Filter: every word must occur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/table_panel.cpp" line="53"/>
        <source>Copy the rows with exact numbers, to paste into a table or an issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/table_panel.cpp" line="54"/>
        <source>Copy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/panels/table_panel.cpp" line="73"/>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/panels/table_panel.cpp" line="143"/>
        <source>%n rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/panels/table_panel.cpp" line="143"/>
        <source>%1 of %n rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::WelcomePage</name>
    <message>
        <location filename="../../ui/window/welcome_page.cpp" line="53"/>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/welcome_page.cpp" line="82"/>
        <source>See which quantization scales of a network are shared, why, and what each way of sharing them costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/welcome_page.cpp" line="90"/>
        <source>Open a model...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/welcome_page.cpp" line="92"/>
        <source>Open a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/welcome_page.cpp" line="99"/>
        <source>or drop an ONNX model anywhere in this window, together with its PPQ config (JSON) if it has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/welcome_page.cpp" line="107"/>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/window/welcome_page.cpp" line="114"/>
        <source>Learn from a sample</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Words</name>
    <message numerus="yes">
        <location filename="../../ui/text/words.cpp" line="25"/>
        <source>%1 (%n channels)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/text/words.cpp" line="26"/>
        <source>%1 to %2 (%n channels)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="36"/>
        <location filename="../../ui/text/words.cpp" line="180"/>
        <source>elementwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="37"/>
        <location filename="../../ui/text/words.cpp" line="181"/>
        <source>concat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="38"/>
        <location filename="../../ui/text/words.cpp" line="177"/>
        <source>pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="39"/>
        <source>resize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="47"/>
        <source>Elementwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="48"/>
        <source>Concat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="49"/>
        <source>Pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="50"/>
        <source>Resize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="69"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="70"/>
        <source>large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="71"/>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="72"/>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="80"/>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="81"/>
        <source>Large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="82"/>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="83"/>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="91"/>
        <source>None: %1 operations keep the scales they were loaded with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="92"/>
        <source>Large: all inputs of an operation share one scale that holds the largest of their ranges. The output keeps its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="93"/>
        <source>Output: the inputs of an operation take the scale and offset of its output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="94"/>
        <source>Input: the output of an operation takes the scale and offset of its input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="102"/>
        <source>initial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="103"/>
        <source>baked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="104"/>
        <source>fused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="105"/>
        <source>activated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="106"/>
        <source>aligned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="107"/>
        <source>passive, no scale yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="108"/>
        <source>aligned, baked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="109"/>
        <source>FP32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="110"/>
        <source>shape or index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="111"/>
        <source>dequantized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="112"/>
        <source>deactivated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="120"/>
        <source>INITIAL: not calibrated yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="121"/>
        <source>BAKED: the parameter&apos;s values are already quantized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="122"/>
        <source>OVERLAPPED: fused; not quantized on its own, it follows its master.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="123"/>
        <source>ACTIVATED: quantized with its own scale and offset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="124"/>
        <source>PASSIVE: quantized with the scale and offset of its master.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="125"/>
        <source>PASSIVE_INIT: will follow a master that has no scale yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="126"/>
        <source>PASSIVE_BAKED: follows a master, values already quantized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="127"/>
        <source>FP32: not quantized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="128"/>
        <source>SOI: carries shapes or indices, never quantized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="129"/>
        <source>DEQUANTIZED: quantization is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="130"/>
        <source>DEACTIVED: quantization is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="138"/>
        <source>new range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="139"/>
        <source>bind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="140"/>
        <source>carry to producer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="141"/>
        <source>skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="142"/>
        <source>recompute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="143"/>
        <source>join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="144"/>
        <source>refuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="145"/>
        <source>common range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="146"/>
        <source>pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="155"/>
        <source>the slot is not quantized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="156"/>
        <source>the slot is quantized to floating point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="157"/>
        <source>PPQ lets the last input decide for all, and it is not quantized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="158"/>
        <source>the producer has other consumers and force_overlap is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="159"/>
        <source>bias scale = input scale x weight scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="160"/>
        <source>the slot is quantized per channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="161"/>
        <source>the slot has no known parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="162"/>
        <source>its bits, range or policy differ from the reference slot&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="163"/>
        <source>fewer than two slots are left to align</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="164"/>
        <source>the edge is excluded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="165"/>
        <source>the producer had other parameters when loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="166"/>
        <source>two different pins meet in one set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="167"/>
        <source>takes the parameters of the operation&apos;s first input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="175"/>
        <source>compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="176"/>
        <source>activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="178"/>
        <source>normalization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="179"/>
        <source>shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="182"/>
        <source>quantize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="183"/>
        <source>constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="184"/>
        <source>control flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="185"/>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="193"/>
        <source>none (float model)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="194"/>
        <source>QuantizeLinear / DequantizeLinear nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="195"/>
        <source>PPQ quantization config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="196"/>
        <source>Alignscope table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="204"/>
        <source>symmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="205"/>
        <source>asymmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="206"/>
        <source>power of two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="207"/>
        <source>floating point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="208"/>
        <source>dynamic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="209"/>
        <source>per channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="209"/>
        <source>per tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="234"/>
        <source>The engine stopped with %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="235"/>
        <source>The engine stopped at %1 with %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="255"/>
        <source>%1 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="269"/>
        <source>scalar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="274"/>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="274"/>
        <source>out %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="281"/>
        <source>%1 input %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/text/words.cpp" line="282"/>
        <source>%1 output %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
