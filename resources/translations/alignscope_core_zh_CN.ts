<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<!-- The sentences of core/base/messages.def, kept by hand; a test compares them. -->
<context>
    <name>core</name>
    <message>
        <source>Cannot open %1: there is no such file.</source>
        <translation>无法打开 %1：没有这个文件。</translation>
    </message>
    <message>
        <source>Cannot open %1: %2.</source>
        <translation>无法打开 %1：%2。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>%1 is not valid JSON: there is an error at %2.</source>
        <translation>%1 不是有效的 JSON：%2 处有错误。</translation>
    </message>
    <message>
        <source>%1 cannot be read: the key &quot;%2&quot; stands twice in one object.</source>
        <translation>无法读取 %1：键 &quot;%2&quot; 在一个对象中出现了两次。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2 must be %3.</source>
        <translation>无法读取 %1：%2 必须是 %3。</translation>
    </message>
    <message>
        <source>%1 cannot be read: its objects are nested more than 64 levels deep.</source>
        <translation>无法读取 %1：对象嵌套超过 64 层。</translation>
    </message>
    <message>
        <source>%1 cannot be read: it holds too many values.</source>
        <translation>无法读取 %1：其中的值太多。</translation>
    </message>
    <message>
        <source>Tensor %1 is written by %2 and again by %3; only the first counts.</source>
        <translation>张量 %1 由 %2 写出，又由 %3 写出；只有第一个有效。</translation>
    </message>
    <message>
        <source>The model has more %1 than the limit of %2.</source>
        <translation>模型的 %1 超过了 %2 的上限。</translation>
    </message>
    <message>
        <source>The operations around %1 form a cycle; they keep the order of the file.</source>
        <translation>%1 周围的算子构成环；它们保持文件中的顺序。</translation>
    </message>
    <message>
        <source>%1 is no quantization config: it is neither PPQ's JSON nor an alignscope-table/1 file.</source>
        <translation>%1 不是量化配置：既不是 PPQ 的 JSON，也不是 alignscope-table/1 文件。</translation>
    </message>
    <message>
        <source>%1 holds no quantized operation.</source>
        <translation>%1 中没有量化的算子。</translation>
    </message>
    <message>
        <source>The quantization config belongs to another model: only %1 of its %2 configs have a place in this one.</source>
        <translation>该量化配置属于另一个模型：其 %2 个配置中只有 %1 个能在此模型中找到位置。</translation>
    </message>
    <message>
        <source>%1 of %2 operations of the quantization config are not in the model and were left out (the first: %3).</source>
        <translation>量化配置的 %2 个算子中有 %1 个不在模型中，已略去（第一个：%3）。</translation>
    </message>
    <message>
        <source>%1 entries of the quantization config name a variable or slot that its operation does not have and were left out (the first: %2).</source>
        <translation>量化配置中有 %1 个条目指向其算子没有的变量或槽位，已略去（第一个：%2）。</translation>
    </message>
    <message>
        <source>%1 variables have other names in the quantization config than in the model and were matched by their position (the first: %2).</source>
        <translation>%1 个变量在量化配置与模型中名称不同，已按位置对应（第一个：%2）。</translation>
    </message>
    <message>
        <source>%1 reads %2 more than once, but the quantization config keeps only the last of its configs; the others were derived.</source>
        <translation>%1 多次读取 %2，但量化配置只保留了最后一个配置；其余的由推导得出。</translation>
    </message>
    <message>
        <source>%1 slots of quantized operations have no entry in the quantization config and are shown as FP32 (the first: %2).</source>
        <translation>量化算子的 %1 个槽位在量化配置中没有条目，显示为 FP32（第一个：%2）。</translation>
    </message>
    <message>
        <source>%1 slots point at a master that the quantization config does not hold (the first: %2).</source>
        <translation>%1 个槽位指向量化配置中没有的主槽（第一个：%2）。</translation>
    </message>
    <message>
        <source>%1 slots point at each other in a circle and have no parameters (the first: %2).</source>
        <translation>%1 个槽位互相指向成环，没有参数（第一个：%2）。</translation>
    </message>
    <message>
        <source>%1 configs share their hash with another one; pointers go to the first (the first: %2).</source>
        <translation>%1 个配置与另一个配置的 hash 相同；指针指向第一个（第一个：%2）。</translation>
    </message>
    <message>
        <source>%1 quantized slots have no scale in the quantization config (the first: %2).</source>
        <translation>%1 个量化槽位在量化配置中没有缩放因子（第一个：%2）。</translation>
    </message>
    <message>
        <source>The file is already aligned or baked at %1 slots (the first: %2); every scenario starts from that state.</source>
        <translation>文件在 %1 个槽位上已经对齐或固化（第一个：%2）；每个方案都从该状态开始。</translation>
    </message>
    <message>
        <source>%1 aligned slots have no master in the quantization config: the exporter lost their links (the first: %2).</source>
        <translation>%1 个对齐的槽位在量化配置中没有主槽：导出器丢失了它们的链接（第一个：%2）。</translation>
    </message>
    <message>
        <source>PPL's config keeps one entry for each variable: inputs and outputs cannot be told apart, biases are not in it, and fused operations were derived.</source>
        <translation>PPL 的配置对每个变量只保留一个条目：无法区分输入和输出，其中没有偏置，融合的算子由推导得出。</translation>
    </message>
    <message>
        <source>Cannot open %1: it is a folder; choose a model file in it.</source>
        <translation>无法打开 %1：它是文件夹；请选择其中的模型文件。</translation>
    </message>
    <message>
        <source>%1 was changed by another program since it was opened; open it again.</source>
        <translation>%1 打开后被其他程序更改；请重新打开。</translation>
    </message>
    <message>
        <source>Cannot open %1: the file is empty.</source>
        <translation>无法打开 %1：文件是空的。</translation>
    </message>
    <message>
        <source>%1 is a Git LFS pointer, not the model itself; fetch it with git lfs pull and open it again.</source>
        <translation>%1 是 Git LFS 指针，不是模型本身；请用 git lfs pull 取回后再打开。</translation>
    </message>
    <message>
        <source>%1 is a file in the format %2, not ONNX; open the ONNX model that it was made from.</source>
        <translation>%1 是 %2 格式的文件，不是 ONNX；请打开生成它的 ONNX 模型。</translation>
    </message>
    <message>
        <source>%1 is JSON, not a model; open the ONNX model and give this file as its quantization.</source>
        <translation>%1 是 JSON，不是模型；请打开 ONNX 模型，并把此文件作为其量化配置。</translation>
    </message>
    <message>
        <source>%1 is text, not a binary ONNX model; convert it to the binary form and open that.</source>
        <translation>%1 是文本，不是二进制 ONNX 模型；请转换为二进制形式后再打开。</translation>
    </message>
    <message>
        <source>%1 is not a complete ONNX model: its data makes no sense at byte %2; fetch or export it again.</source>
        <translation>%1 不是完整的 ONNX 模型：第 %2 字节处的数据无法理解；请重新获取或导出。</translation>
    </message>
    <message>
        <source>%1 is not a readable ONNX model: its data has the outer form but not the contents; export it again.</source>
        <translation>%1 不是可读的 ONNX 模型：数据外形相符而内容不符；请重新导出。</translation>
    </message>
    <message>
        <source>%1 has no graph; it may be another protobuf file, or an ONNX file without a model.</source>
        <translation>%1 没有图；它可能是另一种 protobuf 文件，或是没有模型的 ONNX 文件。</translation>
    </message>
    <message>
        <source>%1 nests subgraphs deeper than this program follows (100 message levels).</source>
        <translation>%1 的子图嵌套超过本程序所能处理的深度（100 层消息）。</translation>
    </message>
    <message>
        <source>%1 describes more structure than the limit of %2 bytes, weights not counted.</source>
        <translation>%1 描述的结构超过 %2 字节的上限（不计权重）。</translation>
    </message>
    <message>
        <source>The external data of %1 is said to be at &quot;%2&quot;, which is no plain path inside the model's folder; it is not read.</source>
        <translation>%1 的外部数据据称位于 &quot;%2&quot;，这不是模型文件夹内的普通路径；不予读取。</translation>
    </message>
    <message>
        <source>The external data file %1 is missing; the structure is complete, the values in it are not available.</source>
        <translation>缺少外部数据文件 %1；结构完整，但其中的值不可用。</translation>
    </message>
    <message>
        <source>The external data of %1 lies beyond the end of %2; its values are not available.</source>
        <translation>%1 的外部数据超出 %2 的末尾；其值不可用。</translation>
    </message>
    <message>
        <source>The values of %1 cannot be read: %2 is not supported.</source>
        <translation>无法读取 %1 的值：不支持 %2。</translation>
    </message>
    <message>
        <source>%1 has no stored values.</source>
        <translation>%1 没有存储的值。</translation>
    </message>
    <message>
        <source>%1 QuantizeLinear or DequantizeLinear nodes (first %2) compute their scale or zero point or take it from an input; their slots are shown as float.</source>
        <translation>%1 个 QuantizeLinear 或 DequantizeLinear 节点（第一个 %2）的缩放因子或零点由计算得出或来自输入；其槽位显示为浮点。</translation>
    </message>
    <message>
        <source>The scale or zero point of %1 QuantizeLinear or DequantizeLinear nodes (first %2) cannot be read; their slots are shown as float.</source>
        <translation>%1 个 QuantizeLinear 或 DequantizeLinear 节点（第一个 %2）的缩放因子或零点无法读取；其槽位显示为浮点。</translation>
    </message>
    <message>
        <source>The scale or zero point of %1 QuantizeLinear or DequantizeLinear nodes (first %2) makes no sense (not positive, not finite, or of unequal counts); their slots are shown as float.</source>
        <translation>%1 个 QuantizeLinear 或 DequantizeLinear 节点（第一个 %2）的缩放因子或零点没有意义（非正、非有限或数量不等）；其槽位显示为浮点。</translation>
    </message>
    <message>
        <source>%1 QuantizeLinear or DequantizeLinear nodes (first %2) use an integer type that this program does not know; their slots are shown as float.</source>
        <translation>%1 个 QuantizeLinear 或 DequantizeLinear 节点（第一个 %2）使用本程序不认识的整数类型；其槽位显示为浮点。</translation>
    </message>
    <message>
        <source>%1 QuantizeLinear or DequantizeLinear nodes (first %2) use 4 bits; they are shown, but never aligned.</source>
        <translation>%1 个 QuantizeLinear 或 DequantizeLinear 节点（第一个 %2）使用 4 位；只显示，从不对齐。</translation>
    </message>
    <message>
        <source>%1 QuantizeLinear or DequantizeLinear nodes (first %2) use 8-bit floats; they are shown, but never aligned.</source>
        <translation>%1 个 QuantizeLinear 或 DequantizeLinear 节点（第一个 %2）使用 8 位浮点；只显示，从不对齐。</translation>
    </message>
    <message>
        <source>%1 QuantizeLinear or DequantizeLinear nodes (first %2) quantize in blocks; they are shown, but never aligned.</source>
        <translation>%1 个 QuantizeLinear 或 DequantizeLinear 节点（第一个 %2）分块量化；只显示，从不对齐。</translation>
    </message>
    <message>
        <source>%1 QuantizeLinear or DequantizeLinear nodes (first %2) stand next to an operator that has the same parameters inside; they are shown, but never aligned.</source>
        <translation>%1 个 QuantizeLinear 或 DequantizeLinear 节点（第一个 %2）紧邻内部带有相同参数的算子；只显示，从不对齐。</translation>
    </message>
    <message>
        <source>%1 more notices of the kind before are not listed.</source>
        <translation>另有 %1 条与前面同类的提示未列出。</translation>
    </message>
    <message>
        <source>%1 operators (first %2) keep their quantization parameters inside; they are drawn, but not aligned. Export the model in the QDQ form to align it.</source>
        <translation>%1 个算子（第一个 %2）在内部保存量化参数；只绘制，不对齐。要对齐，请以 QDQ 形式导出模型。</translation>
    </message>
    <message>
        <source>%1 operators (first %2) quantize dynamically: their scales are known only when the model runs and are not aligned.</source>
        <translation>%1 个算子（第一个 %2）动态量化：缩放因子在模型运行时才知道，不对齐。</translation>
    </message>
    <message>
        <source>%1 operators (first %2) quantize in a way of their own; they are drawn, but not aligned.</source>
        <translation>%1 个算子（第一个 %2）以自己的方式量化；只绘制，不对齐。</translation>
    </message>
    <message>
        <source>%1 exists already; choose another name or allow it to be replaced.</source>
        <translation>%1 已存在；请换一个名称或允许替换。</translation>
    </message>
    <message>
        <source>%1 is the opened model or one of its files; export under another name.</source>
        <translation>%1 是打开的模型或其文件之一；请以其他名称导出。</translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>%1 exists already with other contents; the model's external data would have to replace it. Export to another folder.</source>
        <translation>%1 已存在且内容不同；模型的外部数据将不得不替换它。请导出到其他文件夹。</translation>
    </message>
    <message>
        <source>%1 has no source file that an export could be made from.</source>
        <translation>%1 没有可供导出的源文件。</translation>
    </message>
    <message>
        <source>%1 has no quantization parameters, so there is nothing to export.</source>
        <translation>%1 没有量化参数，因此没有可导出的内容。</translation>
    </message>
    <message>
        <source>%1 carries its parameters in Q and DQ nodes; PPQ's JSON is written for float models with a config beside them. Export as QDQ.</source>
        <translation>%1 的参数在 Q 和 DQ 节点中；PPQ 的 JSON 只为带配置的浮点模型写出。请以 QDQ 导出。</translation>
    </message>
    <message>
        <source>%1 has Q and DQ nodes of its own beside the config; nothing was exported.</source>
        <translation>%1 除配置外自身还有 Q 和 DQ 节点；没有导出任何内容。</translation>
    </message>
    <message>
        <source>%1 has opset %2, but Q and DQ nodes with these parameters need %3, and it cannot be raised safely because of %4; convert the model first.</source>
        <translation>%1 的算子集为 %2，但带这些参数的 Q 和 DQ 节点需要 %3，而由于 %4 无法安全提升；请先转换模型。</translation>
    </message>
    <message>
        <source>%1 slots have no place in PPQ's JSON, which knows a variable once an operation; they will read differently, the first is %2.</source>
        <translation>%1 个槽位在 PPQ 的 JSON 中没有位置（它对一个算子的每个变量只认一次）；它们读出来会不同，第一个是 %2。</translation>
    </message>
    <message>
        <source>%1 slots that get no Q or DQ of their own (fused, internal or float) read differently in the QDQ form, the first is %2.</source>
        <translation>%1 个没有自己的 Q 或 DQ 的槽位（融合、内部或浮点）在 QDQ 形式中读出来会不同，第一个是 %2。</translation>
    </message>
    <message>
        <source>Nothing was exported from %1: the alignment ended with an error (%2)</source>
        <translation>没有从 %1 导出任何内容：对齐因错误结束（%2）</translation>
    </message>
    <message>
        <source>%1 spreads its graph over several fields of the file, which this program does not edit; save it anew with another tool first.</source>
        <translation>%1 把图分散在文件的多个字段中，本程序不编辑这种文件；请先用其他工具重新保存。</translation>
    </message>
    <message>
        <source>The export of %1 would be larger than 2 GB, which no ONNX reader takes; move the weights to external data first.</source>
        <translation>%1 的导出将超过 2 GB，没有 ONNX 读取程序能接受；请先把权重移到外部数据。</translation>
    </message>
    <message>
        <source>The new scale of %1 is no exact %2 number, and the model keeps its scales in that type; nothing was exported.</source>
        <translation>%1 的新缩放因子不是精确的 %2 数，而模型以该类型保存缩放因子；没有导出任何内容。</translation>
    </message>
    <message>
        <source>%1 would have to become %2, but it is an output of the graph or is read by a subgraph; nothing was exported.</source>
        <translation>%1 将不得不变为 %2，但它是图的输出或被子图读取；没有导出任何内容。</translation>
    </message>
    <message>
        <source>%1 was not saved: it cannot be read again. %2</source>
        <translation>%1 未保存：无法重新读取。%2</translation>
    </message>
    <message>
        <source>%1 was not saved: read again, %2 is not as it should be (wanted %3, found %4).</source>
        <translation>%1 未保存：重新读取后 %2 不符（应为 %3，实为 %4）。</translation>
    </message>
    <message>
        <source>%1 slots cannot be expressed by Q and DQ nodes in this model and stay as they were, the first is %2.</source>
        <translation>%1 个槽位无法用此模型的 Q 和 DQ 节点表达，保持原样，第一个是 %2。</translation>
    </message>
    <message>
        <source>%1 slots are stored in the integer type of their master because the zero point does not fit their own, the first is %2.</source>
        <translation>%1 个槽位以其主槽的整数类型存储，因为零点放不进自己的类型，第一个是 %2。</translation>
    </message>
    <message>
        <source>The graph output %1 is taken before the Q/DQ pair that was inserted behind it.</source>
        <translation>图的输出 %1 取自插入其后的 Q/DQ 对之前。</translation>
    </message>
    <message>
        <source>The override for %1 has no effect: the model has no such operation.</source>
        <translation>%1 的例外无效：模型中没有这个算子。</translation>
    </message>
    <message>
        <source>The override for %1 has no effect: %2 cannot be aligned because not all of its data slots are quantized.</source>
        <translation>%1 的例外无效：%2 不能对齐，因为它的数据槽位没有全部量化。</translation>
    </message>
    <message>
        <source>ppq_manual names %1, but the model has no such operation.</source>
        <translation>ppq_manual 指定了 %1，但模型中没有这个算子。</translation>
    </message>
    <message>
        <source>PPQ ignores the manual alignment of %1 because the concat method is not large.</source>
        <translation>PPQ 忽略了 %1 的手动对齐，因为 Concat 的方法不是“大”。</translation>
    </message>
    <message>
        <source>The scenario names the slot %1, but the model has no such slot.</source>
        <translation>方案指定了槽位 %1，但模型中没有这个槽位。</translation>
    </message>
    <message>
        <source>Edge %1 of the drawing leads to a box that does not exist.</source>
        <translation>图中的边 %1 指向不存在的方框。</translation>
    </message>
    <message>
        <source>%1 is no alignscope-scenario/1 file.</source>
        <translation>%1 不是 alignscope-scenario/1 文件。</translation>
    </message>
    <message>
        <source>%1 is no alignscope-session/1 file.</source>
        <translation>%1 不是 alignscope-session/1 文件。</translation>
    </message>
    <message>
        <source>%1 holds no scenario named &quot;%2&quot;; it has %3.</source>
        <translation>%1 中没有名为“%2”的方案；其中有 %3。</translation>
    </message>
    <message>
        <source>%1 holds no named scenario.</source>
        <translation>%1 中没有已命名的方案。</translation>
    </message>
    <message>
        <source>%1 carries no scenario: it was not aligned by Alignscope.</source>
        <translation>%1 不带方案：它不是由 Alignscope 对齐的。</translation>
    </message>
    <message>
        <source>%1 holds no scenario: choose a scenario, a session or a model that Alignscope exported.</source>
        <translation>%1 中没有方案：请选择方案、会话或 Alignscope 导出的模型。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no method for %2: choose %3.</source>
        <translation>&quot;%1&quot; 不是 %2 的方法：请选择 %3。</translation>
    </message>
</context>
</TS>
