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
        <source>Quirk 1: align to large looks at the state of the last input only. If that input is not quantized, no input is bound; if another one is not, it is quantized all the same.</source>
        <translation>怪癖 1：按最大范围对齐只看最后一个输入的状态。它未量化时，所有输入都不绑定；其他输入未量化时，却照样被量化。</translation>
    </message>
    <message>
        <source>Quirk 2: PPQ's manual attribute works only while the concat method is large, and its value is ignored. The strict engine does not know it.</source>
        <translation>怪癖 2：PPQ 的手动对齐属性只在 Concat 方法为 large 时生效，而且属性值被忽略。严格引擎没有这个属性。</translation>
    </message>
    <message>
        <source>Quirk 4: PPQ counts the readers of the producing operation, not of the tensor, and one that reads twice counts twice. So a producer that only this operation reads keeps its own scale.</source>
        <translation>怪癖 4：PPQ 数的是生产算子的读者，而不是张量的读者；同一算子读两次算两个。因此只被该算子读取的生产者也保留自己的缩放因子。</translation>
    </message>
    <message>
        <source>Quirk 5: PPQ does not count a graph output as a reader. So a tensor that the caller reads gets another scale, though force_overlap is off.</source>
        <translation>怪癖 5：PPQ 不把图输出算作读者。因此即使 force_overlap 关闭，调用方读取的张量也会得到另一个缩放因子。</translation>
    </message>
    <message>
        <source>Quirk 6: PPQ also rebinds inputs of the producer when they read a tensor that the aligned operation reads too.</source>
        <translation>怪癖 6：生产者的输入如果也读取被对齐算子所读的张量，PPQ 会把它一起重新绑定。</translation>
    </message>
    <message>
        <source>Quirk 7: PPQ binds slots whatever their state, so a slot that is not quantized, or has no scale yet, becomes aligned.</source>
        <translation>怪癖 7：PPQ 绑定槽位时不看其状态，因此未量化或还没有缩放因子的槽位也会被对齐。</translation>
    </message>
    <message>
        <source>Quirk 8: aligning a graph that was aligned in the other direction makes masters and slaves a circle; PPQ ends with a RecursionError.</source>
        <translation>怪癖 8：对已经按另一方向对齐的图再次对齐，主从关系会成环；PPQ 以 RecursionError 结束。</translation>
    </message>
    <message>
        <source>Quirk 9: PPQ computes a symmetric range with 128 steps and divides by 255, so each align to large makes the scale 256/255 of what it should be.</source>
        <translation>怪癖 9：PPQ 计算对称范围时用 128 级，却除以 255，所以每做一次最大范围对齐，缩放因子都变为应有值的 256/255。</translation>
    </message>
    <message>
        <source>Quirk 10: PPQ aligns in one pass in the order of the operations. What a later operation binds, or an earlier one has moved, is not looked at again, so an earlier alignment is lost.</source>
        <translation>怪癖 10：PPQ 按算子顺序只走一遍。后面的算子绑定过的、或前面的算子移动过的，都不会再检查，因此先前的对齐会丢失。</translation>
    </message>
    <message>
        <source>Quirk 11: PPQ rebinds one slot of the producer. What is fused with it, such as the input of a MaxPool, stays behind, so an operation that only passes values on has to rescale.</source>
        <translation>怪癖 11：PPQ 只重新绑定生产者的一个槽位。与它融合在一起的槽位（例如 MaxPool 的输入）留在原处，只传递数值的算子因此也要重新缩放。</translation>
    </message>
    <message>
        <source>Quirk 12: in a chain of aligned operations all take the range of the last one. What the earlier ones asked for is not held.</source>
        <translation>怪癖 12：对齐算子连成一串时，全部采用最后一个算子的范围，前面的算子所要求的范围不再保持。</translation>
    </message>
    <message>
        <source>Quirk 13: the second read of one tensor by one operation is a slot of its own, with its own calibrated scale.</source>
        <translation>怪癖 13：同一算子第二次读取同一张量时，那是一个独立的槽位，有自己校准出的缩放因子。</translation>
    </message>
    <message>
        <source>Quirk 16: with a per-channel input PPQ's align to large stops with an AssertionError and align to output binds it silently. The strict engine leaves it out.</source>
        <translation>怪癖 16：遇到逐通道的输入，PPQ 的最大范围对齐以 AssertionError 中止，按输出对齐则不加提示地绑定。严格引擎不把它纳入。</translation>
    </message>
    <message>
        <source>Quirk 17: for signed asymmetric and power-of-two slots PPQ computes a zero point that does not fit the range.</source>
        <translation>怪癖 17：对有符号非对称和 2 的幂次槽位，PPQ 算出的零点与范围不符。</translation>
    </message>
    <message>
        <source>Quirk 25: a passive bias behind an input that is not quantized stops PPQ's recomputation of the biases.</source>
        <translation>怪癖 25：未量化的输入后面若有 PASSIVE 的 bias，PPQ 重新计算 bias 的过程会中止。</translation>
    </message>
    <message>
        <source>PPQ stopped with an error at this operation; what comes after it was not aligned.</source>
        <translation>PPQ 在该算子处出错中止；其后的算子都没有对齐。</translation>
    </message>
    <message>
        <source>Strict rule S1: a slot with another scheme (policy, width, range of values) cannot share the scale of the others and is left out, and so is an operation with fewer than two slots that can; PPQ aligns them.</source>
        <translation>严格引擎规则 S1：量化方案（策略、位宽、取值范围）不同的槽位不能共用缩放因子，因此不纳入；可共用的槽位不足两个的算子也不纳入；PPQ 照样对齐。</translation>
    </message>
    <message>
        <source>Strict rule S2: an input that leaves its loaded group goes alone; in PPQ all slots that point at it go with it.</source>
        <translation>严格引擎规则 S2：输入离开加载时的组时只有它自己离开；在 PPQ 中，指向它的槽位都会跟着走。</translation>
    </message>
    <message>
        <source>Strict rule S4: a producer that had other parameters when loaded keeps them and the edge rescales; PPQ rebinds it.</source>
        <translation>严格引擎规则 S4：加载时参数就不同的生产者保留自己的参数，由边重新缩放；PPQ 会重新绑定它。</translation>
    </message>
    <message>
        <source>Strict rule S5: bindings, pins and excluded edges of the scenario; PPQ has no such thing.</source>
        <translation>严格引擎规则 S5：方案中的手动绑定、固定值和排除的边；PPQ 没有这些。</translation>
    </message>
    <message>
        <source>Strict rule S6: the new range holds the old ones to the last step; PPQ rounds the scale and the zero point, and may clip half a step.</source>
        <translation>严格引擎规则 S6：新范围完整包含旧范围；PPQ 对缩放因子和零点取整，可能截掉半级。</translation>
    </message>
    <message>
        <source>Strict rule S7: scale and offset are the same; only another slot is called master, or its state is named otherwise.</source>
        <translation>严格引擎规则 S7：缩放因子和偏移相同，只是主槽换了一个，或状态名称不同。</translation>
    </message>
    <message>
        <source>The reason is not known. Please report this model.</source>
        <translation>原因不明，请报告这个模型。</translation>
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
        <source>&quot;%1&quot; is no method for %2: choose %3.</source>
        <translation>&quot;%1&quot; 不是 %2 的方法：请选择 %3。</translation>
    </message>
    <message>
        <source>The search text is longer than %1 characters.</source>
        <translation>搜索文本超过 %1 个字符。</translation>
    </message>
    <message>
        <source>The quote %1 has no end: add a quotation mark.</source>
        <translation>引号 %1 没有结束：请补上一个引号。</translation>
    </message>
    <message>
        <source>/%1/ is no regular expression that can be searched for: %2.</source>
        <translation>/%1/ 不是可用于搜索的正则表达式：%2。</translation>
    </message>
    <message>
        <source>%1 needs a value, such as %2.</source>
        <translation>%1 需要一个值，例如 %2。</translation>
    </message>
    <message>
        <source>%1 is none of the values of %2; these are %3.</source>
        <translation>%1 不是 %2 的取值；可用的是 %3。</translation>
    </message>
    <message>
        <source>%1 is no number; write for instance %2.</source>
        <translation>%1 不是数字；请写成例如 %2。</translation>
    </message>
    <message>
        <source>%1 is no shape; write its dimensions with commas, such as shape:1,3,224,224, or a single one.</source>
        <translation>%1 不是形状；请用逗号写出各维，例如 shape:1,3,224,224，或只写一维。</translation>
    </message>
    <message>
        <source>%1 is no group; write its number, such as group:G3.</source>
        <translation>%1 不是组；请写组号，例如 group:G3。</translation>
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
        <source>PPQ knows no bindings made by hand, so the PPQ engine ignores them: switch to the strict engine to bind %1 to %2.</source>
        <translation>PPQ 没有手动绑定，因此 PPQ 引擎会忽略它：要把 %1 绑定到 %2，请切换到 严格引擎。</translation>
    </message>
    <message>
        <source>PPQ knows no pinned scales, so the PPQ engine ignores them: switch to the strict engine to pin %1.</source>
        <translation>PPQ 没有固定的缩放因子，因此 PPQ 引擎会忽略它：要固定 %1，请切换到 严格引擎。</translation>
    </message>
    <message>
        <source>PPQ cannot leave out a single edge, so the PPQ engine ignores it: switch to the strict engine to exclude the edge from %1 to %2.</source>
        <translation>PPQ 不能单独排除一条边，因此 PPQ 引擎会忽略它：要排除从 %1 到 %2 的边，请切换到 严格引擎。</translation>
    </message>
    <message>
        <source>%1 is not quantized; only quantized slots have a scale to share.</source>
        <translation>%1 没有量化；只有量化的槽位才有可共享的缩放因子。</translation>
    </message>
    <message>
        <source>The parameters of %1 are not known, so there is nothing to share.</source>
        <translation>%1 的参数未知，因此没有可共享的内容。</translation>
    </message>
    <message>
        <source>%1 is not quantized per tensor; only per-tensor linear slots can share one scale.</source>
        <translation>%1 不是逐张量量化；只有逐张量线性量化的槽位才能共享一个缩放因子。</translation>
    </message>
    <message>
        <source>%1 is quantized to floating point or dynamically; only slots with a fixed integer scale can share it.</source>
        <translation>%1 是浮点量化或动态量化；只有具有固定整数缩放因子的槽位才能共享。</translation>
    </message>
    <message>
        <source>%1 is a weight or bias: its integers are stored with its own scale, which cannot be changed by hand.</source>
        <translation>%1 是权重或偏置：其整数按自己的缩放因子存储，不能手动更改。</translation>
    </message>
    <message>
        <source>%1 and %2 differ in policy, bits or range of values; no scale serves both.</source>
        <translation>%1 与 %2 的策略、位宽或取值范围不同；没有同时适用的缩放因子。</translation>
    </message>
    <message>
        <source>%1 cannot be bound to itself; choose another slot as its master.</source>
        <translation>%1 不能绑定到自身；请选择另一个槽位作为主槽。</translation>
    </message>
    <message>
        <source>%2 already follows %1 by hand; release that binding first.</source>
        <translation>%2 已经手动跟随 %1；请先解除该绑定。</translation>
    </message>
    <message>
        <source>%1 is in one group with a slot that is pinned to other values; the group keeps its loaded values until one pin is removed.</source>
        <translation>%1 与另一个被固定为不同值的槽位在同一组中；在移除其中一个固定值之前，该组保持加载时的值。</translation>
    </message>
    <message>
        <source>The scale for %1 must be a positive, finite number that float32 can hold.</source>
        <translation>%1 的缩放因子必须是 float32 能表示的有限正数。</translation>
    </message>
    <message>
        <source>%1 allows only powers of two as its scale.</source>
        <translation>%1 的缩放因子只能是 2 的幂。</translation>
    </message>
    <message>
        <source>The offset for %1 must be an integer from %2 to %3.</source>
        <translation>%1 的偏移必须是 %2 到 %3 之间的整数。</translation>
    </message>
    <message>
        <source>%1 is symmetric, so its offset must be 0.</source>
        <translation>%1 是对称量化，因此偏移必须为 0。</translation>
    </message>
    <message>
        <source>There is no edge between the quantized slots %1 and %2.</source>
        <translation>量化槽位 %1 与 %2 之间没有边。</translation>
    </message>
    <message>
        <source>The edge to %1 has nothing to be excluded from: only Add, Sub, Sum, Concat, pooling and Resize with quantized data are aligned.</source>
        <translation>到 %1 的边无从排除：只有数据已量化的 Add、Sub、Sum、Concat、池化和 Resize 才会对齐。</translation>
    </message>
    <message>
        <source>The edge to %1 has nothing to be excluded from: its operation is not aligned; choose a method for it first.</source>
        <translation>到 %1 的边无从排除：它的算子没有对齐；请先为它选择方法。</translation>
    </message>
    <message>
        <source>The edge to %1 has nothing to be excluded from: an operation that is aligned to its input leaves the producer as it is.</source>
        <translation>到 %1 的边无从排除：对齐到输入的算子不会改动其上游。</translation>
    </message>
    <message>
        <source>%1 is of type %2; only Add, Sub, Sum, Concat, pooling and Resize have a method.</source>
        <translation>%1 的类型是 %2；只有 Add、Sub、Sum、Concat、池化和 Resize 才有对齐方法。</translation>
    </message>
    <message>
        <source>%1 was loaded on one scale with all other members; nothing that the scenario does holds it here.</source>
        <translation>%1 加载时就与所有其他成员共用一个缩放因子；不是方案把它留在这里的。</translation>
    </message>
    <message>
        <source>%1 can leave only over an excluded edge, which the PPQ engine does not know: switch to the strict engine.</source>
        <translation>%1 只能通过排除边离开，而 PPQ 引擎没有这一功能：请切换到 严格引擎。</translation>
    </message>
    <message>
        <source>No override, excluded edge or released binding takes %1 out of the group.</source>
        <translation>没有任何例外、排除的边或解除的绑定能让 %1 离开该组。</translation>
    </message>
</context>
</TS>
