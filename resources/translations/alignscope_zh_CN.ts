<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Canvas</name>
    <message>
        <source>≠ zero</source>
        <translation>≠ 零点</translation>
    </message>
    <message>
        <source>large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>FP32</source>
        <translation>FP32</translation>
    </message>
    <message>
        <source>per ch.</source>
        <translation>逐通道</translation>
    </message>
    <message>
        <source>zero point moved</source>
        <translation>零点移动</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>… %1 channels</source>
        <translation>… %1 个通道</translation>
    </message>
    <message>
        <source>a cycle</source>
        <translation>一个环</translation>
    </message>
    <message>
        <source>not quantized</source>
        <translation>未量化</translation>
    </message>
    <message>
        <source>master of G%1</source>
        <translation>G%1 的主槽</translation>
    </message>
    <message>
        <source>its own parameters</source>
        <translation>自有参数</translation>
    </message>
    <message>
        <source>fused into %1</source>
        <translation>与 %1 融合</translation>
    </message>
    <message>
        <source>aligned to %1</source>
        <translation>与 %1 对齐</translation>
    </message>
    <message>
        <source>equal parameters elsewhere (inferred)</source>
        <translation>与别处参数相等（推断）</translation>
    </message>
    <message>
        <source>shares parameters with %1 (inferred)</source>
        <translation>与 %1 共用参数（推断）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放因子</translation>
    </message>
    <message>
        <source>Zero point</source>
        <translation>零点</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Stored as</source>
        <translation>存储类型</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>原为</translation>
    </message>
    <message>
        <source>Bits lost</source>
        <translation>损失位数</translation>
    </message>
    <message>
        <source>Bits gained</source>
        <translation>增加位数</translation>
    </message>
    <message>
        <source>Quantization</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>none, runs in float</source>
        <translation>无，以浮点运行</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>常量</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>on different scales</source>
        <translation>缩放因子不同</translation>
    </message>
    <message>
        <source>on one scale</source>
        <translation>同一缩放因子</translation>
    </message>
    <message>
        <source>Aligned to</source>
        <translation>对齐到</translation>
    </message>
    <message>
        <source>%1, force_overlap on</source>
        <translation>%1，force_overlap 开</translation>
    </message>
    <message>
        <source>Broken promise</source>
        <translation>约定落空</translation>
    </message>
    <message>
        <source>a later operation undid its alignment</source>
        <translation>后面的算子撤销了它的对齐</translation>
    </message>
    <message>
        <source>Group G%1</source>
        <translation>组 G%1</translation>
    </message>
    <message numerus="yes">
        <source>%n slot(s) on one scale</source>
        <translation>
            <numerusform>%n 个槽位共用一个缩放因子</numerusform>
        </translation>
    </message>
    <message>
        <source>Master</source>
        <translation>主槽</translation>
    </message>
    <message>
        <source>Requantize</source>
        <translation>重量化</translation>
    </message>
    <message>
        <source>consumer scale / producer scale = %1</source>
        <translation>下游缩放因子 / 上游缩放因子 = %1</translation>
    </message>
    <message>
        <source>%1 operation %2</source>
        <translation>%1 算子 %2</translation>
    </message>
    <message>
        <source>Slot %1</source>
        <translation>槽位 %1</translation>
    </message>
    <message>
        <source>Slot %1, %2, scale %3</source>
        <translation>槽位 %1，%2，缩放因子 %3</translation>
    </message>
    <message>
        <source>Group of %1</source>
        <translation>%1 的组</translation>
    </message>
    <message>
        <source>Tensor %1</source>
        <translation>张量 %1</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>未选择任何内容</translation>
    </message>
    <message>
        <source>Group: tensors on one scale</source>
        <translation>组：共用一个缩放因子的张量</translation>
    </message>
    <message>
        <source>The slots of one tensor</source>
        <translation>同一张量的槽位</translation>
    </message>
    <message>
        <source>Own parameters</source>
        <translation>自有参数</translation>
    </message>
    <message>
        <source>Fused into its master</source>
        <translation>融合到主槽</translation>
    </message>
    <message>
        <source>Aligned to its master</source>
        <translation>对齐到主槽</translation>
    </message>
    <message>
        <source>Inferred from equal parameters</source>
        <translation>由相等参数推断</translation>
    </message>
    <message>
        <source>Not quantized</source>
        <translation>未量化</translation>
    </message>
    <message>
        <source>Master of its group</source>
        <translation>组的主槽</translation>
    </message>
    <message>
        <source>Requantize edge, scale ratio</source>
        <translation>重量化边，缩放因子之比</translation>
    </message>
    <message>
        <source>New requantize edge</source>
        <translation>新增的重量化边</translation>
    </message>
    <message>
        <source>No longer requantizes</source>
        <translation>不再重量化</translation>
    </message>
    <message>
        <source>Folded Q/DQ pair</source>
        <translation>折叠的 Q/DQ 对</translation>
    </message>
    <message>
        <source>Inputs on different scales</source>
        <translation>输入的缩放因子不同</translation>
    </message>
    <message>
        <source>Inputs on one scale</source>
        <translation>输入的缩放因子相同</translation>
    </message>
    <message>
        <source>Aligned here, by this method</source>
        <translation>在此以该方法对齐</translation>
    </message>
    <message>
        <source>Bits lost: 0, ¼, ½, 1, 2 and more</source>
        <translation>损失位数：0、¼、½、1、2 及以上</translation>
    </message>
    <message>
        <source>Resolution gained</source>
        <translation>分辨率提高</translation>
    </message>
    <message>
        <source> + overlap</source>
        <translation> + 重叠</translation>
    </message>
    <message>
        <source>as loaded</source>
        <translation>加载时的状态</translation>
    </message>
    <message>
        <source>requantize edges</source>
        <translation>重量化边</translation>
    </message>
    <message>
        <source>misaligned</source>
        <translation>未对齐</translation>
    </message>
    <message>
        <source>slots changed</source>
        <translation>变化的槽位</translation>
    </message>
    <message>
        <source>worst bits lost</source>
        <translation>最大损失位数</translation>
    </message>
    <message>
        <source>broken promises</source>
        <translation>落空的约定</translation>
    </message>
    <message>
        <source>the name must end in .png, .svg or .pdf</source>
        <translation>文件名必须以 .png、.svg 或 .pdf 结尾</translation>
    </message>
    <message>
        <source>the picture is too large for memory</source>
        <translation>图片太大，内存放不下</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>其中</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>shows what is in it</source>
        <translation>显示其内容</translation>
    </message>
    <message>
        <source>Collapsed block %1, %2</source>
        <translation>折叠的块 %1，%2</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>pinned to this scale and offset</source>
        <translation>固定为此缩放因子和偏移</translation>
    </message>
    <message>
        <source>bound to %1</source>
        <translation>绑定到 %1</translation>
    </message>
    <message>
        <source>excluded: the producer does not follow this operation</source>
        <translation>已排除：上游不跟随此算子</translation>
    </message>
    <message>
        <source>Bound by hand</source>
        <translation>手动绑定</translation>
    </message>
    <message>
        <source>Pinned by hand</source>
        <translation>手动固定</translation>
    </message>
    <message>
        <source>Edge excluded by hand</source>
        <translation>手动排除的边</translation>
    </message>
    <message>
        <source>Collapsed block: double click opens it</source>
        <translation>折叠的块：双击展开</translation>
    </message>
    <message>
        <source>Broken promises in the block</source>
        <translation>块内落空的约定</translation>
    </message>
    <message>
        <source>Operations in it with inputs on different scales</source>
        <translation>块内输入缩放因子不同的算子</translation>
    </message>
    <message>
        <source>Requantize edges in the block</source>
        <translation>块内的重量化边</translation>
    </message>
    <message>
        <source>Operations in it whose output has another scale</source>
        <translation>块内输出缩放因子不同的算子</translation>
    </message>
    <message>
        <source>Operations in it that the scenario changed</source>
        <translation>块内被方案改变的算子</translation>
    </message>
    <message>
        <source>Nothing wrong in the block</source>
        <translation>块内没有问题</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Scenarios that agree; filled: After</source>
        <translation>结果一致的方案；实心为“之后”</translation>
    </message>
    <message>
        <source>Clipped</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>%1 % of the loaded range</source>
        <translation>加载范围的 %1 %</translation>
    </message>
    <message>
        <source>Part of the loaded range clipped</source>
        <translation>部分加载范围被截断</translation>
    </message>
    <message>
        <source>clipped tensors</source>
        <translation>被截断的张量</translation>
    </message>
    <message>
        <source>%1 against A: %2</source>
        <translation>%1 与 A 对比：%2</translation>
    </message>
    <message>
        <source>Follows the master at the arrow&apos;s head</source>
        <translation>跟随箭头所指的主槽</translation>
    </message>
    <message>
        <source>Holds weights or other constants</source>
        <translation>含有权重或其他常量</translation>
    </message>
    <message>
        <source>Scale before → after: ▲ bits lost, ▼ gained</source>
        <translation>前后的缩放因子：▲ 损失位数，▼ 增加</translation>
    </message>
    <message numerus="yes">
        <source>%n edge(s) into %1 now requantize</source>
        <translation>
            <numerusform>进入 %1 的 %n 条边现在需要重量化</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edge(s) into %1 no longer requantize</source>
        <translation>
            <numerusform>进入 %1 的 %n 条边不再重量化</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edge(s) into %1 requantize</source>
        <translation>
            <numerusform>进入 %1 的 %n 条边需要重量化</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>A click tells them apart.</source>
        <translation>点击可逐条选择。</translation>
    </message>
</context>
<context>
    <name>QDockWidget</name>
    <message>
        <source>Float</source>
        <translation>浮动</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Actions</name>
    <message>
        <source>&amp;Open...</source>
        <translation>打开(&amp;O)...</translation>
    </message>
    <message>
        <source>Open an ONNX model, or a model and its PPQ config together</source>
        <translation>打开 ONNX 模型，或同时打开模型及其 PPQ 配置</translation>
    </message>
    <message>
        <source>Open quantization &amp;config...</source>
        <translation>打开量化配置(&amp;C)...</translation>
    </message>
    <message>
        <source>Open the PPQ config or table that belongs to the open model</source>
        <translation>打开属于当前模型的 PPQ 配置或表文件</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>重新加载(&amp;R)</translation>
    </message>
    <message>
        <source>Read the files again and keep the scenario</source>
        <translation>重新读取文件并保留方案</translation>
    </message>
    <message>
        <source>&amp;Close model</source>
        <translation>关闭模型(&amp;C)</translation>
    </message>
    <message>
        <source>Back to the welcome page</source>
        <translation>回到欢迎页</translation>
    </message>
    <message>
        <source>&amp;Export model...</source>
        <translation>导出模型(&amp;E)...</translation>
    </message>
    <message>
        <source>Write the aligned model and prove what was written</source>
        <translation>写出对齐后的模型并验证写出的内容</translation>
    </message>
    <message>
        <source>Picture as &amp;PNG...</source>
        <translation>导出 &amp;PNG 图片...</translation>
    </message>
    <message>
        <source>Picture as &amp;SVG...</source>
        <translation>导出 &amp;SVG 图片...</translation>
    </message>
    <message>
        <source>Picture as P&amp;DF...</source>
        <translation>导出 P&amp;DF 图片...</translation>
    </message>
    <message>
        <source>Model &amp;properties...</source>
        <translation>模型属性(&amp;P)...</translation>
    </message>
    <message>
        <source>Versions, producer, counts, files and notices of the model</source>
        <translation>模型的版本、生成工具、数量、文件和提示</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Find...</source>
        <translation>查找(&amp;F)...</translation>
    </message>
    <message>
        <source>&amp;Copy name</source>
        <translation>复制名称(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the name of the selected thing</source>
        <translation>复制所选对象的名称</translation>
    </message>
    <message>
        <source>Cycle &amp;method of the operation</source>
        <translation>切换算子的方法(&amp;M)</translation>
    </message>
    <message>
        <source>The next method for the selected operation alone</source>
        <translation>只为所选算子换用下一种方法</translation>
    </message>
    <message>
        <source>force_&amp;overlap</source>
        <translation>force_&amp;overlap</translation>
    </message>
    <message>
        <source>Whether producers with other consumers follow</source>
        <translation>有其他下游的上游算子是否跟随</translation>
    </message>
    <message>
        <source>&amp;Before</source>
        <translation>之前(&amp;B)</translation>
    </message>
    <message>
        <source>Show the model as it was loaded</source>
        <translation>显示加载时的模型</translation>
    </message>
    <message>
        <source>&amp;After</source>
        <translation>之后(&amp;A)</translation>
    </message>
    <message>
        <source>Show the outcome of the scenario</source>
        <translation>显示方案的结果</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>差异(&amp;D)</translation>
    </message>
    <message>
        <source>Show what the scenario changed</source>
        <translation>显示方案改变了什么</translation>
    </message>
    <message>
        <source>&amp;Bindings</source>
        <translation>绑定(&amp;B)</translation>
    </message>
    <message>
        <source>Arcs from slaves to masters of the selected group</source>
        <translation>所选组中从从槽指向主槽的弧线</translation>
    </message>
    <message>
        <source>Group &amp;hulls</source>
        <translation>组的包络(&amp;H)</translation>
    </message>
    <message>
        <source>An outline around the members of each group</source>
        <translation>每组成员外的轮廓</translation>
    </message>
    <message>
        <source>&amp;Requantize edges</source>
        <translation>重量化边(&amp;R)</translation>
    </message>
    <message>
        <source>Mark the edges where the device must rescale</source>
        <translation>标出设备必须重新缩放的边</translation>
    </message>
    <message>
        <source>&amp;Cost</source>
        <translation>代价(&amp;C)</translation>
    </message>
    <message>
        <source>Halos by bits lost</source>
        <translation>按损失位数显示光晕</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>图例(&amp;L)</translation>
    </message>
    <message>
        <source>What the marks of the canvas mean</source>
        <translation>画布上各种标记的含义</translation>
    </message>
    <message>
        <source>&amp;Minimap</source>
        <translation>缩略图(&amp;M)</translation>
    </message>
    <message>
        <source>The whole graph in a corner</source>
        <translation>在角落显示整张图</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Names of operations</source>
        <translation>算子的名称</translation>
    </message>
    <message>
        <source>&amp;Attributes</source>
        <translation>属性(&amp;A)</translation>
    </message>
    <message>
        <source>Attributes inside the boxes</source>
        <translation>在方框内显示属性</translation>
    </message>
    <message>
        <source>&amp;Initializers</source>
        <translation>初始化器(&amp;I)</translation>
    </message>
    <message>
        <source>Constants inside the boxes</source>
        <translation>在方框内显示常量</translation>
    </message>
    <message>
        <source>Unfold &amp;Q/DQ nodes</source>
        <translation>展开 &amp;Q/DQ 节点</translation>
    </message>
    <message>
        <source>Draw QuantizeLinear and DequantizeLinear as boxes</source>
        <translation>把 QuantizeLinear 和 DequantizeLinear 画成方框</translation>
    </message>
    <message>
        <source>&amp;Left to right</source>
        <translation>从左到右(&amp;L)</translation>
    </message>
    <message>
        <source>Draw the graph from left to right instead of down</source>
        <translation>从左到右而不是从上到下绘制</translation>
    </message>
    <message>
        <source>&amp;Wheel zooms</source>
        <translation>滚轮缩放(&amp;W)</translation>
    </message>
    <message>
        <source>Turn the wheel to zoom instead of to scroll</source>
        <translation>滚轮用于缩放而不是滚动</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation>显示整张图</translation>
    </message>
    <message>
        <source>Fit &amp;selection</source>
        <translation>适合所选(&amp;S)</translation>
    </message>
    <message>
        <source>Zoom to the selected thing</source>
        <translation>缩放到所选对象</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>实际大小(&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Follow the desktop&apos;s colours at start</source>
        <translation>启动时跟随桌面的颜色</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>跟随系统(&amp;Y)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>Reset panel la&amp;yout</source>
        <translation>重置面板布局(&amp;Y)</translation>
    </message>
    <message>
        <source>All panels back where they were at first</source>
        <translation>所有面板回到最初的位置</translation>
    </message>
    <message>
        <source>&amp;Next requantize edge</source>
        <translation>下一条重量化边(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous requantize edge</source>
        <translation>上一条重量化边(&amp;P)</translation>
    </message>
    <message>
        <source>Select the &amp;group</source>
        <translation>选择所在的组(&amp;G)</translation>
    </message>
    <message>
        <source>Select the group of the selected slot</source>
        <translation>选择所选槽位所在的组</translation>
    </message>
    <message>
        <source>&amp;Why this scale?</source>
        <translation>为什么是这个缩放因子(&amp;W)？</translation>
    </message>
    <message>
        <source>The chain of steps from calibration to now</source>
        <translation>从校准到现在的步骤链</translation>
    </message>
    <message>
        <source>&amp;Clear selection</source>
        <translation>清除选择(&amp;C)</translation>
    </message>
    <message>
        <source>Command &amp;palette...</source>
        <translation>命令面板(&amp;P)...</translation>
    </message>
    <message>
        <source>Find a command by its name</source>
        <translation>按名称查找命令</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Alignscope</source>
        <translation>关于 Alignscope(&amp;A)</translation>
    </message>
    <message>
        <source>Compare the &amp;engines</source>
        <translation>比较两个引擎(&amp;E)</translation>
    </message>
    <message>
        <source>Which slots the other engine leaves in another place, and which quirk makes it so</source>
        <translation>另一个引擎把哪些槽位放在别处，以及是哪个怪癖造成的</translation>
    </message>
    <message>
        <source>Compare another &amp;order</source>
        <translation>比较另一种算子顺序(&amp;O)</translation>
    </message>
    <message>
        <source>What the engine would give if it visited the operations in another order</source>
        <translation>如果引擎按另一种顺序访问算子，会得到什么</translation>
    </message>
    <message>
        <source>Compare with another &amp;file...</source>
        <translation>与另一个文件比较(&amp;F)...</translation>
    </message>
    <message>
        <source>Another model, or another config of this one, beside the scenario</source>
        <translation>把另一个模型，或本模型的另一份配置，与方案并排</translation>
    </message>
    <message>
        <source>Show the comparison on the can&amp;vas</source>
        <translation>在画布上显示比较(&amp;V)</translation>
    </message>
    <message>
        <source>Draw the other side as Before and the scenario as After</source>
        <translation>另一方画作“之前”，方案画作“之后”</translation>
    </message>
    <message>
        <source>Find operations by words, types, attributes, shapes and quantization</source>
        <translation>按词、类型、属性、形状和量化信息查找算子</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>To what was selected before</source>
        <translation>回到之前选中的内容</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>To what was selected after it</source>
        <translation>到之后选中的内容</translation>
    </message>
    <message>
        <source>To the p&amp;roducer</source>
        <translation>到生产者(&amp;R)</translation>
    </message>
    <message>
        <source>Select the operation that the selected thing reads from</source>
        <translation>选择所选内容读取的算子</translation>
    </message>
    <message>
        <source>To the c&amp;onsumers</source>
        <translation>到消费者(&amp;O)</translation>
    </message>
    <message>
        <source>Select an operation that reads from the selected thing</source>
        <translation>选择读取所选内容的算子</translation>
    </message>
    <message>
        <source>Ne&amp;xt slot</source>
        <translation>下一个槽位(&amp;X)</translation>
    </message>
    <message>
        <source>Through the slots of the selected operation</source>
        <translation>依次选择所选算子的槽位</translation>
    </message>
    <message>
        <source>Pre&amp;vious slot</source>
        <translation>上一个槽位(&amp;V)</translation>
    </message>
    <message>
        <source>Through the slots of the selected operation, backwards</source>
        <translation>反向依次选择所选算子的槽位</translation>
    </message>
    <message>
        <source>Show only the &amp;neighbourhood</source>
        <translation>只显示邻域(&amp;N)</translation>
    </message>
    <message>
        <source>Draw what lies around the selection; again: one hop more</source>
        <translation>只画选中内容周围的部分；再按一次多一跳</translation>
    </message>
    <message>
        <source>One hop &amp;fewer</source>
        <translation>少一跳(&amp;F)</translation>
    </message>
    <message>
        <source>Draw less around the selection</source>
        <translation>选中内容周围少画一些</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>全部显示(&amp;A)</translation>
    </message>
    <message>
        <source>Draw the whole graph again</source>
        <translation>重新画出整张图</translation>
    </message>
    <message>
        <source>&amp;Expand block</source>
        <translation>展开块(&amp;E)</translation>
    </message>
    <message>
        <source>Show what is in the selected block; with Alt in a double click: all of it</source>
        <translation>显示所选块的内容；按住 Alt 双击则全部展开</translation>
    </message>
    <message>
        <source>Collapse into &amp;block</source>
        <translation>折叠成块(&amp;B)</translation>
    </message>
    <message>
        <source>Draw the block around the selection as one box</source>
        <translation>把选中内容所在的块画成一个方框</translation>
    </message>
    <message>
        <source>Collapse all &amp;blocks</source>
        <translation>折叠所有块(&amp;B)</translation>
    </message>
    <message>
        <source>Draw every block as one box, with what is wrong in it</source>
        <translation>把每个块画成一个方框，并标出其中的问题</translation>
    </message>
    <message>
        <source>Expand all bloc&amp;ks</source>
        <translation>展开所有块(&amp;K)</translation>
    </message>
    <message>
        <source>Draw every operation again</source>
        <translation>重新画出每个算子</translation>
    </message>
    <message>
        <source>Step &amp;forward</source>
        <translation>前进一步(&amp;F)</translation>
    </message>
    <message>
        <source>One step of the pass further</source>
        <translation>在对齐过程中前进一步</translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <translation>后退一步(&amp;B)</translation>
    </message>
    <message>
        <source>Take one step of the pass back</source>
        <translation>撤回对齐过程的一步</translation>
    </message>
    <message>
        <source>To the &amp;start</source>
        <translation>到开头(&amp;S)</translation>
    </message>
    <message>
        <source>The loaded state, before the first step</source>
        <translation>加载时的状态，第一步之前</translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation>到末尾(&amp;E)</translation>
    </message>
    <message>
        <source>After the last step of the pass</source>
        <translation>对齐过程最后一步之后</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>播放或暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Step by step until a breakpoint halts it</source>
        <translation>逐步前进，直到断点停下</translation>
    </message>
    <message>
        <source>&amp;Next breakpoint</source>
        <translation>下一个断点(&amp;N)</translation>
    </message>
    <message>
        <source>Forward to where a breakpoint halts; without breakpoints to the next broken promise</source>
        <translation>前进到断点停下之处；没有断点时到下一个落空的约定</translation>
    </message>
    <message>
        <source>P&amp;revious breakpoint</source>
        <translation>上一个断点(&amp;R)</translation>
    </message>
    <message>
        <source>Back to where a breakpoint halts; without breakpoints to the last broken promise</source>
        <translation>后退到断点停下之处；没有断点时到上一个落空的约定</translation>
    </message>
    <message>
        <source>&amp;Halt at this operation</source>
        <translation>在此算子处停下(&amp;H)</translation>
    </message>
    <message>
        <source>A breakpoint at the selected operation, or at that of the current step; again removes it</source>
        <translation>在所选算子或当前步骤的算子处设断点；再按一次移除</translation>
    </message>
    <message>
        <source>Halt when this slot &amp;changes</source>
        <translation>此槽位变化时停下(&amp;C)</translation>
    </message>
    <message>
        <source>A breakpoint at the selected slot; again removes it</source>
        <translation>在所选槽位处设断点；再按一次移除</translation>
    </message>
    <message>
        <source>&amp;Watch this slot</source>
        <translation>监视此槽位(&amp;W)</translation>
    </message>
    <message>
        <source>Keep the selected slot among the watches of the Steps</source>
        <translation>把所选槽位加入步骤的监视列表</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>保存会话(&amp;S)</translation>
    </message>
    <message>
        <source>Save the named scenarios with their model as an .alignscope file</source>
        <translation>把已命名的方案连同模型保存为 .alignscope 文件</translation>
    </message>
    <message>
        <source>Save session &amp;as...</source>
        <translation>会话另存为(&amp;A)...</translation>
    </message>
    <message>
        <source>Save the session under another name</source>
        <translation>用另一个名字保存会话</translation>
    </message>
    <message>
        <source>Add scenarios from a &amp;file...</source>
        <translation>从文件添加方案(&amp;F)...</translation>
    </message>
    <message>
        <source>Of a scenario file, a session or a model that was exported with one</source>
        <translation>来自方案文件、会话或带有方案的导出模型</translation>
    </message>
    <message>
        <source>&amp;Keep the scenario...</source>
        <translation>保留方案(&amp;K)...</translation>
    </message>
    <message>
        <source>Keep the scenario in force under a name</source>
        <translation>给当前方案起名并保留</translation>
    </message>
    <message>
        <source>&amp;Update the kept scenario</source>
        <translation>更新已保留的方案(&amp;U)</translation>
    </message>
    <message>
        <source>The kept scenario that this one came from becomes what is in force now</source>
        <translation>当前方案所源自的已保留方案更新为现在的内容</translation>
    </message>
    <message>
        <source>&amp;Compare scenarios</source>
        <translation>比较方案(&amp;C)</translation>
    </message>
    <message>
        <source>The table of the kept scenarios with their price</source>
        <translation>已保留方案及其代价的表格</translation>
    </message>
    <message>
        <source>Switch to scenario %1</source>
        <translation>切换到方案 %1</translation>
    </message>
    <message>
        <source>Put the kept scenario with this number in force</source>
        <translation>启用该编号的已保留方案</translation>
    </message>
    <message>
        <source>The graph, what is in view or the selection as a picture</source>
        <translation>把整图、当前视图或选中部分存为图片</translation>
    </message>
    <message>
        <source>The graph, what is in view or the selection as a vector picture with text</source>
        <translation>把整图、当前视图或选中部分存为保留文字的矢量图</translation>
    </message>
    <message>
        <source>The graph, what is in view or the selection on pages of text and lines</source>
        <translation>把整图、当前视图或选中部分存为由文字与线条组成的页面</translation>
    </message>
    <message>
        <source>A&amp;nimations</source>
        <translation>动画(&amp;N)</translation>
    </message>
    <message>
        <source>Glide to the new place instead of jumping there</source>
        <translation>平滑移动到新位置，而不是直接跳转</translation>
    </message>
    <message>
        <source>&amp;Bind to...</source>
        <translation>绑定到(&amp;B)...</translation>
    </message>
    <message>
        <source>Let the selected slot follow another one; with a second slot (Ctrl+click) at once</source>
        <translation>让所选槽位跟随另一个槽位；已选第二个槽位（Ctrl+单击）时立即绑定</translation>
    </message>
    <message>
        <source>Re&amp;lease binding</source>
        <translation>解除绑定(&amp;L)</translation>
    </message>
    <message>
        <source>Take the binding by hand back</source>
        <translation>撤回手动绑定</translation>
    </message>
    <message>
        <source>&amp;Pin...</source>
        <translation>固定(&amp;P)...</translation>
    </message>
    <message>
        <source>Give the selected slot a scale and offset of your own</source>
        <translation>为所选槽位指定缩放因子和偏移</translation>
    </message>
    <message>
        <source>&amp;Unpin</source>
        <translation>取消固定(&amp;U)</translation>
    </message>
    <message>
        <source>Take the pin of the selected slot back</source>
        <translation>撤回所选槽位的固定值</translation>
    </message>
    <message>
        <source>E&amp;xclude edge</source>
        <translation>排除边(&amp;X)</translation>
    </message>
    <message>
        <source>The producer does not follow the aligned operation at the end of the edge</source>
        <translation>上游不跟随该边末端的对齐算子</translation>
    </message>
    <message>
        <source>&amp;Remove all edits by hand</source>
        <translation>移除所有手动编辑(&amp;R)</translation>
    </message>
    <message>
        <source>Exceptions, bindings, pins and excluded edges</source>
        <translation>例外、绑定、固定值和排除的边</translation>
    </message>
    <message>
        <source>Bro&amp;ken promises</source>
        <translation>被撤销的对齐(&amp;K)</translation>
    </message>
    <message>
        <source>Alignments that a later operation undid: who promised, and who undid it</source>
        <translation>被后来的算子撤销的对齐：谁做的，谁撤销的</translation>
    </message>
    <message>
        <source>Next &amp;change</source>
        <translation>下一处变化(&amp;C)</translation>
    </message>
    <message>
        <source>The next operation with another scale or offset than loaded</source>
        <translation>缩放因子或偏移与加载时不同的下一个算子</translation>
    </message>
    <message>
        <source>Previous c&amp;hange</source>
        <translation>上一处变化(&amp;H)</translation>
    </message>
    <message>
        <source>The previous operation with another scale or offset than loaded</source>
        <translation>缩放因子或偏移与加载时不同的上一个算子</translation>
    </message>
    <message>
        <source>&amp;Next compared scenario</source>
        <translation>下一个对比方案(&amp;N)</translation>
    </message>
    <message>
        <source>Of several compared scenarios, show the next one against the first</source>
        <translation>在多个对比方案中，显示下一个与第一个的差异</translation>
    </message>
    <message>
        <source>Follow the desktop&apos;s language</source>
        <translation>跟随桌面的语言</translation>
    </message>
    <message>
        <source>All words in English</source>
        <translation>全部使用英文</translation>
    </message>
    <message>
        <source>All words in Chinese</source>
        <translation>全部使用中文</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::AnswerButton</name>
    <message>
        <source>%1 (in force)</source>
        <translation>%1（当前采用）</translation>
    </message>
    <message>
        <source>This is the scenario in force.</source>
        <translation>这就是当前方案。</translation>
    </message>
    <message>
        <source>A click adopts it.</source>
        <translation>单击即采用。</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>还没有结果</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Autosave</name>
    <message>
        <source>Unsaved scenarios cannot be kept for after a crash: %1 cannot be written.</source>
        <translation>无法为崩溃后恢复而保存方案：%1 不可写。</translation>
    </message>
    <message>
        <source>An autosaved session cannot be read and is left out. %1</source>
        <translation>一个自动保存的会话无法读取，已跳过。%1</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Banners</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>Dismiss: %1</source>
        <translation>关闭提示：%1</translation>
    </message>
    <message>
        <source>One line</source>
        <translation>单行</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the most important message only</source>
        <translation>只显示最重要的消息</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more message(s)</source>
        <translation>
            <numerusform>显示另外 %n 条消息</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::BindDialog</name>
    <message>
        <source>Bind a slot</source>
        <translation>绑定槽位</translation>
    </message>
    <message>
        <source>%1 is to follow...</source>
        <translation>%1 要跟随……</translation>
    </message>
    <message>
        <source>Filter the slots</source>
        <translation>筛选槽位</translation>
    </message>
    <message>
        <source>Part of the name</source>
        <translation>名称的一部分</translation>
    </message>
    <message>
        <source>Slots that can be the master</source>
        <translation>可作为主槽的槽位</translation>
    </message>
    <message>
        <source>&amp;Bind</source>
        <translation>绑定(&amp;B)</translation>
    </message>
    <message>
        <source>Use the strict engine and &amp;bind</source>
        <translation>使用严格引擎并绑定(&amp;B)</translation>
    </message>
    <message>
        <source>No other slot of this model has the same policy, bits and range of values.</source>
        <translation>此模型中没有其他槽位具有相同的策略、位宽和取值范围。</translation>
    </message>
    <message>
        <source>Choose the slot that is to be the master.</source>
        <translation>请选择要作为主槽的槽位。</translation>
    </message>
    <message>
        <source>The binding</source>
        <translation>此绑定</translation>
    </message>
    <message>
        <source>Looking for the slots that can be the master...</source>
        <translation>正在查找可以作为主槽的槽位…</translation>
    </message>
    <message>
        <source>No slot that can be the master has these words in its name.</source>
        <translation>可以作为主槽的槽位中，没有名称包含这些词的。</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::BreakpointsPopup</name>
    <message>
        <source>No breakpoint yet. Without any, the jump goes to broken promises.</source>
        <translation>还没有断点。没有断点时，跳转到落空的约定。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Breakpoints</source>
        <translation>断点</translation>
    </message>
    <message>
        <source>Remove the chosen breakpoint</source>
        <translation>移除所选断点</translation>
    </message>
    <message>
        <source>Halt when</source>
        <translation>停下的条件</translation>
    </message>
    <message>
        <source>the steps of an operation begin</source>
        <translation>某算子的步骤开始</translation>
    </message>
    <message>
        <source>a slot changes</source>
        <translation>某槽位变化</translation>
    </message>
    <message>
        <source>a group gets larger</source>
        <translation>某组变大</translation>
    </message>
    <message>
        <source>a promise breaks</source>
        <translation>约定落空</translation>
    </message>
    <message>
        <source>More slots than</source>
        <translation>槽位多于</translation>
    </message>
    <message>
        <source>more than </source>
        <translation>多于 </translation>
    </message>
    <message>
        <source> slots</source>
        <translation> 个槽位</translation>
    </message>
    <message>
        <source>Add the breakpoint</source>
        <translation>添加断点</translation>
    </message>
    <message>
        <source>%1 (not in this model)</source>
        <translation>%1（此模型中没有）</translation>
    </message>
    <message>
        <source>Name of the operation</source>
        <translation>算子名称</translation>
    </message>
    <message>
        <source>Slot, like Conv3:in:0</source>
        <translation>槽位，如 Conv3:in:0</translation>
    </message>
    <message>
        <source>Name of the slot</source>
        <translation>槽位名称</translation>
    </message>
    <message>
        <source>No operation has this name.</source>
        <translation>没有这个名称的算子。</translation>
    </message>
    <message>
        <source>No slot has this name.</source>
        <translation>没有这个名称的槽位。</translation>
    </message>
    <message>
        <source>It is in the list already.</source>
        <translation>列表中已有。</translation>
    </message>
    <message>
        <source>An operation&apos;s slot no longer agrees with what the operation bound it to.</source>
        <translation>算子的槽位不再与该算子为其绑定的主槽一致。</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::CascadePanel</name>
    <message>
        <source>Cascade</source>
        <translation>级联</translation>
    </message>
    <message>
        <source>No quantization parameters</source>
        <translation>没有量化参数</translation>
    </message>
    <message>
        <source>This is a float model. Open it together with its PPQ config.</source>
        <translation>这是浮点模型。请与其 PPQ 配置一起打开。</translation>
    </message>
    <message>
        <source>Form of the cascade</source>
        <translation>级联的形式</translation>
    </message>
    <message>
        <source>By cause</source>
        <translation>按原因</translation>
    </message>
    <message>
        <source>Changes under the operation that caused them</source>
        <translation>把变化列在引起它的算子下面</translation>
    </message>
    <message>
        <source>Flat</source>
        <translation>平铺</translation>
    </message>
    <message>
        <source>All changes in one sortable table</source>
        <translation>所有变化列在一张可排序的表中</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>没有打开模型</translation>
    </message>
    <message>
        <source>The changes that a scenario causes appear here.</source>
        <translation>方案引起的变化显示在这里。</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>Choose a method or a preset to see which slots follow, and why.</source>
        <translation>选择一种方法或预设，看看哪些槽位跟随以及原因。</translation>
    </message>
    <message>
        <source>What would another order give?</source>
        <translation>换一种顺序会怎样？</translation>
    </message>
    <message>
        <source>Go to who promised</source>
        <translation>转到做出对齐的算子</translation>
    </message>
    <message>
        <source>Go to who undid it</source>
        <translation>转到撤销它的算子</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>落空</translation>
    </message>
    <message>
        <source>Broken promises: alignments that a later operation undid: who promised, and who undid it</source>
        <translation>被后来的算子撤销的对齐：谁做的，谁撤销的</translation>
    </message>
    <message>
        <source>PPQ aligns in the order of the operations, and the last one wins. Compare with another order.</source>
        <translation>PPQ 按算子顺序对齐，后者覆盖前者。与另一种顺序比较。</translation>
    </message>
    <message>
        <source>Broken: %1</source>
        <translation>落空：%1</translation>
    </message>
    <message>
        <source>No promise is broken</source>
        <translation>没有对齐被撤销</translation>
    </message>
    <message>
        <source>What each operation aligned is still aligned at the end. With PPQ&apos;s engine a later operation can undo it.</source>
        <translation>每个算子的对齐最终都保持着。用 PPQ 引擎时，后来的算子可能撤销它。</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>损失最大者在前</translation>
    </message>
    <message>
        <source>Looking for the causes</source>
        <translation>正在查找原因</translation>
    </message>
    <message>
        <source>You can go on working meanwhile.</source>
        <translation>其间可以继续工作。</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ChangePointers</name>
    <message numerus="yes">
        <source>%n changed operation(s) above</source>
        <translation>
            <numerusform>上方有 %n 个算子变化</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed operation(s) below</source>
        <translation>
            <numerusform>下方有 %n 个算子变化</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed operation(s) to the left</source>
        <translation>
            <numerusform>左侧有 %n 个算子变化</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed operation(s) to the right</source>
        <translation>
            <numerusform>右侧有 %n 个算子变化</numerusform>
        </translation>
    </message>
    <message>
        <source>A click goes to the nearest; F6 goes from change to change.</source>
        <translation>单击转到最近的一处；F6 逐处前进。</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ChangesModel</name>
    <message>
        <source>Without a cause</source>
        <translation>没有原因</translation>
    </message>
    <message>
        <source>Operations between the first cause and the slot</source>
        <translation>从最初原因到该槽位之间的算子数</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>槽位</translation>
    </message>
    <message>
        <source>Cause and slots</source>
        <translation>原因与槽位</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Scale loaded</source>
        <translation>加载时缩放因子</translation>
    </message>
    <message>
        <source>Scale now</source>
        <translation>现在缩放因子</translation>
    </message>
    <message>
        <source>Bits lost</source>
        <translation>损失位数</translation>
    </message>
    <message>
        <source>Hops</source>
        <translation>跳数</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>%1, at worst %2</source>
        <translation>%1，最差 %2</translation>
    </message>
    <message>
        <source>bits lost = log2(scale now / scale loaded); negative: gained. &quot;joined only&quot;: another master with the scale and offset as loaded.</source>
        <translation>损失位数 = log2(当前缩放因子 / 加载时缩放因子)；负值表示增加。“仅入组”：主槽不同，缩放因子和偏移与加载时相同。</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ChoicesModel</name>
    <message>
        <source>%1, overlap on</source>
        <translation>%1，重叠开</translation>
    </message>
    <message>
        <source>%1, overlap off</source>
        <translation>%1，重叠关</translation>
    </message>
    <message>
        <source>requantize edges %1</source>
        <translation>重量化边 %1</translation>
    </message>
    <message>
        <source>misaligned operations %1</source>
        <translation>未对齐的算子 %1</translation>
    </message>
    <message>
        <source>broken promises %1</source>
        <translation>落空的约定 %1</translation>
    </message>
    <message>
        <source>summed bits lost %1</source>
        <translation>损失位数之和 %1</translation>
    </message>
    <message>
        <source>%1: the engine stops</source>
        <translation>%1：引擎中止</translation>
    </message>
    <message>
        <source>What the operation would do instead of what it does now</source>
        <translation>该算子将改为怎样做</translation>
    </message>
    <message>
        <source>Operations with such a slot</source>
        <translation>含有此类槽位的算子</translation>
    </message>
    <message>
        <source>Edges from the operation to the farthest one that moves</source>
        <translation>从该算子到最远的被移动算子之间的边数</translation>
    </message>
    <message>
        <source>Requantize edges more or fewer than now</source>
        <translation>重量化边比现在多或少几条</translation>
    </message>
    <message>
        <source>Operations whose inputs disagree, more or fewer than now</source>
        <translation>输入不一致的算子比现在多或少几个</translation>
    </message>
    <message>
        <source>Broken promises more or fewer than now</source>
        <translation>落空的约定比现在多或少几个</translation>
    </message>
    <message>
        <source>Bits lost more or fewer than now: log2(new scale / loaded scale) of each tensor, added up; gains do not count</source>
        <translation>损失位数比现在多或少多少：对各张量的 log2(新缩放因子 / 加载时的缩放因子) 求和；增益不计入</translation>
    </message>
    <message>
        <source>Change of the largest loss of a tensor, in bits</source>
        <translation>单个张量最大损失的变化，以位计</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Would be</source>
        <translation>将改为</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>算子数</translation>
    </message>
    <message>
        <source>Hops</source>
        <translation>跳数</translation>
    </message>
    <message>
        <source>Requantize</source>
        <translation>重量化</translation>
    </message>
    <message>
        <source>Misaligned</source>
        <translation>未对齐</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>落空</translation>
    </message>
    <message>
        <source>Summed bits</source>
        <translation>位损失之和</translation>
    </message>
    <message>
        <source>Worst bits</source>
        <translation>最大位损失</translation>
    </message>
    <message>
        <source>Slots whose effective scale or offset would be another</source>
        <translation>有效缩放因子或偏移会改变的槽位</translation>
    </message>
    <message>
        <source>Slots that would follow another master with the scale and offset that they have</source>
        <translation>会跟随另一主槽、但缩放因子和偏移不变的槽位</translation>
    </message>
    <message>
        <source>Slots changed</source>
        <translation>变化的槽位</translation>
    </message>
    <message>
        <source>Joined only</source>
        <translation>仅入组</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ComparePanel</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>What stands on the other side</source>
        <translation>另一方是什么</translation>
    </message>
    <message>
        <source>Operations in topological order</source>
        <translation>算子按拓扑顺序</translation>
    </message>
    <message>
        <source>Operations in reversed order</source>
        <translation>算子按相反顺序</translation>
    </message>
    <message>
        <source>Another file...</source>
        <translation>另一个文件...</translation>
    </message>
    <message>
        <source>All differences</source>
        <translation>全部差异</translation>
    </message>
    <message>
        <source>Also slots where scale and offset are the same and only the state or the name of the master differs</source>
        <translation>也列出缩放因子和偏移相同、只有状态或主槽名称不同的槽位</translation>
    </message>
    <message>
        <source>Show on canvas</source>
        <translation>在画布上显示</translation>
    </message>
    <message>
        <source>Draw the other side as Before and the scenario as After</source>
        <translation>另一方画作“之前”，方案画作“之后”</translation>
    </message>
    <message>
        <source>Compare with another model, or another config of this one</source>
        <translation>与另一个模型，或本模型的另一份配置比较</translation>
    </message>
    <message>
        <source>Models and configs (*.onnx *.json);;All files (*)</source>
        <translation>模型和配置 (*.onnx *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Comparison: Before is %1, After is the scenario.</source>
        <translation>比较：“之前”是%1，“之后”是方案。</translation>
    </message>
    <message>
        <source>the strict engine</source>
        <translation>严格引擎</translation>
    </message>
    <message>
        <source>the PPQ engine</source>
        <translation>PPQ 引擎</translation>
    </message>
    <message>
        <source>the topological order</source>
        <translation>拓扑顺序</translation>
    </message>
    <message>
        <source>the reversed order</source>
        <translation>相反顺序</translation>
    </message>
    <message numerus="yes">
        <source>%n slots differ in scale or offset</source>
        <translation>
            <numerusform>%n 个槽位的缩放因子或偏移不同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more only in state or master</source>
        <translation>
            <numerusform>另有 %n 个只是状态或主槽不同</numerusform>
        </translation>
    </message>
    <message>
        <source>broken promises: %1 here, %2 there</source>
        <translation>落空的约定：此方 %1，彼方 %2</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> 等另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Only here: %1</source>
        <translation>仅此方有：%1</translation>
    </message>
    <message>
        <source>Only there: %1</source>
        <translation>仅彼方有：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n slots have another scheme there (policy, width or range of values)</source>
        <translation>
            <numerusform>%n 个槽位在彼方采用另一种量化方案（策略、位宽或取值范围）</numerusform>
        </translation>
    </message>
    <message>
        <source>The strict engine</source>
        <translation>严格引擎</translation>
    </message>
    <message>
        <source>The PPQ engine</source>
        <translation>PPQ 引擎</translation>
    </message>
    <message>
        <source>Another file (%1)...</source>
        <translation>另一个文件（%1）...</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>没有打开的模型</translation>
    </message>
    <message>
        <source>Here the scenario stands beside the other engine, another order of the operations, or another file.</source>
        <translation>这里把方案与另一个引擎、另一种算子顺序或另一个文件并排比较。</translation>
    </message>
    <message>
        <source>No quantization parameters</source>
        <translation>没有量化参数</translation>
    </message>
    <message>
        <source>This is a float model. Open it together with its PPQ config.</source>
        <translation>这是浮点模型。请与其 PPQ 配置一起打开。</translation>
    </message>
    <message>
        <source>Opening the other file...</source>
        <translation>正在打开另一个文件...</translation>
    </message>
    <message>
        <source>You can go on working meanwhile.</source>
        <translation>其间可以继续工作。</translation>
    </message>
    <message>
        <source>Comparing...</source>
        <translation>正在比较...</translation>
    </message>
    <message>
        <source>Scales and offsets are the same</source>
        <translation>缩放因子和偏移相同</translation>
    </message>
    <message>
        <source>Turn on All differences to see where only the state or the master differs.</source>
        <translation>打开“全部差异”可查看只有状态或主槽不同之处。</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>没有可比较的</translation>
    </message>
    <message>
        <source>Choose a method or a preset first: with nothing aligned both sides are the loaded model.</source>
        <translation>请先选择方法或预设：没有对齐时，两方都是加载的模型。</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>没有差异</translation>
    </message>
    <message>
        <source>The strict engine does not depend on the order of the operations.</source>
        <translation>严格引擎与算子顺序无关。</translation>
    </message>
    <message>
        <source>Both sides give every slot the same parameters and the same master.</source>
        <translation>两方给每个槽位的参数和主槽都相同。</translation>
    </message>
    <message>
        <source>Summary of the comparison</source>
        <translation>比较摘要</translation>
    </message>
    <message>
        <source>Details of the selected difference</source>
        <translation>所选差异的详情</translation>
    </message>
    <message>
        <source>All unmatched...</source>
        <translation>全部不匹配项…</translation>
    </message>
    <message>
        <source>Every operation and slot that only one of the two files has, and every slot with another scheme</source>
        <translation>只在两个文件之一中的所有算子和槽位，以及量化方式不同的所有槽位</translation>
    </message>
    <message>
        <source>Operations only here</source>
        <translation>只在此处的算子</translation>
    </message>
    <message>
        <source>Operations only there</source>
        <translation>只在对方的算子</translation>
    </message>
    <message>
        <source>Slots only here</source>
        <translation>只在此处的槽位</translation>
    </message>
    <message>
        <source>Slots only there</source>
        <translation>只在对方的槽位</translation>
    </message>
    <message>
        <source>Slots with another scheme there</source>
        <translation>对方量化方式不同的槽位</translation>
    </message>
    <message>
        <source>What does not match %1</source>
        <translation>与 %1 不匹配的部分</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Every slot that both files have carries the same parameters.</source>
        <translation>两个文件共有的每个槽位参数都相同。</translation>
    </message>
    <message>
        <source>Nothing can be compared</source>
        <translation>无法比较</translation>
    </message>
    <message>
        <source>The two files have no operation of the same name. Both must be exported from one model, under the names that it had.</source>
        <translation>两个文件没有同名的算子。两者必须由同一模型导出，并保留其名称。</translation>
    </message>
    <message>
        <source>there</source>
        <translation>彼方</translation>
    </message>
    <message>
        <source>here</source>
        <translation>此方</translation>
    </message>
    <message numerus="yes">
        <source>%n quirks of PPQ</source>
        <translation>
            <numerusform>%n 条 PPQ 特性</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ComparisonModel</name>
    <message>
        <source>At %1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1（主槽 %2）</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>The scenario as it is: effective scale, and the offset where it is not 0</source>
        <translation>当前方案：生效的缩放因子，偏移不为 0 时一并给出</translation>
    </message>
    <message>
        <source>The other side: effective scale, and the offset where it is not 0</source>
        <translation>另一方：生效的缩放因子，偏移不为 0 时一并给出</translation>
    </message>
    <message>
        <source>Scale here / scale there; sorts by how far the two are apart</source>
        <translation>此方缩放因子 / 彼方缩放因子；按两者相差程度排序</translation>
    </message>
    <message>
        <source>1 to 25: quirks of PPQ. S1 to S7: rules of the strict engine. Point at one to read it.</source>
        <translation>1 到 25：PPQ 的怪癖。S1 到 S7：严格引擎的规则。指向编号即可阅读说明。</translation>
    </message>
    <message>
        <source>The operation whose alignment makes the difference</source>
        <translation>其对齐造成差异的算子</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>槽位</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>此方</translation>
    </message>
    <message>
        <source>There</source>
        <translation>彼方</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>比值</translation>
    </message>
    <message>
        <source>Caused by</source>
        <translation>起因</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Dialogs</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Quantization from</source>
        <translation>量化来源</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Producer</source>
        <translation>生成工具</translation>
    </message>
    <message>
        <source>IR version</source>
        <translation>IR 版本</translation>
    </message>
    <message>
        <source>Operator sets</source>
        <translation>算子集</translation>
    </message>
    <message>
        <source>Nodes in the file</source>
        <translation>文件中的节点</translation>
    </message>
    <message>
        <source>Q and DQ nodes</source>
        <translation>Q 和 DQ 节点</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>槽位</translation>
    </message>
    <message>
        <source>Initializers</source>
        <translation>初始化器</translation>
    </message>
    <message>
        <source>Subgraphs</source>
        <translation>子图</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <source>Nothing was lost</source>
        <translation>没有丢失任何内容</translation>
    </message>
    <message>
        <source>Everything in the files was understood.</source>
        <translation>文件中的内容全部被理解。</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Properties of %1</source>
        <translation>%1 的属性</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Notices (%1)</source>
        <translation>提示（%1）</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Alignscope</source>
        <translation>关于 Alignscope</translation>
    </message>
    <message>
        <source>An inspector for the quantization scales that operations of a neural network share. Its PPQ engine reproduces the alignment pass of PPQ 0.6.6; its strict engine gives what the constraints mean. All numbers are computed from the scales alone; no model is run and nothing leaves this computer.</source>
        <translation>用于检查神经网络中各算子共用的量化缩放因子。PPQ 引擎复现 PPQ 0.6.6 的对齐过程；strict 引擎给出约束本来的含义。所有数字只由缩放因子算出；不运行模型，也没有任何内容离开这台计算机。</translation>
    </message>
    <message>
        <source>Apache License 2.0. Uses Qt %1, ONNX, Protocol Buffers and Graphviz.</source>
        <translation>Apache License 2.0。使用 Qt %1、ONNX、Protocol Buffers 和 Graphviz。</translation>
    </message>
    <message>
        <source>A key or a word</source>
        <translation>按键或词语</translation>
    </message>
    <message>
        <source>Filter the keys</source>
        <translation>筛选按键</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Explanation</name>
    <message>
        <source>%1, %2 bits lost</source>
        <translation>%1，损失 %2 位</translation>
    </message>
    <message>
        <source>%1, %2 bits gained</source>
        <translation>%1，增加 %2 位</translation>
    </message>
    <message>
        <source>Loaded: %1 is not quantized (%2).</source>
        <translation>加载时：%1 未量化（%2）。</translation>
    </message>
    <message>
        <source>scale %1, offset %2</source>
        <translation>缩放因子 %1，偏移 %2</translation>
    </message>
    <message>
        <source>Loaded: %1 has its own %2.</source>
        <translation>加载时：%1 有自己的%2。</translation>
    </message>
    <message>
        <source>Loaded: %1 is fused with %2 and has its %3.</source>
        <translation>加载时：%1 与 %2 融合，采用其%3。</translation>
    </message>
    <message>
        <source>Loaded: %1 is aligned to %2 and has its %3.</source>
        <translation>加载时：%1 与 %2 对齐，采用其%3。</translation>
    </message>
    <message>
        <source>the bias of %1 follows its input</source>
        <translation>%1 的偏置跟随其输入</translation>
    </message>
    <message>
        <source>%1 passes on the parameters of its input</source>
        <translation>%1 传递其输入的参数</translation>
    </message>
    <message>
        <source>%1 aligned to %2 with overlap</source>
        <translation>%1 以重叠方式对齐到“%2”</translation>
    </message>
    <message>
        <source>%1 aligned to %2</source>
        <translation>%1 对齐到“%2”</translation>
    </message>
    <message>
        <source>%1: %2 becomes master with scale %3, offset %4, large enough for every input.</source>
        <translation>%1：%2 成为主槽，缩放因子 %3，偏移 %4，足以容纳每个输入。</translation>
    </message>
    <message>
        <source>%1: %2 follows %3.</source>
        <translation>%1：%2 跟随 %3。</translation>
    </message>
    <message>
        <source>%1: the producer&apos;s slot %2 follows %3, so that no rescale is needed between them.</source>
        <translation>%1：上游算子的槽位 %2 跟随 %3，使两者之间无需重新缩放。</translation>
    </message>
    <message>
        <source>%1: %2 is left out, because %3.</source>
        <translation>%1：%2 被略过，因为%3。</translation>
    </message>
    <message>
        <source>%1: %2 is recomputed (%3).</source>
        <translation>%1：%2 被重新计算（%3）。</translation>
    </message>
    <message>
        <source>%1: %2 joins the set of %3.</source>
        <translation>%1：%2 并入 %3 的集合。</translation>
    </message>
    <message>
        <source>%1: %2 is refused, because %3.</source>
        <translation>%1：%2 被拒绝，因为%3。</translation>
    </message>
    <message>
        <source>%1: %2 takes the common range, scale %3, offset %4.</source>
        <translation>%1：%2 采用共同范围，缩放因子 %3，偏移 %4。</translation>
    </message>
    <message>
        <source>%1 is pinned to scale %2, offset %3.</source>
        <translation>%1 固定为缩放因子 %2，偏移 %3。</translation>
    </message>
    <message>
        <source>Its master %1 was calibrated to the range %2.</source>
        <translation>其主槽 %1 校准的范围为 %2。</translation>
    </message>
    <message>
        <source>%1: scale %2, as loaded.</source>
        <translation>%1：缩放因子 %2，与加载时相同。</translation>
    </message>
    <message>
        <source>%1 is not quantized.</source>
        <translation>%1 未量化。</translation>
    </message>
    <message>
        <source>%1: scale %2 as before, now shared with %3.</source>
        <translation>%1：缩放因子仍为 %2，现与 %3 共用。</translation>
    </message>
    <message>
        <source>%1: scale %2 as before, now shared with %3, because %4.</source>
        <translation>%1：缩放因子仍为 %2，现与 %3 共用，因为%4。</translation>
    </message>
    <message>
        <source>%1: scale %2 → %3</source>
        <translation>%1：缩放因子 %2 → %3</translation>
    </message>
    <message>
        <source>%1 because %2.</source>
        <translation>%1，因为%2。</translation>
    </message>
    <message>
        <source>Its master %1 was calibrated.</source>
        <translation>其主槽 %1 经过校准。</translation>
    </message>
    <message>
        <source>The widest is %1.</source>
        <translation>范围最宽的是 %1。</translation>
    </message>
    <message>
        <source>%1 sets its lower end, %2 its upper end.</source>
        <translation>%1 决定其下限，%2 决定其上限。</translation>
    </message>
    <message>
        <source>It is the range of %1.</source>
        <translation>它就是 %1 的范围。</translation>
    </message>
    <message>
        <source>The scale here becomes %1.</source>
        <translation>此处的缩放因子变为 %1。</translation>
    </message>
    <message>
        <source>%1: %2 is refused: a pinned scale must be positive.</source>
        <translation>%1：%2 被拒绝：固定的缩放因子必须为正。</translation>
    </message>
    <message>
        <source>%1 is pinned by hand</source>
        <translation>%1 被手动固定</translation>
    </message>
    <message>
        <source>%1 is bound to %2 by hand</source>
        <translation>%1 被手动绑定到 %2</translation>
    </message>
    <message>
        <source>%1 undid what %2 promised for %3</source>
        <translation>%1 撤销了 %2 对 %3 的对齐</translation>
    </message>
    <message>
        <source>What %1 promised for %2 did not last</source>
        <translation>%1 对 %2 的对齐没有保持</translation>
    </message>
    <message>
        <source>%1, %2 % of its loaded range clipped</source>
        <translation>%1，其加载范围的 %2 % 被截断</translation>
    </message>
    <message>
        <source>%1: %2 joins the set of %3, bound to it by hand.</source>
        <translation>%1：%2 经手动绑定并入 %3 的集合。</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ExportDialog</name>
    <message numerus="yes">
        <source>Saved and proven: %n slots compared after reading the file again, all equal.</source>
        <translation>
            <numerusform>已保存并验证：重新读取文件后比较了 %n 个槽位，全部相等。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was aligned: the file has the same bytes as the opened one.</source>
        <translation>没有进行对齐：文件与打开的文件字节相同。</translation>
    </message>
    <message numerus="yes">
        <source>%n scales and zero points rewritten.</source>
        <translation>
            <numerusform>改写了 %n 个缩放因子和零点。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Q/DQ pairs inserted.</source>
        <translation>
            <numerusform>插入了 %n 对 Q/DQ。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Q/DQ pairs removed.</source>
        <translation>
            <numerusform>移除了 %n 对 Q/DQ。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shared scales separated.</source>
        <translation>
            <numerusform>拆分了 %n 个共用的缩放因子。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n biases follow the new product of scales.</source>
        <translation>
            <numerusform>%n 个偏置跟随新的缩放因子乘积。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n constant operands quantized anew.</source>
        <translation>
            <numerusform>%n 个常量操作数被重新量化。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n constants of the float model quantized.</source>
        <translation>
            <numerusform>浮点模型的 %n 个常量被量化。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n integers changed in biases and constants.</source>
        <translation>
            <numerusform>偏置和常量中有 %n 个整数改变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them saturated.</source>
        <translation>
            <numerusform>其中 %n 个饱和。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slots took their master&apos;s integer type, because its zero point does not fit theirs.</source>
        <translation>
            <numerusform>%n 个槽位采用了主槽的整数类型，因为其零点放不进自己的类型。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the aligned model</source>
        <translation>导出对齐后的模型</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>A copy of the opened model is patched with the outcome of the scenario, read again and compared slot by slot. The file appears only when everything is equal.</source>
        <translation>把方案的结果写入所打开模型的副本，重新读取并逐槽比较。只有全部相等时文件才会出现。</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>ONNX with Q/DQ nodes</source>
        <translation>带 Q/DQ 节点的 ONNX</translation>
    </message>
    <message>
        <source>Runs wherever QuantizeLinear and DequantizeLinear are understood</source>
        <translation>可在任何支持 QuantizeLinear 和 DequantizeLinear 的环境中运行</translation>
    </message>
    <message>
        <source>PPQ config</source>
        <translation>PPQ 配置</translation>
    </message>
    <message>
        <source>A quantization config (JSON) as PPQ writes it; the model stays as it is</source>
        <translation>PPQ 格式的量化配置（JSON）；模型保持原样</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Browse...</source>
        <translation>浏览...</translation>
    </message>
    <message>
        <source>Browse for the file</source>
        <translation>浏览文件位置</translation>
    </message>
    <message>
        <source>Writing, reading again, comparing...</source>
        <translation>正在写入、重新读取、比较...</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>ONNX models (*.onnx)</source>
        <translation>ONNX 模型 (*.onnx)</translation>
    </message>
    <message>
        <source>Quantization configs (*.json)</source>
        <translation>量化配置 (*.json)</translation>
    </message>
    <message>
        <source>%1 exists already. Replace it?</source>
        <translation>%1 已存在。要替换吗？</translation>
    </message>
    <message>
        <source>%1 written</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Write the scenario beside it as well (NAME.scenario.json)</source>
        <translation>同时在旁边写出方案（NAME.scenario.json）</translation>
    </message>
    <message>
        <source>An aligned ONNX model carries its scenario inside as metadata; a PPQ config cannot.</source>
        <translation>对齐后的 ONNX 模型在元数据中带有方案；PPQ 配置则不能。</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::GraphView</name>
    <message>
        <source>Model graph</source>
        <translation>模型图</translation>
    </message>
    <message>
        <source>Drop on the slot that %1 is to follow. Esc cancels.</source>
        <translation>拖放到 %1 要跟随的槽位上。按 Esc 取消。</translation>
    </message>
    <message>
        <source>Bind %1 to %2</source>
        <translation>将 %1 绑定到 %2</translation>
    </message>
    <message>
        <source>Nothing of the graph is here. Show all of it (Ctrl+0)</source>
        <translation>这里没有图的内容。显示整个图 (Ctrl+0)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::GroupView</name>
    <message>
        <source>A pin at %1 dictates the range.</source>
        <translation>%1 的固定值决定了范围。</translation>
    </message>
    <message>
        <source>One member dictates the range.</source>
        <translation>一个成员决定了范围。</translation>
    </message>
    <message numerus="yes">
        <source>%n members make the range together.</source>
        <translation>
            <numerusform>%n 个成员共同决定了范围。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n members use less than half of its steps.</source>
        <translation>
            <numerusform>%n 个成员用到的量化级不到一半。</numerusform>
        </translation>
    </message>
    <message>
        <source>Order of the members</source>
        <translation>成员的顺序</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <source>In the order of the model</source>
        <translation>按模型中的顺序</translation>
    </message>
    <message>
        <source>By waste</source>
        <translation>按浪费</translation>
    </message>
    <message>
        <source>Who uses the fewest steps comes first</source>
        <translation>用到量化级最少的排在最前</translation>
    </message>
    <message>
        <source>Ranges of the group&apos;s members</source>
        <translation>组内成员的范围</translation>
    </message>
    <message>
        <source>Leave the group</source>
        <translation>离开该组</translation>
    </message>
    <message>
        <source>Let %1 leave its group</source>
        <translation>让 %1 离开所在的组</translation>
    </message>
    <message>
        <source>Leaving %1</source>
        <translation>离开：%1</translation>
    </message>
    <message>
        <source>Computed from the loaded parameters: %1.</source>
        <translation>由加载的参数算出：%1。</translation>
    </message>
    <message>
        <source>Switch to the strict engine and leave</source>
        <translation>切换到严格引擎并离开</translation>
    </message>
    <message>
        <source>%1, and holds its whole range again</source>
        <translation>%1，并重新覆盖其全部范围</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Hand</name>
    <message>
        <source>%1 follows %2</source>
        <translation>%1 跟随 %2</translation>
    </message>
    <message>
        <source>%1 pinned to %2</source>
        <translation>%1 固定为 %2</translation>
    </message>
    <message>
        <source>%1 pinned to %2, offset %3</source>
        <translation>%1 固定为 %2，偏移 %3</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>例外</translation>
    </message>
    <message>
        <source>Binding</source>
        <translation>绑定</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定值</translation>
    </message>
    <message>
        <source>Excluded edge</source>
        <translation>排除的边</translation>
    </message>
    <message>
        <source>Not in this model.</source>
        <translation>不在此模型中。</translation>
    </message>
    <message>
        <source>Changes nothing: the producer would not follow anyway.</source>
        <translation>没有影响：上游本来就不会跟随。</translation>
    </message>
    <message numerus="yes">
        <source>%n slots share the master&apos;s scale.</source>
        <translation>
            <numerusform>%n 个槽位共享主槽的缩放因子。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slots take these values.</source>
        <translation>
            <numerusform>%n 个槽位采用这些值。</numerusform>
        </translation>
    </message>
    <message>
        <source>This slot alone takes these values.</source>
        <translation>只有此槽位采用这些值。</translation>
    </message>
    <message>
        <source>The producer keeps its scale; the edge requantizes, %1.</source>
        <translation>上游保持其缩放因子；该边需要重量化，%1。</translation>
    </message>
    <message>
        <source>The producer keeps its scale.</source>
        <translation>上游保持其缩放因子。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>releases %1</source>
        <translation>解除 %1 的绑定</translation>
    </message>
    <message>
        <source>excludes the edge to %1</source>
        <translation>排除到 %1 的边</translation>
    </message>
    <message>
        <source>sets %1 to none</source>
        <translation>将 %1 设为无</translation>
    </message>
    <message>
        <source>Leaving %1.</source>
        <translation>离开的方式：%1。</translation>
    </message>
    <message>
        <source>regains %1 bits</source>
        <translation>恢复 %1 位</translation>
    </message>
    <message>
        <source>loses %1 bits</source>
        <translation>损失 %1 位</translation>
    </message>
    <message>
        <source>regains nothing</source>
        <translation>没有恢复</translation>
    </message>
    <message numerus="yes">
        <source>%n new requantize edges</source>
        <translation>
            <numerusform>新增 %n 条重量化边</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requantize edges fewer</source>
        <translation>
            <numerusform>减少 %n 条重量化边</numerusform>
        </translation>
    </message>
    <message>
        <source>no new requantize edge</source>
        <translation>没有新增重量化边</translation>
    </message>
    <message>
        <source>follows</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>pinned to %1</source>
        <translation>固定为 %1</translation>
    </message>
    <message>
        <source>pinned to %1, offset %2</source>
        <translation>固定为 %1，偏移 %2</translation>
    </message>
    <message numerus="yes">
        <source>Changes %n slots.</source>
        <translation>
            <numerusform>改变 %n 个槽位。</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes no scale.</source>
        <translation>不改变任何缩放因子。</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::HandActions</name>
    <message>
        <source>&amp;Include edge again</source>
        <translation>重新包含边(&amp;I)</translation>
    </message>
    <message>
        <source>E&amp;xclude edge</source>
        <translation>排除边(&amp;X)</translation>
    </message>
    <message>
        <source>The PPQ engine repeats PPQ, which cannot do this.</source>
        <translation>PPQ 引擎复现 PPQ，而 PPQ 做不到这一点。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Switch to the strict engine and bind</source>
        <translation>切换到严格引擎并绑定</translation>
    </message>
    <message>
        <source>Switch to the strict engine and exclude</source>
        <translation>切换到严格引擎并排除</translation>
    </message>
    <message>
        <source>Bind %1 to %2</source>
        <translation>将 %1 绑定到 %2</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::HandCost</name>
    <message>
        <source>The strict engine and this</source>
        <translation>严格引擎加上此项</translation>
    </message>
    <message>
        <source>Switching to the strict engine</source>
        <translation>切换到严格引擎</translation>
    </message>
    <message>
        <source>%1: %2; requantize edges %3.</source>
        <translation>%1：%2；重量化边 %3。</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::HandEditsList</name>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>全部移除</translation>
    </message>
    <message>
        <source>By hand: exceptions, bindings, pins and excluded edges</source>
        <translation>手动：例外、绑定、固定值和排除的边</translation>
    </message>
    <message>
        <source>Change...</source>
        <translation>更改...</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Overlap as set for all</source>
        <translation>重叠按全局设置</translation>
    </message>
    <message>
        <source>Overlap on</source>
        <translation>重叠开启</translation>
    </message>
    <message>
        <source>Overlap off</source>
        <translation>重叠关闭</translation>
    </message>
    <message>
        <source>Nothing yet. M gives the selected operation a method of its own; drag from one slot to another to bind it; S pins a slot, X excludes an edge. All but M need the strict engine.</source>
        <translation>还没有。M 给所选算子单独指定方法；从一个槽位拖到另一个可将其绑定；S 固定一个槽位，X 排除一条边。除 M 外都需要 Strict 引擎。</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::HandEditsModel</name>
    <message>
        <source>Remove %1 (Del)</source>
        <translation>移除 %1（Del）</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::HistoryModel</name>
    <message>
        <source>%1, where you are</source>
        <translation>%1，当前位置</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>engine error</source>
        <translation>引擎错误</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Requantize</source>
        <translation>重量化</translation>
    </message>
    <message>
        <source>Misaligned</source>
        <translation>未对齐</translation>
    </message>
    <message>
        <source>Worst bits</source>
        <translation>最大位损失</translation>
    </message>
    <message>
        <source>Summed bits</source>
        <translation>总位损失</translation>
    </message>
    <message>
        <source>Clipped</source>
        <translation>截断</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::HistoryPanel</name>
    <message>
        <source>Nothing was changed yet</source>
        <translation>还没有任何更改</translation>
    </message>
    <message>
        <source>Each step that can be undone appears here with its price; a click goes back to it.</source>
        <translation>每个可撤销的步骤及其代价都列在这里；单击即可回到该步骤。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ImpactPanel</name>
    <message>
        <source>Impact</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>Make it an exception</source>
        <translation>设为例外</translation>
    </message>
    <message>
        <source>Lets the operation of the marked row do this, whatever its family does. A double click does the same.</source>
        <translation>让所选行的算子这样做，不管所属类别如何设置。双击效果相同。</translation>
    </message>
    <message>
        <source>measuring: %1 %</source>
        <translation>正在测算：%1 %</translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <translation>将 %1 设为“%2”</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>没有打开模型</translation>
    </message>
    <message>
        <source>What every choice for a single operation would move appears here.</source>
        <translation>对单个算子的每种选择会移动什么，将显示在此处。</translation>
    </message>
    <message>
        <source>No quantization parameters</source>
        <translation>没有量化参数</translation>
    </message>
    <message>
        <source>This is a float model. Open it together with its PPQ config.</source>
        <translation>这是浮点模型。请与其 PPQ 配置一起打开。</translation>
    </message>
    <message>
        <source>Trying every choice for every operation</source>
        <translation>正在尝试每个算子的每种选择</translation>
    </message>
    <message>
        <source>You can go on working meanwhile.</source>
        <translation>其间可以继续工作。</translation>
    </message>
    <message>
        <source>Nothing to choose</source>
        <translation>没有可选择的</translation>
    </message>
    <message>
        <source>The model has no operation that can be aligned.</source>
        <translation>模型中没有可对齐的算子。</translation>
    </message>
    <message>
        <source>No choice for a single operation changes a scale or offset.</source>
        <translation>对单个算子的任何选择都不会改变缩放因子或偏移。</translation>
    </message>
    <message>
        <source>Moves most</source>
        <translation>影响最大</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>As many slots, but not more bits: %1</source>
        <translation>槽位数相同、但位数不更多：%1</translation>
    </message>
    <message>
        <source>From here, moves most</source>
        <translation>从当前方案出发，影响最大</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>没有打开模型</translation>
    </message>
    <message>
        <source>Open or drop an ONNX model; add its PPQ config if it has one.</source>
        <translation>打开或拖入 ONNX 模型；如果有 PPQ 配置，请一并拖入。</translation>
    </message>
    <message>
        <source>Select an operation, a slot, an edge or a group on the canvas or in a table below to see its parameters and where they come from.</source>
        <translation>在画布上或下方表格中选择算子、槽位、边或组，查看其参数及其来源。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Broken promises</source>
        <translation>落空的约定</translation>
    </message>
    <message>
        <source>Misaligned operations</source>
        <translation>未对齐的算子</translation>
    </message>
    <message>
        <source>Requantize edges</source>
        <translation>重量化边</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Cannot be aligned: not all of its data inputs and outputs are quantized.</source>
        <translation>不能对齐：它的数据输入和输出没有全部量化。</translation>
    </message>
    <message>
        <source>Method of %1</source>
        <translation>%1 的方法</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>Follow the family: %1</source>
        <translation>跟随类别：%1</translation>
    </message>
    <message>
        <source>Overlap of %1</source>
        <translation>%1 的重叠</translation>
    </message>
    <message>
        <source>As set</source>
        <translation>按设置</translation>
    </message>
    <message>
        <source>Follow the force_overlap switch</source>
        <translation>跟随 force_overlap 开关</translation>
    </message>
    <message>
        <source>Overlap off</source>
        <translation>重叠关</translation>
    </message>
    <message>
        <source>Producers with other consumers keep their scale</source>
        <translation>有其他下游的上游算子保留其缩放因子</translation>
    </message>
    <message>
        <source>Overlap on</source>
        <translation>重叠开</translation>
    </message>
    <message>
        <source>Producers and all of their consumers follow</source>
        <translation>上游算子及其所有下游都跟随</translation>
    </message>
    <message>
        <source>Broken promise: it bound %1 to %2, but %3 changed that afterwards.</source>
        <translation>约定落空：它把 %1 绑定到 %2，但 %3 随后改变了它。</translation>
    </message>
    <message>
        <source>Broken promise: it bound %1 to %2, but they differ in the end.</source>
        <translation>约定落空：它把 %1 绑定到 %2，但最终两者不同。</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Quantization</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>This operation is not quantized: none of its slots has parameters.</source>
        <translation>该算子未量化：它的槽位都没有参数。</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>域</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>node %1 of the file</source>
        <translation>文件中的第 %1 个节点</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>has a subgraph, which is not looked into</source>
        <translation>含有子图，不再深入</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放因子</translation>
    </message>
    <message>
        <source>Effective scale: real units per step, taken from the master</source>
        <translation>有效缩放因子：每步的实数值，取自主槽</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>Effective offset in steps: real = (q - offset) x scale</source>
        <translation>有效偏移（步数）：实数 = (q - 偏移) × 缩放因子</translation>
    </message>
    <message>
        <source>Zero point</source>
        <translation>零点</translation>
    </message>
    <message>
        <source>As stored in the file: offset - %1</source>
        <translation>文件中存储的值：偏移 - %1</translation>
    </message>
    <message>
        <source>Real range</source>
        <translation>实数范围</translation>
    </message>
    <message>
        <source>[(quant_min - offset) x scale, (quant_max - offset) x scale]</source>
        <translation>[(quant_min - 偏移) × 缩放因子, (quant_max - 偏移) × 缩放因子]</translation>
    </message>
    <message>
        <source>Bits lost</source>
        <translation>损失位数</translation>
    </message>
    <message>
        <source>log2(scale now / scale loaded)</source>
        <translation>log2(现在的缩放因子 / 加载时的缩放因子)</translation>
    </message>
    <message>
        <source>SQNR change</source>
        <translation>SQNR 变化</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>-20 log10(scale now / scale loaded) dB</source>
        <translation>-20 log10(现在的缩放因子 / 加载时的缩放因子) dB</translation>
    </message>
    <message>
        <source>Clipped</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>%1 % of the old range</source>
        <translation>旧范围的 %1 %</translation>
    </message>
    <message>
        <source>Share of the loaded range that the new one no longer holds</source>
        <translation>加载时的范围中新范围不再容纳的部分</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Integers</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>%1 bits, %2 to %3</source>
        <translation>%1 位，%2 到 %3</translation>
    </message>
    <message>
        <source>num_of_bits, quant_min and quant_max</source>
        <translation>num_of_bits、quant_min 和 quant_max</translation>
    </message>
    <message>
        <source>Stored as</source>
        <translation>存储类型</translation>
    </message>
    <message>
        <source>Channel axis</source>
        <translation>通道轴</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>舍入</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>槽位</translation>
    </message>
    <message>
        <source>Ranges of the members</source>
        <translation>成员的范围</translation>
    </message>
    <message>
        <source>Why this scale?</source>
        <translation>为什么是这个缩放因子？</translation>
    </message>
    <message>
        <source>Parameter slot</source>
        <translation>参数槽位</translation>
    </message>
    <message>
        <source>Master</source>
        <translation>主槽</translation>
    </message>
    <message numerus="yes">
        <source>Show group G%1 with %n slots</source>
        <translation>
            <numerusform>显示含 %n 个槽位的组 G%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>所属算子</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>边</translation>
    </message>
    <message>
        <source>Requantize edge: producer and consumer have different parameters, so the device must rescale here (consumer scale / producer scale = %1).</source>
        <translation>重量化边：上游与下游参数不同，设备必须在此重新缩放（下游缩放因子 / 上游缩放因子 = %1）。</translation>
    </message>
    <message>
        <source>Producer and consumer agree: no rescale is needed here.</source>
        <translation>上游与下游一致：这里无需重新缩放。</translation>
    </message>
    <message>
        <source>Producer</source>
        <translation>生成工具</translation>
    </message>
    <message>
        <source>%1, not quantized</source>
        <translation>%1，未量化</translation>
    </message>
    <message>
        <source>Input of the model</source>
        <translation>模型的输入</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>常量</translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation>下游</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>input of the model</source>
        <translation>模型的输入</translation>
    </message>
    <message>
        <source>output of the model</source>
        <translation>模型的输出</translation>
    </message>
    <message numerus="yes">
        <source>Group of %n slots</source>
        <translation>
            <numerusform>含 %n 个槽位的组</numerusform>
        </translation>
    </message>
    <message>
        <source>Group G%1</source>
        <translation>组 G%1</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>What would another order give?</source>
        <translation>换一种顺序会怎样？</translation>
    </message>
    <message>
        <source>PPQ aligns in the order of the operations, and the last one wins. Compare with another order.</source>
        <translation>PPQ 按算子顺序对齐，后者覆盖前者。与另一种顺序比较。</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>块</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>作用域</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>Nothing in it is changed, misaligned or requantized.</source>
        <translation>其中没有变化、未对齐或重量化。</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>%1 undid %2</source>
        <translation>%1 撤销了 %2</translation>
    </message>
    <message>
        <source>Who promised, and who undid it</source>
        <translation>谁做的对齐，谁撤销的</translation>
    </message>
    <message>
        <source>All broken promises in the Cascade tab, with a way to both operations</source>
        <translation>在级联表中列出所有被撤销的对齐，可转到两个算子</translation>
    </message>
    <message>
        <source>All of them as search results, marked on the canvas</source>
        <translation>以搜索结果列出全部，并在画布上标出</translation>
    </message>
    <message>
        <source>Split operations</source>
        <translation>分裂的算子</translation>
    </message>
    <message>
        <source>They only pass values on (Reshape, MaxPool...), but their input and output have different scales: the device must rescale inside of them.</source>
        <translation>它们只传递数值（Reshape、MaxPool 等），但输入和输出的缩放因子不同：设备必须在其内部重新缩放。</translation>
    </message>
    <message>
        <source>No requantize edge, no misaligned or split operation, no broken promise.</source>
        <translation>没有重量化边，没有未对齐或分裂的算子，没有落空的约定。</translation>
    </message>
    <message>
        <source>Excluded by hand: the producer does not follow this operation.</source>
        <translation>已手动排除：上游不跟随此算子。</translation>
    </message>
    <message>
        <source>Alignment in the scenario in force</source>
        <translation>当前方案中的对齐</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Legend</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::MainWindow</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Cascade</source>
        <translation>级联</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>槽位</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>遍历</translation>
    </message>
    <message>
        <source>Opening the model...</source>
        <translation>正在打开模型...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 changed on disk.</source>
        <translation>%1 在磁盘上已改变。</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>The sample could not be put into the cache folder.</source>
        <translation>示例无法放入缓存文件夹。</translation>
    </message>
    <message>
        <source>Select an Add, Sub, Sum, Concat, pooling or Resize operation first.</source>
        <translation>请先选择 Add、Sub、Sum、Concat、池化或 Resize 算子。</translation>
    </message>
    <message>
        <source>There is no requantize edge: every edge has one scale.</source>
        <translation>没有重量化边：每条边都只有一个缩放因子。</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Methods and overlap of a known tool in one step</source>
        <translation>一步采用某个已知工具的方法和重叠设置</translation>
    </message>
    <message>
        <source>Own choice</source>
        <translation>自选</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Reproduces PPQ 0.6.6 exactly, quirks included</source>
        <translation>精确复现 PPQ 0.6.6，包括其怪癖</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>严格</translation>
    </message>
    <message>
        <source>Gives what the constraints mean, independent of the order of operations</source>
        <translation>给出约束本来的含义，与算子顺序无关</translation>
    </message>
    <message>
        <source>What the canvas shows</source>
        <translation>画布显示的内容</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>The model as it was loaded</source>
        <translation>加载时的模型</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>The outcome of the scenario</source>
        <translation>方案的结果</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>What the scenario changed (D)</source>
        <translation>方案改变了什么 (D)</translation>
    </message>
    <message>
        <source>Layers of the canvas</source>
        <translation>画布的图层</translation>
    </message>
    <message>
        <source>overlap on</source>
        <translation>重叠开</translation>
    </message>
    <message>
        <source>overlap off</source>
        <translation>重叠关</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>全部忘记</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Align</source>
        <translation>对齐(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Layers</source>
        <translation>图层(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Method of %1</source>
        <translation>%1 的方法</translation>
    </message>
    <message>
        <source>As its family</source>
        <translation>跟随类别</translation>
    </message>
    <message>
        <source>Open a model, or a model and its quantization config</source>
        <translation>打开模型，或模型及其量化配置</translation>
    </message>
    <message>
        <source>Open the quantization config of the model</source>
        <translation>打开模型的量化配置</translation>
    </message>
    <message>
        <source>Quantization configs (*.json);;All files (*)</source>
        <translation>量化配置 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Saving %1...</source>
        <translation>正在保存 %1...</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1（另有 %n 条）</numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>This is a float model: it carries no quantization parameters.</source>
        <translation>这是浮点模型：不含量化参数。</translation>
    </message>
    <message>
        <source>Open its config...</source>
        <translation>打开其配置...</translation>
    </message>
    <message>
        <source>%1 lies beside this float model and is a quantization config.</source>
        <translation>%1 与此浮点模型在同一文件夹，是一个量化配置。</translation>
    </message>
    <message>
        <source>Open it too</source>
        <translation>一并打开</translation>
    </message>
    <message>
        <source>Export the aligned model (Ctrl+E): written, read again and proven</source>
        <translation>导出对齐后的模型 (Ctrl+E)：写出、重新读取并验证</translation>
    </message>
    <message>
        <source>Export model: %1</source>
        <translation>导出模型：%1</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>已复制 %1</translation>
    </message>
    <message>
        <source>Select a slot or an edge first.</source>
        <translation>请先选择槽位或边。</translation>
    </message>
    <message>
        <source>Back to the outcome</source>
        <translation>回到结果</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>This block cannot be one box: data leaves it and comes back into it.</source>
        <translation>这个块不能画成一个方框：数据离开它之后又回到其中。</translation>
    </message>
    <message>
        <source>The selection is in no block.</source>
        <translation>选中的内容不在任何块中。</translation>
    </message>
    <message>
        <source>The selected operation has no slots: it runs in float.</source>
        <translation>所选算子没有槽位：它以浮点运行。</translation>
    </message>
    <message>
        <source>Nothing stands before it: it reads inputs and constants of the model.</source>
        <translation>它之前没有算子：它读取模型的输入和常量。</translation>
    </message>
    <message>
        <source>Nothing reads from it: it writes an output of the model.</source>
        <translation>没有算子读取它：它写模型的输出。</translation>
    </message>
    <message>
        <source>Producers</source>
        <translation>生产者</translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation>消费者</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n 个算子</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Showing %n hop(s) around %1: %2 of %3 operations.</source>
        <translation>
            <numerusform>显示 %1 周围 %n 跳：%3 个算子中的 %2 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Fewer hops</source>
        <translation>减少跳数</translation>
    </message>
    <message>
        <source>More hops</source>
        <translation>增加跳数</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>步骤(&amp;S)</translation>
    </message>
    <message>
        <source>No promise breaks there. Set a breakpoint to halt elsewhere.</source>
        <translation>那里没有约定落空。要在别处停下，请设断点。</translation>
    </message>
    <message>
        <source>No breakpoint halts there.</source>
        <translation>那里没有断点停下。</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>&amp;Switch to scenario</source>
        <translation>切换到方案(&amp;S)</translation>
    </message>
    <message>
        <source>Add scenarios from files</source>
        <translation>从文件添加方案</translation>
    </message>
    <message>
        <source>Scenarios, sessions and exported models (*.json *.alignscope *.onnx);;All files (*)</source>
        <translation>方案、会话和导出的模型 (*.json *.alignscope *.onnx);;所有文件 (*)</translation>
    </message>
    <message>
        <source>&amp;Update &quot;%1&quot;</source>
        <translation>更新“%1”(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Update the kept scenario</source>
        <translation>更新已保留的方案(&amp;U)</translation>
    </message>
    <message>
        <source>Switch to scenario %1</source>
        <translation>切换到方案 %1</translation>
    </message>
    <message>
        <source>Keep the scenario</source>
        <translation>保留方案</translation>
    </message>
    <message>
        <source>Name of the scenario (%1):</source>
        <translation>方案的名字（%1）：</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Another name...</source>
        <translation>换个名字...</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>Sessions (*.alignscope)</source>
        <translation>会话 (*.alignscope)</translation>
    </message>
    <message>
        <source>Find it...</source>
        <translation>查找...</translation>
    </message>
    <message>
        <source>Where is the model?</source>
        <translation>模型在哪里？</translation>
    </message>
    <message>
        <source>Where is the quantization config?</source>
        <translation>量化配置在哪里？</translation>
    </message>
    <message>
        <source>Models (*.onnx);;All files (*)</source>
        <translation>模型 (*.onnx);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The model says that Alignscope aligned it, but its scenario cannot be read. %1</source>
        <translation>该模型称由 Alignscope 对齐，但其方案无法读取。%1</translation>
    </message>
    <message>
        <source>This model was aligned by Alignscope: %1.</source>
        <translation>该模型由 Alignscope 对齐：%1。</translation>
    </message>
    <message>
        <source>Show the scenario</source>
        <translation>显示方案</translation>
    </message>
    <message>
        <source>Scenario of %1</source>
        <translation>%1 的方案</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Save the session?</source>
        <translation>保存会话？</translation>
    </message>
    <message>
        <source>The scenarios of %1 are not saved in a session file.</source>
        <translation>%1 的方案尚未保存到会话文件。</translation>
    </message>
    <message>
        <source>Models, configs and sessions (*.onnx *.json *.alignscope);;All files (*)</source>
        <translation>模型、配置和会话 (*.onnx *.json *.alignscope);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The session of %1 has changes that are not saved.</source>
        <translation>%1 的会话有未保存的更改。</translation>
    </message>
    <message>
        <source>Nothing is changed: every scale is as it was loaded.</source>
        <translation>没有任何变化：每个缩放因子都与加载时相同。</translation>
    </message>
    <message>
        <source>Scenario compared with %1</source>
        <translation>与“%1”对比的方案</translation>
    </message>
    <message>
        <source>%1 compared with %2</source>
        <translation>%1 与 %2 对比</translation>
    </message>
    <message>
        <source>%1 + exceptions</source>
        <translation>%1 + 例外</translation>
    </message>
    <message>
        <source>Alignscope was stopped on %1. Changes to the session %2 were not saved.</source>
        <translation>Alignscope 于 %1 被中止。对会话 %2 的更改没有保存。</translation>
    </message>
    <message>
        <source>Alignscope was stopped on %1. Breakpoints and watches of %2 were not saved.</source>
        <translation>Alignscope 于 %1 被中止。%2 的断点和监视没有保存。</translation>
    </message>
    <message numerus="yes">
        <source>Alignscope was stopped on %1. %n scenarios of %2 were not saved.</source>
        <translation>
            <numerusform>Alignscope 于 %1 被中止。%2 的 %n 个方案没有保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Alignscope was stopped on %1. The scenario of %2 was not kept.</source>
        <translation>Alignscope 于 %1 被中止。%2 的方案没有保留。</translation>
    </message>
    <message numerus="yes">
        <source>What was not saved of %n other models is still there.</source>
        <translation>
            <numerusform>另外 %n 个模型未保存的内容仍然保留着。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>%1 +</source>
        <comment>a preset, with exceptions</comment>
        <translation>%1 +</translation>
    </message>
    <message>
        <source>Change it now</source>
        <translation>现在更改</translation>
    </message>
    <message>
        <source>What there is no room for</source>
        <translation>放不下的其他工具</translation>
    </message>
    <message>
        <source>The language changes at the next start of Alignscope, or now.</source>
        <translation>语言将在下次启动 Alignscope 时更改，也可以现在更改。</translation>
    </message>
    <message>
        <source>Preset %1</source>
        <translation>预设 %1</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Minimap</name>
    <message>
        <source>Overview of the graph</source>
        <translation>图的概览</translation>
    </message>
    <message>
        <source>Overview: click or drag to move</source>
        <translation>概览：单击或拖动以移动</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::OverlapDiagram</name>
    <message>
        <source>Diagram of force_overlap</source>
        <translation>force_overlap 示意图</translation>
    </message>
    <message>
        <source>On: Conv2 also feeds Conv3, and follows Add1 all the same. Conv3 gets the new scale too; no rescale is needed.</source>
        <translation>开：Conv2 也供给 Conv3，但仍然跟随 Add1。Conv3 也得到新的缩放因子；无需重新缩放。</translation>
    </message>
    <message>
        <source>Off: Conv2 also feeds Conv3, so it keeps its scale. Only Add1&apos;s input is aligned; a rescale remains between them.</source>
        <translation>关：Conv2 也供给 Conv3，因此保留其缩放因子。只对齐 Add1 的输入；两者之间仍需重新缩放。</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Palette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>输入命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <translation>没有命令包含这些词。</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::PictureDialog</name>
    <message>
        <source>Picture of the graph</source>
        <translation>计算图的图片</translation>
    </message>
    <message>
        <source>Preview of the picture</source>
        <translation>图片预览</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>保存...</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Pixels, for anywhere</source>
        <translation>像素图，到处可用</translation>
    </message>
    <message>
        <source>Lines and text, for web pages and drawing programs</source>
        <translation>线条与文字，用于网页和绘图软件</translation>
    </message>
    <message>
        <source>Lines and text, for documents; over several pages when it is long</source>
        <translation>线条与文字，用于文档；较长时分成多页</translation>
    </message>
    <message>
        <source>What</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Whole graph</source>
        <translation>整图</translation>
    </message>
    <message>
        <source>What is in view</source>
        <translation>当前视图</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选中部分</translation>
    </message>
    <message>
        <source>The selection with its direct neighbours</source>
        <translation>选中部分及其直接相邻的算子</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>As the window</source>
        <translation>与窗口一致</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>With</source>
        <translation>附带</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Name, settings and scorecard</source>
        <translation>名称、设置和记分卡</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Scale: pixels of the picture per pixel of the drawing</source>
        <translation>缩放：绘图中每个像素对应图片的像素数</translation>
    </message>
    <message>
        <source>Smaller than asked for: a PNG cannot be larger.</source>
        <translation>小于所要求的尺寸：PNG 不能更大。</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>%1 CSS pixels</source>
        <translation>%1 CSS 像素</translation>
    </message>
    <message>
        <source>%1 points (%2 mm)</source>
        <translation>%1 磅（%2 毫米）</translation>
    </message>
    <message numerus="yes">
        <source>%n pages of %1</source>
        <translation>
            <numerusform>%n 页，每页 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Pictures (*.%1)</source>
        <translation>图片 (*.%1)</translation>
    </message>
    <message>
        <source>Saving...</source>
        <translation>正在保存...</translation>
    </message>
    <message>
        <source>A large file: about %1.</source>
        <translation>文件较大：约 %1。</translation>
    </message>
    <message>
        <source>About %1.</source>
        <translation>约 %1。</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::PinDialog</name>
    <message>
        <source>Pin a slot</source>
        <translation>固定槽位</translation>
    </message>
    <message>
        <source>The slot and all that share its scale take exactly these values.</source>
        <translation>该槽位以及与它共享缩放因子的所有槽位都采用这些值。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放因子</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation>缩放因子(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Offset</source>
        <translation>偏移(&amp;O)</translation>
    </message>
    <message>
        <source>As &amp;loaded</source>
        <translation>加载时的值(&amp;L)</translation>
    </message>
    <message>
        <source>Fill in the values that the slot was loaded with</source>
        <translation>填入该槽位加载时的值</translation>
    </message>
    <message>
        <source>As &amp;now</source>
        <translation>当前值(&amp;N)</translation>
    </message>
    <message>
        <source>Fill in the values that the slot has in this scenario</source>
        <translation>填入该槽位在此方案中的值</translation>
    </message>
    <message>
        <source>[(quant_min - offset) x scale, (quant_max - offset) x scale]</source>
        <translation>[(quant_min - offset) x scale, (quant_max - offset) x scale]</translation>
    </message>
    <message>
        <source>log2(pinned scale / loaded scale)</source>
        <translation>log2(固定的缩放因子 / 加载时的缩放因子)</translation>
    </message>
    <message>
        <source>Real range</source>
        <translation>实数范围</translation>
    </message>
    <message>
        <source>Bits lost</source>
        <translation>损失位数</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation>固定(&amp;P)</translation>
    </message>
    <message>
        <source>Use the strict engine and &amp;pin</source>
        <translation>使用严格引擎并固定(&amp;P)</translation>
    </message>
    <message>
        <source>%1 % of the loaded range clipped</source>
        <translation>加载范围的 %1 % 被截断</translation>
    </message>
    <message>
        <source>The pin</source>
        <translation>此固定值</translation>
    </message>
    <message>
        <source>Scale and offset must be numbers that fit into a 32-bit float, with a point as the decimal sign.</source>
        <translation>scale 和 offset 必须是 32 位浮点数能表示的数值，小数点用“.”。</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::PromisesModel</name>
    <message>
        <source>(nobody)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>The operation that aligned the slot</source>
        <translation>对齐该槽位的算子</translation>
    </message>
    <message>
        <source>The later operation whose own alignment took the slot or its master away</source>
        <translation>后来的算子，它自己的对齐把该槽位或其主槽位带走了</translation>
    </message>
    <message>
        <source>Promised by</source>
        <translation>对齐者</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>槽位</translation>
    </message>
    <message>
        <source>Was bound to</source>
        <translation>曾绑定到</translation>
    </message>
    <message>
        <source>Undone by</source>
        <translation>撤销者</translation>
    </message>
    <message>
        <source>Scale now</source>
        <translation>现在缩放因子</translation>
    </message>
    <message>
        <source>Scale of what it was bound to</source>
        <translation>曾绑定对象的缩放因子</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ProposalsPanel</name>
    <message>
        <source>Proposals</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Goal of the search</source>
        <translation>搜索目标</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Adopt up to here</source>
        <translation>采用到此为止</translation>
    </message>
    <message>
        <source>Adopt all</source>
        <translation>全部采用</translation>
    </message>
    <message>
        <source>Fewer edges</source>
        <translation>更少的边</translation>
    </message>
    <message>
        <source>Fewer requantize edges and operations whose inputs disagree</source>
        <translation>更少的重量化边和输入不一致的算子</translation>
    </message>
    <message>
        <source>Less loss</source>
        <translation>更小的损失</translation>
    </message>
    <message>
        <source>Fewer bits lost in all, without another requantize edge, misaligned operation or broken promise</source>
        <translation>总的损失位数更少，且不增加重量化边、未对齐的算子或落空的约定</translation>
    </message>
    <message>
        <source>Fewer alignments that a later operation undoes</source>
        <translation>更少的被后续算子撤销的对齐</translation>
    </message>
    <message>
        <source>Tries every method and overlap of every operation, takes what helps most, and goes on from there until nothing helps. Nothing changes before you adopt.</source>
        <translation>尝试每个算子的每种方法和重叠设置，取最有帮助的一个，再从那里继续，直到没有帮助为止。采用之前不会改变任何东西。</translation>
    </message>
    <message>
        <source>Ends the search; what it found so far stays</source>
        <translation>结束搜索；已找到的保留</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>搜索进度</translation>
    </message>
    <message>
        <source>Makes the proposals down to the marked one exceptions of the scenario, as one undo step</source>
        <translation>将直到所选行为止的建议设为方案的例外，作为一个撤销步骤</translation>
    </message>
    <message>
        <source>Makes all proposals exceptions of the scenario, as one undo step</source>
        <translation>将所有建议设为方案的例外，作为一个撤销步骤</translation>
    </message>
    <message numerus="yes">
        <source>Adopt %n proposals</source>
        <translation>
            <numerusform>采用 %n 条建议</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back %n proposals</source>
        <translation>
            <numerusform>收回 %n 条建议</numerusform>
        </translation>
    </message>
    <message>
        <source>The scenario is another one since the search. Search again, or undo.</source>
        <translation>搜索之后方案已改变。请重新搜索，或撤销改动。</translation>
    </message>
    <message>
        <source>All together: requantize edges %1 → %2, misaligned operations %3 → %4, broken promises %5 → %6, summed bits lost %7 → %8.</source>
        <translation>合计：重量化边 %1 → %2，未对齐的算子 %3 → %4，落空的约定 %5 → %6，损失位数之和 %7 → %8。</translation>
    </message>
    <message>
        <source>Then no single exception helps.</source>
        <translation>此后再没有单个例外有帮助。</translation>
    </message>
    <message>
        <source>The search was cancelled; there may be more.</source>
        <translation>搜索已取消；可能还有更多。</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>没有打开模型</translation>
    </message>
    <message>
        <source>Proposals for better scenarios appear here.</source>
        <translation>改进方案的建议将显示在此处。</translation>
    </message>
    <message>
        <source>No quantization parameters</source>
        <translation>没有量化参数</translation>
    </message>
    <message>
        <source>This is a float model. Open it together with its PPQ config.</source>
        <translation>这是浮点模型。请与其 PPQ 配置一起打开。</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>正在搜索</translation>
    </message>
    <message>
        <source>You can go on working meanwhile; cancelling keeps what was found.</source>
        <translation>其间可以继续工作；取消会保留已找到的。</translation>
    </message>
    <message>
        <source>The engine stops at this scenario</source>
        <translation>引擎在此方案下中止</translation>
    </message>
    <message>
        <source>No single exception helps</source>
        <translation>没有单个例外有帮助</translation>
    </message>
    <message>
        <source>Towards this goal the scenario cannot be improved by changing one operation. Try another goal or other methods.</source>
        <translation>对于这一目标，只改变一个算子无法改进方案。请换一个目标或其他方法。</translation>
    </message>
    <message>
        <source>Choose a goal and search</source>
        <translation>选择目标并搜索</translation>
    </message>
    <message>
        <source>The search starts from the scenario and lists what to change, one operation after the other, with its price. Nothing changes before you adopt.</source>
        <translation>搜索从当前方案出发，逐个算子列出该改什么以及代价。采用之前不会改变任何东西。</translation>
    </message>
    <message>
        <source>Promises kept</source>
        <translation>保持对齐</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::RangeBars</name>
    <message>
        <source>Ranges of the group&apos;s members</source>
        <translation>组内成员的范围</translation>
    </message>
    <message>
        <source>The group&apos;s range of now: %1</source>
        <translation>组现在的范围：%1</translation>
    </message>
    <message>
        <source>dictates</source>
        <translation>决定范围</translation>
    </message>
    <message>
        <source>uses %1 % of the steps</source>
        <translation>用到 %1 % 的量化级</translation>
    </message>
    <message>
        <source>%1 was calibrated to %2: %3 % of the steps of the group&apos;s range %4. With its loaded parameters it would have %5.</source>
        <translation>%1 校准到 %2：占该组范围 %4 的 %3 % 的量化级。使用加载时的参数则为 %5。</translation>
    </message>
    <message>
        <source>%1 % of it clipped</source>
        <translation>其中 %1 % 被截断</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Samples</name>
    <message>
        <source>One Add, one shared producer</source>
        <translation>一个 Add，一个共用的上游算子</translation>
    </message>
    <message>
        <source>The smallest graph on which force_overlap matters: who follows when a producer feeds two operations?</source>
        <translation>能看出 force_overlap 作用的最小的图：当一个上游算子供给两个算子时，谁跟随谁？</translation>
    </message>
    <message>
        <source>Concat of four branches</source>
        <translation>四个分支的 Concat</translation>
    </message>
    <message>
        <source>Four branches with four scales become one, and the quietest branch pays with its resolution.</source>
        <translation>四个分支的四个缩放因子变成一个，幅度最小的分支付出分辨率的代价。</translation>
    </message>
    <message>
        <source>Two operations pull at one producer</source>
        <translation>两个算子争用一个上游算子</translation>
    </message>
    <message>
        <source>Alignments that undo each other: the later one wins, and the earlier promise is broken.</source>
        <translation>相互撤销的对齐：后来者占先，先前的约定落空。</translation>
    </message>
    <message>
        <source>Residual blocks</source>
        <translation>残差块</translation>
    </message>
    <message>
        <source>A chain of additions passes one scale on from block to block: watch how far a change travels.</source>
        <translation>一串加法把同一个缩放因子逐块传下去：看看一个变化能走多远。</translation>
    </message>
    <message>
        <source>U-Net with skip connections</source>
        <translation>带跳跃连接的 U-Net</translation>
    </message>
    <message>
        <source>Resize and Concat meet: align one of them, then both, and compare what the edges cost.</source>
        <translation>Resize 与 Concat 相遇：先对齐其一，再对齐两者，比较各条边的代价。</translation>
    </message>
    <message>
        <source>MobileNetV2</source>
        <translation>MobileNetV2</translation>
    </message>
    <message>
        <source>A whole network: find its requantize edges, then sweep all combinations for a cheap way out.</source>
        <translation>完整的网络：找出重量化边，再遍历所有组合，找到代价最小的出路。</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ScenarioComparison</name>
    <message>
        <source>%1 compared with %2: %3.</source>
        <translation>%1 与 %2 对比：%3。</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ScenarioDialog</name>
    <message>
        <source>The model already contains this alignment. Keep the scenario to change it and to apply it to the model that it was made for.</source>
        <translation>模型已包含这一对齐。保留该方案即可修改它，并用于它所针对的模型。</translation>
    </message>
    <message>
        <source>Keep it as a scenario</source>
        <translation>保留为方案</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ScenarioPanel</name>
    <message>
        <source>Scenario</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Price of the scenario</source>
        <translation>方案的代价</translation>
    </message>
    <message>
        <source>Alignment of %1 operations</source>
        <translation>%1 算子的对齐</translation>
    </message>
    <message>
        <source>Off: a producer that has other consumers keeps its own scale, and a requantize edge appears. On: the producer and all of its consumers follow the aligned operation.</source>
        <translation>关：有其他下游的上游算子保留自己的缩放因子，于是出现重量化边。开：上游算子及其所有下游都跟随被对齐的算子。</translation>
    </message>
    <message>
        <source>force_overlap on</source>
        <translation>force_overlap 开</translation>
    </message>
    <message>
        <source>force_overlap off</source>
        <translation>force_overlap 关</translation>
    </message>
    <message numerus="yes">
        <source>%n operations</source>
        <translation>
            <numerusform>%n 个算子</numerusform>
        </translation>
    </message>
    <message>
        <source>Operations of the types %1 that can be aligned: all of their data inputs and outputs have parameters.</source>
        <translation>可对齐的 %1 类型算子：其数据输入和输出都有参数。</translation>
    </message>
    <message>
        <source>Not in this model: %1</source>
        <translation>此模型中没有：%1</translation>
    </message>
    <message>
        <source>Open a quantized model to choose how its scales are shared.</source>
        <translation>打开量化模型，选择如何共用缩放因子。</translation>
    </message>
    <message>
        <source>This model has no quantization parameters, so there is nothing to align. Open it together with its PPQ config.</source>
        <translation>此模型没有量化参数，无可对齐。请与其 PPQ 配置一起打开。</translation>
    </message>
    <message>
        <source>Point at a choice to see what it would do before you make it.</source>
        <translation>把指针移到某个选项上，先看看它会带来什么。</translation>
    </message>
    <message>
        <source>This</source>
        <translation>此操作</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>加载时</translation>
    </message>
    <message>
        <source>would be</source>
        <translation>将会是</translation>
    </message>
    <message>
        <source>No operation of this model can be aligned: none has parameters at all of its data inputs and outputs. Methods, overlap and presets change nothing here.</source>
        <translation>此模型没有可对齐的算子：没有一个算子的全部数据输入和输出都带有量化参数。方法、overlap 和预设在这里不起作用。</translation>
    </message>
    <message>
        <source>Canvas and price show &quot;%1&quot;. A choice here changes the scenario in force.</source>
        <translation>画布和代价显示的是“%1”。这里的选择改变的是当前方案。</translation>
    </message>
    <message>
        <source>%1: %2.
Requantize edges %3 → %4, worst loss %5 → %6 bits%7.</source>
        <translation>%1：%2。
重量化边 %3 → %4，最大损失 %5 → %6 位%7。</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ScenarioSwitcher</name>
    <message>
        <source>The kept scenario that is in force; * says that it was changed since</source>
        <translation>当前启用的已保留方案；* 表示之后有改动</translation>
    </message>
    <message>
        <source>Keep the scenario</source>
        <translation>保留方案</translation>
    </message>
    <message>
        <source>Not kept under a name</source>
        <translation>未命名保留</translation>
    </message>
    <message>
        <source>Scenario: %1</source>
        <translation>方案：%1</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ScenarioText</name>
    <message>
        <source>Strict</source>
        <translation>严格</translation>
    </message>
    <message>
        <source>nothing aligned</source>
        <translation>没有对齐</translation>
    </message>
    <message>
        <source>overlap on</source>
        <translation>overlap 开</translation>
    </message>
    <message>
        <source>overlap off</source>
        <translation>overlap 关</translation>
    </message>
    <message numerus="yes">
        <source>%n exceptions</source>
        <translation>
            <numerusform>%n 个例外</numerusform>
        </translation>
    </message>
    <message>
        <source>Engine: %1</source>
        <translation>引擎：%1</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Passive parameters (bias, Clip, Pad) stay as they are</source>
        <translation>被动参数（bias、Clip、Pad）保持不变</translation>
    </message>
    <message>
        <source>%1 bound to %2</source>
        <translation>%1 绑定到 %2</translation>
    </message>
    <message>
        <source>%1 pinned to scale %2, offset %3</source>
        <translation>%1 固定为 scale %2，offset %3</translation>
    </message>
    <message>
        <source>%1 to %2 left out of the overlap</source>
        <translation>%1 到 %2 不参与 overlap</translation>
    </message>
    <message>
        <source>%1: PPQ&apos;s manual attribute &quot;%2&quot;</source>
        <translation>%1：PPQ 的手动属性“%2”</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ScenariosModel</name>
    <message>
        <source>As loaded</source>
        <translation>加载时</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Current: %1</source>
        <translation>当前：%1</translation>
    </message>
    <message>
        <source>engine error</source>
        <translation>引擎错误</translation>
    </message>
    <message>
        <source>The engine stops here: %1</source>
        <translation>引擎在此停止：%1</translation>
    </message>
    <message>
        <source>The lowest of this column</source>
        <translation>该列中最低</translation>
    </message>
    <message>
        <source>%1, best</source>
        <translation>%1，最佳</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>严格</translation>
    </message>
    <message>
        <source>Overrides, bindings and pins of single operations and slots</source>
        <translation>单个算子和槽位的覆盖、绑定与固定</translation>
    </message>
    <message>
        <source>Edges whose two ends have different scales: the device must rescale there</source>
        <translation>两端 scale 不同的边：设备必须在此重新缩放</translation>
    </message>
    <message>
        <source>Elementwise operations and concats whose inputs differ</source>
        <translation>输入不一致的逐元素算子和 Concat</translation>
    </message>
    <message>
        <source>Most bits of resolution that a slot loses: log2(new scale / old scale)</source>
        <translation>单个槽位损失的最大分辨率位数：log2(新 scale / 旧 scale)</translation>
    </message>
    <message>
        <source>Bits of resolution that all slots lose together</source>
        <translation>所有槽位损失的分辨率位数之和</translation>
    </message>
    <message>
        <source>Alignments that a later operation undid</source>
        <translation>被后面的算子破坏的对齐</translation>
    </message>
    <message>
        <source>Model inputs / outputs whose scale changed: a contract with the caller</source>
        <translation>scale 改变的模型输入 / 输出：与调用方的约定</translation>
    </message>
    <message>
        <source>Slots of the largest group</source>
        <translation>最大组的槽位数</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>例外</translation>
    </message>
    <message>
        <source>Requantize</source>
        <translation>重量化</translation>
    </message>
    <message>
        <source>Misaligned</source>
        <translation>未对齐</translation>
    </message>
    <message>
        <source>Worst bits</source>
        <translation>最大位损失</translation>
    </message>
    <message>
        <source>Summed bits</source>
        <translation>总位损失</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>落空</translation>
    </message>
    <message>
        <source>In / out</source>
        <translation>输入 / 输出</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大组</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>The key that switches to the scenario, and its letter while several are compared</source>
        <translation>切换到该方案的按键；多方案对比时还有其字母</translation>
    </message>
    <message>
        <source>Tensors of which part of the loaded range is clipped</source>
        <translation>加载范围被部分截断的张量</translation>
    </message>
    <message>
        <source>Clipped</source>
        <translation>截断</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ScenariosPanel</name>
    <message>
        <source>Scenarios</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Switch to it</source>
        <translation>切换到它</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Compare on the canvas</source>
        <translation>在画布上比较</translation>
    </message>
    <message>
        <source>Keep...</source>
        <translation>保留...</translation>
    </message>
    <message>
        <source>Keep the scenario in force under a name (Ctrl+Shift+S)</source>
        <translation>给当前方案起名并保留（Ctrl+Shift+S）</translation>
    </message>
    <message>
        <source>Put the selected scenario in force (Return, or its key)</source>
        <translation>启用选中的方案（回车，或它的数字键）</translation>
    </message>
    <message>
        <source>Update with the scenario in force</source>
        <translation>用当前方案更新</translation>
    </message>
    <message>
        <source>The kept scenario becomes what is in force now</source>
        <translation>已保留的方案变为当前的内容</translation>
    </message>
    <message>
        <source>Alt+Up; the order is that of the keys 1 to 9</source>
        <translation>Alt+上；顺序即按键 1 到 9 的顺序</translation>
    </message>
    <message>
        <source>Alt+Down; the order is that of the keys 1 to 9</source>
        <translation>Alt+下；顺序即按键 1 到 9 的顺序</translation>
    </message>
    <message>
        <source>Del; undo brings it back</source>
        <translation>Del；可用撤销恢复</translation>
    </message>
    <message>
        <source>Add scenarios from a file...</source>
        <translation>从文件添加方案...</translation>
    </message>
    <message>
        <source>A scenario, a session, or a model that was exported with one</source>
        <translation>方案、会话，或带有方案的导出模型</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>没有打开模型</translation>
    </message>
    <message>
        <source>Scenarios that you keep under a name are compared here.</source>
        <translation>已命名保留的方案在这里比较。</translation>
    </message>
    <message>
        <source>No quantization parameters</source>
        <translation>没有量化参数</translation>
    </message>
    <message>
        <source>This is a float model. Open it together with its PPQ config.</source>
        <translation>这是浮点模型。请连同它的 PPQ 配置一起打开。</translation>
    </message>
    <message>
        <source>Back to the loaded state</source>
        <translation>回到加载时的状态</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>切换</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>%1: list them</source>
        <translation>%1：列出</translation>
    </message>
    <message>
        <source>No scenario is kept yet. Choose methods, then keep them under a name (Ctrl+Shift+S); the keys 1 to 9 switch between the kept ones, and several of them can be compared.</source>
        <translation>还没有保留的方案。选好方法后以一个名称保留（Ctrl+Shift+S）；按键 1 到 9 在保留的方案之间切换，也可以选多个进行对比。</translation>
    </message>
    <message>
        <source>Show what differs between the selected scenarios, two or more (Alt+Return)</source>
        <translation>显示所选的两个或多个方案之间的差异（Alt+Return）</translation>
    </message>
    <message>
        <source>Select two or more to compare them. ★ lowest of its column.</source>
        <translation>选择两个或更多方案进行对比。★ 为该列最低值。</translation>
    </message>
    <message>
        <source>At most %1 can be compared.</source>
        <translation>最多可对比 %1 个。</translation>
    </message>
    <message numerus="yes">
        <source>%n slots differ among %1: list them</source>
        <translation>
            <numerusform>%1 个方案之间有 %n 个槽位不同：列出</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scenarios were kept after this step of the history. They come back with those steps, or with the next choice.</source>
        <translation>
            <numerusform>在历史的这一步之后保留过 %n 个方案。重做那些步骤或作出下一个选择时，它们会回来。</numerusform>
        </translation>
    </message>
    <message>
        <source>Current</source>
        <translation>当前</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Scorecard</name>
    <message>
        <source>Scorecard</source>
        <translation>计分卡</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>加载时</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Requantize edges</source>
        <translation>重量化边</translation>
    </message>
    <message>
        <source>Edges with quantized slots at both ends whose effective scale or offset differ: the device must rescale there. F8 goes to the next one.</source>
        <translation>两端都是量化槽位、但有效缩放因子或偏移不同的边：设备必须在那里重新缩放。按 F8 转到下一条。</translation>
    </message>
    <message>
        <source>Misaligned operations</source>
        <translation>未对齐的算子</translation>
    </message>
    <message>
        <source>Elementwise and concat operations whose quantized data inputs do not have the same scale and offset.</source>
        <translation>量化的数据输入缩放因子或偏移不同的逐元素和 Concat 算子。</translation>
    </message>
    <message>
        <source>Split operations</source>
        <translation>分裂的算子</translation>
    </message>
    <message>
        <source>Passive operations (Reshape, MaxPool, ...) whose input and output have different parameters.</source>
        <translation>输入与输出参数不同的被动算子（Reshape、MaxPool 等）。</translation>
    </message>
    <message>
        <source>Broken promises</source>
        <translation>落空的约定</translation>
    </message>
    <message>
        <source>Operations with a slot that they bound to a master and whose effective parameters at the end differ from that master&apos;s.</source>
        <translation>把某个槽位绑定到主槽、但最终有效参数与该主槽不同的算子。</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Roots with at least two slots that are not parameters: slots that share one scale.</source>
        <translation>至少有两个非参数槽位的根：共用一个缩放因子的槽位。</translation>
    </message>
    <message>
        <source>Largest group</source>
        <translation>最大的组</translation>
    </message>
    <message>
        <source>Number of slots in the largest group.</source>
        <translation>最大组中的槽位数。</translation>
    </message>
    <message>
        <source>Changed slots</source>
        <translation>变化的槽位</translation>
    </message>
    <message>
        <source>Worst bits lost</source>
        <translation>最大损失位数</translation>
    </message>
    <message>
        <source>The largest log2(scale now / scale loaded) over all changed slots.</source>
        <translation>所有变化槽位中 log2(现在的缩放因子 / 加载时的缩放因子) 的最大值。</translation>
    </message>
    <message>
        <source>Summed bits lost</source>
        <translation>损失位数之和</translation>
    </message>
    <message>
        <source>The sum of log2(scale now / scale loaded) over all slots that lost resolution.</source>
        <translation>所有损失分辨率的槽位的 log2(现在的缩放因子 / 加载时的缩放因子) 之和。</translation>
    </message>
    <message>
        <source>Changed model inputs</source>
        <translation>变化的模型输入</translation>
    </message>
    <message>
        <source>Inputs of the model whose scale or offset changed: the caller must quantize its data differently.</source>
        <translation>缩放因子或偏移改变的模型输入：调用方必须以不同方式量化数据。</translation>
    </message>
    <message>
        <source>Changed model outputs</source>
        <translation>变化的模型输出</translation>
    </message>
    <message>
        <source>Outputs of the model whose scale or offset changed: the caller must read them differently.</source>
        <translation>缩放因子或偏移改变的模型输出：调用方必须以不同方式读取。</translation>
    </message>
    <message>
        <source>Slots whose effective scale or offset differs from the loaded model.</source>
        <translation>有效缩放因子或偏移与加载的模型不同的槽位。</translation>
    </message>
    <message>
        <source>Joined a group only</source>
        <translation>仅加入组</translation>
    </message>
    <message>
        <source>Slots that follow another master than in the loaded model, with the scale and offset that they had: no number changes there.</source>
        <translation>与加载的模型相比跟随另一主槽、但缩放因子和偏移不变的槽位：那里没有数字改变。</translation>
    </message>
    <message>
        <source>Clipped tensors</source>
        <translation>被截断的张量</translation>
    </message>
    <message>
        <source>%1: %2 %3, %4 %5</source>
        <translation>%1：%2 %3，%4 %5</translation>
    </message>
    <message>
        <source>%1 (%2 %)</source>
        <translation>%1（%2 %）</translation>
    </message>
    <message>
        <source>Tensors with a slot whose new range leaves out part of the loaded one, by at least a step: values beyond it saturate. Resolution gained there is no gain. In brackets the largest share of a range. The search term clipped finds them.</source>
        <translation>新范围至少有一步没有覆盖加载范围的张量：超出的值会饱和。那里得到的分辨率并不是收益。括号内为被截断范围的最大比例。用搜索词 clipped 可找到它们。</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::SearchBox</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Found operations</source>
        <translation>找到的算子</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n</source>
        <translation>
            <numerusform>第 %1 个，共 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Search: conv type:Add scale&gt;0.1</source>
        <translation>搜索：conv type:Add scale&gt;0.1</translation>
    </message>
    <message>
        <source>Search terms</source>
        <translation>搜索项</translation>
    </message>
    <message>
        <source>The terms that can be searched for (F1 in the field)</source>
        <translation>可以使用的搜索项（在搜索框中按 F1）</translation>
    </message>
    <message>
        <source>every word in the name, type or a tensor</source>
        <translation>每个词都出现在名称、类型或某个张量中</translation>
    </message>
    <message>
        <source>the whole of one; a regular expression</source>
        <translation>其中之一的全文；正则表达式</translation>
    </message>
    <message>
        <source>the type; a tensor&apos;s name</source>
        <translation>类型；张量名称</translation>
    </message>
    <message>
        <source>an attribute, with a value or any</source>
        <translation>属性，可带取值</translation>
    </message>
    <message>
        <source>a tensor&apos;s type or shape; one dimension</source>
        <translation>张量的类型或形状；某一维</translation>
    </message>
    <message>
        <source>numbers of a slot; bits lost</source>
        <translation>槽位的数值；损失位数</translation>
    </message>
    <message>
        <source>a slot&apos;s state; members of a group</source>
        <translation>槽位的状态；组的成员</translation>
    </message>
    <message>
        <source>inputs differ; in and out differ; promise undone</source>
        <translation>输入不一致；输入输出不一致；约定落空</translation>
    </message>
    <message>
        <source>how a slot is bound</source>
        <translation>槽位的绑定方式</translation>
    </message>
    <message>
        <source>only the state, not the word; not this</source>
        <translation>只匹配状态而不匹配该词；排除</translation>
    </message>
    <message>
        <source>Searching...</source>
        <translation>正在搜索...</translation>
    </message>
    <message>
        <source>Nothing found. Every term must hold.</source>
        <translation>没有找到。每个搜索项都必须满足。</translation>
    </message>
    <message numerus="yes">
        <source>%n found; Return goes to the next, Down into the list</source>
        <translation>
            <numerusform>找到 %n 个；回车到下一个，向下键进入列表</numerusform>
        </translation>
    </message>
    <message>
        <source>Tab completes: %1</source>
        <translation>Tab 补全：%1</translation>
    </message>
    <message>
        <source>Find operations (Ctrl+F) by words, types, attributes, shapes and quantization. The sign at its end lists the terms.</source>
        <translation>按词、类型、属性、形状和量化信息查找算子 (Ctrl+F)。末尾的图标列出可用的搜索项。</translation>
    </message>
    <message>
        <source>rescaled; of another scale; only in another group</source>
        <translation>重缩放；缩放因子改变；仅换了组</translation>
    </message>
    <message>
        <source>part of the loaded range no longer held</source>
        <translation>加载范围有一部分不再覆盖</translation>
    </message>
    <message>
        <source>Nothing found: %1 begins no search term. F1 lists them.</source>
        <translation>未找到：没有以 %1 开头的搜索项。按 F1 查看全部搜索项。</translation>
    </message>
    <message>
        <source>Nothing found: %1 is no search term.</source>
        <translation>未找到：%1 不是搜索项。</translation>
    </message>
    <message>
        <source>Search for %1 instead (Tab)</source>
        <translation>改为搜索 %1（Tab）</translation>
    </message>
    <message>
        <source>Search for %1 instead</source>
        <translation>改为搜索 %1</translation>
    </message>
    <message>
        <source>%1 is no search term, so it leaves nothing out.</source>
        <translation>%1 不是搜索项，因此没有排除任何内容。</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::SearchModel</name>
    <message>
        <source>name %1</source>
        <translation>名称 %1</translation>
    </message>
    <message>
        <source>tensor %1</source>
        <translation>张量 %1</translation>
    </message>
    <message>
        <source>stored as %1</source>
        <translation>存储为 %1</translation>
    </message>
    <message>
        <source>scale %1</source>
        <translation>缩放因子 %1</translation>
    </message>
    <message>
        <source>offset %1</source>
        <translation>偏移 %1</translation>
    </message>
    <message>
        <source>%1 bits lost</source>
        <translation>损失 %1 位</translation>
    </message>
    <message>
        <source>%1 bits wide</source>
        <translation>%1 位宽</translation>
    </message>
    <message>
        <source>requantized</source>
        <translation>重量化</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已变化</translation>
    </message>
    <message>
        <source>inputs on different scales</source>
        <translation>输入的缩放因子不同</translation>
    </message>
    <message>
        <source>input and output differ</source>
        <translation>输入与输出不一致</translation>
    </message>
    <message>
        <source>broken promise</source>
        <translation>约定落空</translation>
    </message>
    <message>
        <source>fused</source>
        <translation>已融合</translation>
    </message>
    <message>
        <source>aligned</source>
        <translation>已对齐</translation>
    </message>
    <message>
        <source>runs in float</source>
        <translation>以浮点运行</translation>
    </message>
    <message>
        <source>joined a group only</source>
        <translation>仅加入组</translation>
    </message>
    <message>
        <source>range clipped</source>
        <translation>范围被截断</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Session</name>
    <message>
        <source>Open the scenario %1</source>
        <translation>打开方案 %1</translation>
    </message>
    <message>
        <source>%1 belongs to a model: open it together with that.</source>
        <translation>%1 属于某个模型：请与该模型一起打开。</translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <translation>把 %1 设为 %2</translation>
    </message>
    <message>
        <source>Turn force_overlap on</source>
        <translation>打开 force_overlap</translation>
    </message>
    <message>
        <source>Turn force_overlap off</source>
        <translation>关闭 force_overlap</translation>
    </message>
    <message>
        <source>Apply preset %1</source>
        <translation>应用预设 %1</translation>
    </message>
    <message>
        <source>Use the %1 engine</source>
        <translation>使用 %1 引擎</translation>
    </message>
    <message>
        <source>Let %1 follow its family</source>
        <translation>让 %1 跟随其类别</translation>
    </message>
    <message>
        <source>No model is open.</source>
        <translation>没有打开模型。</translation>
    </message>
    <message>
        <source>The model was not read from a file.</source>
        <translation>模型不是从文件读取的。</translation>
    </message>
    <message>
        <source>The engine stopped with an error; there is no outcome to write.</source>
        <translation>引擎因错误停止；没有可写出的结果。</translation>
    </message>
    <message>
        <source>The model has no quantization parameters.</source>
        <translation>模型没有量化参数。</translation>
    </message>
    <message>
        <source>Scenario %1</source>
        <translation>方案 %1</translation>
    </message>
    <message>
        <source>A scenario needs a name.</source>
        <translation>方案需要一个名字。</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>名字太长。</translation>
    </message>
    <message>
        <source>There is a scenario &quot;%1&quot; already.</source>
        <translation>已有名为“%1”的方案。</translation>
    </message>
    <message>
        <source>Keep the scenario as %1</source>
        <translation>将方案保留为 %1</translation>
    </message>
    <message>
        <source>Update %1</source>
        <translation>更新 %1</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>切换到 %1</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>将 %1 重命名为 %2</translation>
    </message>
    <message>
        <source>Change the note of %1</source>
        <translation>修改 %1 的备注</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>复制 %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n scenarios</source>
        <translation>
            <numerusform>删除 %n 个方案</numerusform>
        </translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>Add scenarios from %1</source>
        <translation>从 %1 添加方案</translation>
    </message>
    <message>
        <source>Use the strict engine and bind %1 to %2</source>
        <translation>使用严格引擎并将 %1 绑定到 %2</translation>
    </message>
    <message>
        <source>Bind %1 to %2</source>
        <translation>将 %1 绑定到 %2</translation>
    </message>
    <message>
        <source>Release %1</source>
        <translation>解除 %1 的绑定</translation>
    </message>
    <message>
        <source>Use the strict engine and pin %1 to %2</source>
        <translation>使用严格引擎并将 %1 固定为 %2</translation>
    </message>
    <message>
        <source>Pin %1 to %2</source>
        <translation>将 %1 固定为 %2</translation>
    </message>
    <message>
        <source>Unpin %1</source>
        <translation>取消固定 %1</translation>
    </message>
    <message>
        <source>Use the strict engine and exclude the edge from %1 to %2</source>
        <translation>使用严格引擎并排除从 %1 到 %2 的边</translation>
    </message>
    <message>
        <source>Exclude the edge from %1 to %2</source>
        <translation>排除从 %1 到 %2 的边</translation>
    </message>
    <message>
        <source>Include the edge from %1 to %2 again</source>
        <translation>重新包含从 %1 到 %2 的边</translation>
    </message>
    <message>
        <source>Remove all edits by hand</source>
        <translation>移除所有手动编辑</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>加载时</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Turn the overlap of %1 %2</source>
        <translation>把 %1 的 overlap 设为%2</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::SessionDocument</name>
    <message numerus="yes">
        <source>The quantization config %1 of the session is not at %2 any more. Its %n scenarios are read; show where it is.</source>
        <translation>
            <numerusform>会话的量化配置 %1 已不在 %2。其中 %n 个方案已读入；请指出它的位置。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The model %1 of the session is not at %2 any more. Its %n scenarios are read; show where it is.</source>
        <translation>
            <numerusform>会话的模型 %1 已不在 %2。其中 %n 个方案已读入；请指出它的位置。</numerusform>
        </translation>
    </message>
    <message>
        <source>its operations and their connections</source>
        <translation>算子及其连接</translation>
    </message>
    <message>
        <source>its loaded scales and bindings</source>
        <translation>加载的 scale 与绑定</translation>
    </message>
    <message>
        <source>the size of its file (%1 then, %2 bytes now)</source>
        <translation>文件大小（当时 %1，现在 %2 字节）</translation>
    </message>
    <message>
        <source>%1 is not as it was when this session was saved. What differs: %2.</source>
        <translation>%1 与保存此会话时不同。差别：%2。</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::ShortcutSheet</name>
    <message>
        <source>No key has these words.</source>
        <translation>没有按键包含这些词。</translation>
    </message>
    <message>
        <source>Navigate</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Scenarios and comparison</source>
        <translation>方案与比较</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>File and help</source>
        <translation>文件与帮助</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>Walk along the edges of the canvas</source>
        <translation>沿画布上的边移动</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Fit the graph</source>
        <translation>显示整张图</translation>
    </message>
    <message>
        <source>Wheel, drag</source>
        <translation>滚轮、拖动</translation>
    </message>
    <message>
        <source>Scroll, move the canvas</source>
        <translation>滚动、移动画布</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>中键拖动</translation>
    </message>
    <message>
        <source>Move the canvas, from anywhere</source>
        <translation>在任意位置移动画布</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+滚轮</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>以指针为中心缩放</translation>
    </message>
    <message>
        <source>Ctrl+drag</source>
        <translation>Ctrl+拖动</translation>
    </message>
    <message>
        <source>Zoom to a rectangle</source>
        <translation>放大到矩形区域</translation>
    </message>
    <message>
        <source>Shift+Up, Shift+Down</source>
        <translation>Shift+↑、Shift+↓</translation>
    </message>
    <message>
        <source>Zoom in, zoom out</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>Mouse buttons 4, 5</source>
        <translation>鼠标按键 4、5</translation>
    </message>
    <message>
        <source>Back, forward</source>
        <translation>后退、前进</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>单击</translation>
    </message>
    <message>
        <source>Select a box, slot, group label, edge or badge</source>
        <translation>选择方框、槽位、组标签、边或徽标</translation>
    </message>
    <message>
        <source>Ctrl+click</source>
        <translation>Ctrl+单击</translation>
    </message>
    <message>
        <source>A second slot beside the selected one</source>
        <translation>在所选槽位之外再选一个</translation>
    </message>
    <message>
        <source>Drag from slot to slot</source>
        <translation>从槽位拖到槽位</translation>
    </message>
    <message>
        <source>Bind the first to the second by hand</source>
        <translation>手动将前者绑定到后者</translation>
    </message>
    <message>
        <source>Switch to a kept scenario</source>
        <translation>切换到已保留的方案</translation>
    </message>
    <message>
        <source>Enter, Shift+Enter</source>
        <translation>Enter、Shift+Enter</translation>
    </message>
    <message>
        <source>In the search: next, previous hit</source>
        <translation>搜索中：下一个、上一个结果</translation>
    </message>
    <message>
        <source>Down, Tab, F1</source>
        <translation>↓、Tab、F1</translation>
    </message>
    <message>
        <source>In the search: into the list, complete, terms</source>
        <translation>搜索中：进入列表、补全、搜索项</translation>
    </message>
    <message>
        <source>Double click, Alt+double click</source>
        <translation>双击、Alt+双击</translation>
    </message>
    <message>
        <source>Open a collapsed block, with all in it</source>
        <translation>展开折叠的块，以及其中全部内容</translation>
    </message>
    <message>
        <source>Open a recent model</source>
        <translation>打开最近的模型</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::SlotTableModel</name>
    <message>
        <source>bits lost = log2(scale now / scale loaded); negative: gained</source>
        <translation>损失位数 = log2(现在的缩放因子 / 加载时的缩放因子)；负数表示增加</translation>
    </message>
    <message>
        <source>Effective scale: that of the slot&apos;s master, in real units per step</source>
        <translation>有效缩放因子：槽位的主槽的缩放因子，以每步实数值计</translation>
    </message>
    <message>
        <source>Effective offset in steps: real = (q - offset) x scale</source>
        <translation>有效偏移（步数）：实数 = (q - 偏移) × 缩放因子</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>槽位</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Master</source>
        <translation>主槽</translation>
    </message>
    <message>
        <source>Scale loaded</source>
        <translation>加载时缩放因子</translation>
    </message>
    <message>
        <source>Scale now</source>
        <translation>现在缩放因子</translation>
    </message>
    <message>
        <source>Offset now</source>
        <translation>现在偏移</translation>
    </message>
    <message>
        <source>Bits lost</source>
        <translation>损失位数</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::SlotsPanel</name>
    <message>
        <source>Slots</source>
        <translation>槽位</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>没有打开模型</translation>
    </message>
    <message>
        <source>Every place where an operation may quantize appears here.</source>
        <translation>算子可能量化的每个位置都列在这里。</translation>
    </message>
    <message>
        <source>No quantization parameters</source>
        <translation>没有量化参数</translation>
    </message>
    <message>
        <source>This is a float model. Open it together with its PPQ config.</source>
        <translation>这是浮点模型。请与其 PPQ 配置一起打开。</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::StatusLine</name>
    <message>
        <source>Go to the next requantize edge (F8)</source>
        <translation>转到下一条重量化边 (F8)</translation>
    </message>
    <message>
        <source>Keep the layout that is there</source>
        <translation>保留已有的布局</translation>
    </message>
    <message>
        <source>Cancel the layout</source>
        <translation>取消布局</translation>
    </message>
    <message numerus="yes">
        <source>%n operations</source>
        <translation>
            <numerusform>%n 个算子</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slots</source>
        <translation>
            <numerusform>%n 个槽位</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requantize edges</source>
        <translation>
            <numerusform>%n 条重量化边</numerusform>
        </translation>
    </message>
    <message>
        <source>Laying out...</source>
        <translation>正在布局...</translation>
    </message>
    <message>
        <source>Improving the layout...</source>
        <translation>正在改进布局...</translation>
    </message>
    <message>
        <source>Best layout</source>
        <translation>最佳布局</translation>
    </message>
    <message>
        <source>Fast layout</source>
        <translation>快速布局</translation>
    </message>
    <message>
        <source>No layout: %1</source>
        <translation>没有布局：%1</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::StepWords</name>
    <message>
        <source>Before the first of %1 steps: the loaded state.</source>
        <translation>共 %1 步，第一步之前：加载时的状态。</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
    <message>
        <source>Steps of %1 begin</source>
        <translation>%1 的步骤开始</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1 变化</translation>
    </message>
    <message numerus="yes">
        <source>A group gets more than %n slots</source>
        <translation>
            <numerusform>某组的槽位多于 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>A promise breaks</source>
        <translation>约定落空</translation>
    </message>
    <message>
        <source>the steps of %1 begin</source>
        <translation>%1 的步骤开始</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 变化了</translation>
    </message>
    <message numerus="yes">
        <source>the group of %1 grew to %n slots</source>
        <translation>
            <numerusform>%1 的组增至 %n 个槽位</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 no longer has what %2 bound it to</source>
        <translation>%1 不再与 %2 为其绑定的主槽一致</translation>
    </message>
    <message>
        <source>scale %1</source>
        <translation>缩放因子 %1</translation>
    </message>
    <message>
        <source>offset %1</source>
        <translation>偏移 %1</translation>
    </message>
    <message>
        <source>master %1</source>
        <translation>主槽 %1</translation>
    </message>
    <message>
        <source>no master</source>
        <translation>无主槽</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Stepper</name>
    <message>
        <source>loaded</source>
        <translation>加载时</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::StepsModel</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>槽位</translation>
    </message>
    <message>
        <source>Master</source>
        <translation>主槽</translation>
    </message>
    <message>
        <source>Scale before</source>
        <translation>之前缩放因子</translation>
    </message>
    <message>
        <source>Scale after</source>
        <translation>之后缩放因子</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The current step</source>
        <translation>当前步骤</translation>
    </message>
    <message>
        <source>Breakpoint: %1</source>
        <translation>断点：%1</translation>
    </message>
    <message>
        <source>Broken promise: %1</source>
        <translation>约定落空：%1</translation>
    </message>
    <message>
        <source>Click to halt where the steps of this operation begin (Space)</source>
        <translation>单击以在此算子的步骤开始处停下（空格键）</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::StepsPanel</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>No quantization parameters</source>
        <translation>没有量化参数</translation>
    </message>
    <message>
        <source>This is a float model. Open it together with its PPQ config.</source>
        <translation>这是浮点模型。请与其 PPQ 配置一起打开。</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>没有打开模型</translation>
    </message>
    <message>
        <source>What the engine does, in order, appears here.</source>
        <translation>引擎依次所做的事显示在这里。</translation>
    </message>
    <message>
        <source>The engine has nothing to do</source>
        <translation>引擎无事可做</translation>
    </message>
    <message>
        <source>Choose a method or a preset; each step it takes is listed here.</source>
        <translation>选择一种方法或预设；它的每一步都列在这里。</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>到开头</translation>
    </message>
    <message>
        <source>Previous breakpoint</source>
        <translation>上一个断点</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Next breakpoint</source>
        <translation>下一个断点</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>到末尾</translation>
    </message>
    <message>
        <source>Step of the pass</source>
        <translation>对齐过程的步骤</translation>
    </message>
    <message>
        <source>Speed of play</source>
        <translation>播放速度</translation>
    </message>
    <message>
        <source>Steps a second while it plays</source>
        <translation>播放时每秒步数</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>Move the canvas to each step</source>
        <translation>画布跟随每一步</translation>
    </message>
    <message>
        <source>Breakpoints...</source>
        <translation>断点...</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message numerus="yes">
        <source>The outcome, after all of its %n steps. Press ] to walk through them.</source>
        <translation>
            <numerusform>全部 %n 步之后的结果。按 ] 逐步查看。</numerusform>
        </translation>
    </message>
    <message>
        <source>Halt: %1. %2</source>
        <translation>停下：%1。%2</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::SweepModel</name>
    <message>
        <source>The engine stops here: %1</source>
        <translation>引擎在此停止：%1</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>Requantize</source>
        <translation>重量化</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Misaligned</source>
        <translation>未对齐</translation>
    </message>
    <message>
        <source>Worst bits</source>
        <translation>最大位损失</translation>
    </message>
    <message>
        <source>Summed bits</source>
        <translation>位损失之和</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>落空</translation>
    </message>
    <message>
        <source>Fewest requantize edges and misaligned operations, at the least loss</source>
        <translation>重量化边和未对齐的算子最少，且损失最小</translation>
    </message>
    <message>
        <source>Least loss with no misaligned operation</source>
        <translation>没有未对齐算子时损失最小</translation>
    </message>
    <message>
        <source>No other is better in one and not worse in the other</source>
        <translation>没有其他组合在一项上更好而另一项不更差</translation>
    </message>
    <message>
        <source>★ a best one, ◇ none is better in both edges and loss</source>
        <translation>★ 最佳组合，◇ 没有其他组合在边数和损失上都更好</translation>
    </message>
    <message>
        <source>Edges at which the device must rescale</source>
        <translation>设备必须重新缩放的边</translation>
    </message>
    <message>
        <source>Operations whose inputs disagree</source>
        <translation>输入不一致的算子</translation>
    </message>
    <message>
        <source>log2(new scale / loaded scale) of each tensor, added up; gains do not count</source>
        <translation>对各张量的 log2(新缩放因子 / 加载时的缩放因子) 求和；增益不计入</translation>
    </message>
    <message>
        <source>The largest log2(new scale / loaded scale) of a tensor</source>
        <translation>单个张量 log2(新缩放因子 / 加载时的缩放因子) 的最大值</translation>
    </message>
    <message>
        <source>Passive operations whose input and output disagree</source>
        <translation>输入与输出不一致的被动算子</translation>
    </message>
    <message>
        <source>Alignments that a later operation undid</source>
        <translation>被后续算子撤销的对齐</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分裂</translation>
    </message>
    <message>
        <source>Least loss with no requantize edge</source>
        <translation>无重量化边时损失最小</translation>
    </message>
    <message>
        <source>Tensors of which part of the loaded range would be clipped</source>
        <translation>加载范围会被部分截断的张量</translation>
    </message>
    <message>
        <source>Clipped</source>
        <translation>截断</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::SweepPanel</name>
    <message>
        <source>Sweep</source>
        <translation>遍历</translation>
    </message>
    <message>
        <source>Adopt %1</source>
        <translation>采用 %1</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>没有打开模型</translation>
    </message>
    <message>
        <source>Every combination of methods, with its price, appears here.</source>
        <translation>所有方法组合及其代价显示在这里。</translation>
    </message>
    <message>
        <source>No quantization parameters</source>
        <translation>没有量化参数</translation>
    </message>
    <message>
        <source>This is a float model. Open it together with its PPQ config.</source>
        <translation>这是浮点模型。请与其 PPQ 配置一起打开。</translation>
    </message>
    <message>
        <source>Trying every combination: %1 %</source>
        <translation>正在尝试所有组合：%1 %</translation>
    </message>
    <message>
        <source>You can go on working meanwhile.</source>
        <translation>其间可以继续工作。</translation>
    </message>
    <message>
        <source>Nothing to sweep</source>
        <translation>没有可遍历的</translation>
    </message>
    <message>
        <source>The model has no operation that can be aligned.</source>
        <translation>模型中没有可对齐的算子。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Compare with the scenario</source>
        <translation>与当前方案比较</translation>
    </message>
    <message>
        <source>Summed loss</source>
        <translation>损失之和</translation>
    </message>
    <message>
        <source>Loss is the bits lost by all tensors together</source>
        <translation>损失指所有张量损失位数之和</translation>
    </message>
    <message>
        <source>Worst loss</source>
        <translation>最大损失</translation>
    </message>
    <message>
        <source>Loss is the bits lost by the tensor that loses most</source>
        <translation>损失指损失最大的张量的损失位数</translation>
    </message>
    <message>
        <source>What %1 would change against the scenario</source>
        <translation>“%1”相对当前方案会改变什么</translation>
    </message>
    <message>
        <source>Least loss with no misaligned operation</source>
        <translation>没有未对齐算子时损失最小</translation>
    </message>
    <message numerus="yes">
        <source>Your %n exceptions and edits by hand stay when a combination is adopted, and are part of these prices.</source>
        <translation>
            <numerusform>采用组合时保留您的 %n 个例外和手工设置，它们已计入这些代价。</numerusform>
        </translation>
    </message>
    <message>
        <source>: %1 edges, %2 misaligned, %3 bits (worst %4)</source>
        <translation>：%1 条重量化边，%2 个未对齐，损失 %3 位（最大 %4）</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>No requantize edge</source>
        <translation>无重量化边</translation>
    </message>
    <message>
        <source>No misaligned operation</source>
        <translation>无未对齐算子</translation>
    </message>
    <message>
        <source>Least loss with no requantize edge</source>
        <translation>无重量化边时损失最小</translation>
    </message>
    <message>
        <source>Fewest requantize edges and misaligned operations, at the least loss</source>
        <translation>重量化边和未对齐的算子最少，且损失最小</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>would be</source>
        <translation>将会是</translation>
    </message>
    <message numerus="yes">
        <source>%n clipped</source>
        <translation>
            <numerusform>%n 个被截断</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::SweepPlot</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>requantize edges + misaligned operations →</source>
        <translation>重量化边 + 未对齐算子 →</translation>
    </message>
    <message>
        <source>worst bits lost →</source>
        <translation>最大损失位数 →</translation>
    </message>
    <message>
        <source>Requantize edges and misaligned operations against bits lost, one point a combination</source>
        <translation>重量化边和未对齐的算子与损失位数的关系，每个点是一种组合</translation>
    </message>
    <message>
        <source>%1: %2 requantize edges, %3 misaligned operations, summed bits lost %4, worst %5</source>
        <translation>%1：%2 条重量化边，%3 个未对齐的算子，损失位数之和 %4，最大 %5</translation>
    </message>
    <message>
        <source>The scenario in force is one of these</source>
        <translation>当前方案是其中之一</translation>
    </message>
    <message>
        <source>No other is better in one and not worse in the other</source>
        <translation>没有其他组合在一项上更好而另一项不更差</translation>
    </message>
    <message>
        <source>summed bits lost →</source>
        <translation>损失位数之和 →</translation>
    </message>
    <message>
        <source>best trade-offs</source>
        <translation>最佳折中</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>edges + misaligned →</source>
        <translation>边 + 未对齐 →</translation>
    </message>
    <message>
        <source>bits lost →</source>
        <translation>损失位数 →</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::TablePanel</name>
    <message>
        <source>Filter of %1</source>
        <translation>%1的筛选</translation>
    </message>
    <message>
        <source>Filter: every word must occur</source>
        <translation>筛选：每个词都必须出现</translation>
    </message>
    <message>
        <source>Copy the rows with exact numbers, to paste into a table or an issue</source>
        <translation>复制各行的精确数字，便于粘贴到表格或问题报告</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制%1</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n rows</source>
        <translation>
            <numerusform>%1 行，共 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Original order</source>
        <translation>原始顺序</translation>
    </message>
    <message>
        <source>searching: %1 %</source>
        <translation>正在查找：%1 %</translation>
    </message>
    <message numerus="yes">
        <source>Copied the first %n rows. Select others to copy them.</source>
        <translation>
            <numerusform>已复制前 %n 行。选中其他行即可复制它们。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alignscope::ui::TableTabs</name>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::VariantsModel</name>
    <message>
        <source>%1: effective scale, and the offset where it is not 0</source>
        <translation>%1：有效 scale，以及不为 0 的 offset</translation>
    </message>
    <message>
        <source>Scenarios between two signs agree in scale and offset</source>
        <translation>两条竖线之间的方案 scale 与 offset 一致</translation>
    </message>
    <message>
        <source>Largest scale / smallest scale</source>
        <translation>最大 scale / 最小 scale</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>槽位</translation>
    </message>
    <message>
        <source>Who agrees</source>
        <translation>一致情况</translation>
    </message>
    <message>
        <source>Apart</source>
        <translation>相差</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::VariantsPanel</name>
    <message>
        <source>Compared scenarios</source>
        <translation>对比的方案</translation>
    </message>
    <message>
        <source>Back to the scenarios</source>
        <translation>返回方案列表</translation>
    </message>
    <message>
        <source>No slot differs</source>
        <translation>没有不同的槽位</translation>
    </message>
    <message>
        <source>The compared scenarios give every slot the same scale and offset.</source>
        <translation>所对比的方案给每个槽位相同的 scale 和 offset。</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::WatchesModel</name>
    <message>
        <source>not in this model</source>
        <translation>此模型中没有</translation>
    </message>
    <message>
        <source>as loaded</source>
        <translation>与加载时相同</translation>
    </message>
    <message>
        <source>now, step %1</source>
        <translation>现在，第 %1 步</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>自身</translation>
    </message>
    <message>
        <source>%1: no step changes it</source>
        <translation>%1：没有步骤改变它</translation>
    </message>
    <message>
        <source>%1: changed by the steps %2</source>
        <translation>%1：被这些步骤改变：%2</translation>
    </message>
    <message>
        <source>What was another before its latest change</source>
        <translation>最近一次变化之前不同的部分</translation>
    </message>
    <message>
        <source>Watched slot</source>
        <translation>监视的槽位</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放因子</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>Master</source>
        <translation>主槽</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::WatchesView</name>
    <message>
        <source>Select a slot on the canvas and add it, or choose “Watch this slot” in its menu.</source>
        <translation>在画布上选择槽位后添加，或在其菜单中选“监视此槽位”。</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>监视</translation>
    </message>
    <message>
        <source>Watch the selected slot (Shift+W)</source>
        <translation>监视所选槽位（Shift+W）</translation>
    </message>
    <message>
        <source>Watch the selected slot</source>
        <translation>监视所选槽位</translation>
    </message>
    <message>
        <source>Watched slots</source>
        <translation>监视的槽位</translation>
    </message>
    <message>
        <source>Go to its next change</source>
        <translation>到它的下一次变化</translation>
    </message>
    <message>
        <source>Go to its previous change</source>
        <translation>到它的上一次变化</translation>
    </message>
    <message>
        <source>Halt when it changes</source>
        <translation>它变化时停下</translation>
    </message>
    <message>
        <source>Select the slot</source>
        <translation>选择该槽位</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>See which quantization scales of a network are shared, why, and what each way of sharing them costs.</source>
        <translation>看清网络中哪些量化缩放因子是共用的、为什么，以及每种共用方式的代价。</translation>
    </message>
    <message>
        <source>Open a model...</source>
        <translation>打开模型...</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>or drop an ONNX model anywhere in this window, together with its PPQ config (JSON) if it has one.</source>
        <translation>或把 ONNX 模型拖到此窗口的任意位置；如果有 PPQ 配置（JSON），请一并拖入。</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Learn from a sample</source>
        <translation>从示例学习</translation>
    </message>
</context>
<context>
    <name>alignscope::ui::Words</name>
    <message numerus="yes">
        <source>%1 (%n channels)</source>
        <translation>
            <numerusform>%1（%n 个通道）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2 (%n channels)</source>
        <translation>
            <numerusform>%1 到 %2（%n 个通道）</numerusform>
        </translation>
    </message>
    <message>
        <source>elementwise</source>
        <translation>逐元素</translation>
    </message>
    <message>
        <source>concat</source>
        <translation>Concat</translation>
    </message>
    <message>
        <source>pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>resize</source>
        <translation>Resize</translation>
    </message>
    <message>
        <source>Elementwise</source>
        <translation>逐元素</translation>
    </message>
    <message>
        <source>Concat</source>
        <translation>Concat</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>Resize</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>None: %1 operations keep the scales they were loaded with.</source>
        <translation>无：%1 算子保留加载时的缩放因子。</translation>
    </message>
    <message>
        <source>Large: all inputs of an operation share one scale that holds the largest of their ranges. The output keeps its own.</source>
        <translation>大：一个算子的所有输入共用一个缩放因子，足以容纳其中最大的范围。输出保留自己的。</translation>
    </message>
    <message>
        <source>Output: the inputs of an operation take the scale and offset of its output.</source>
        <translation>输出：一个算子的输入采用其输出的缩放因子和偏移。</translation>
    </message>
    <message>
        <source>Input: the output of an operation takes the scale and offset of its input.</source>
        <translation>输入：一个算子的输出采用其输入的缩放因子和偏移。</translation>
    </message>
    <message>
        <source>initial</source>
        <translation>初始</translation>
    </message>
    <message>
        <source>baked</source>
        <translation>已固化</translation>
    </message>
    <message>
        <source>fused</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>activated</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>aligned</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>passive, no scale yet</source>
        <translation>被动，尚无缩放因子</translation>
    </message>
    <message>
        <source>aligned, baked</source>
        <translation>对齐，已固化</translation>
    </message>
    <message>
        <source>FP32</source>
        <translation>FP32</translation>
    </message>
    <message>
        <source>shape or index</source>
        <translation>形状或索引</translation>
    </message>
    <message>
        <source>dequantized</source>
        <translation>已反量化</translation>
    </message>
    <message>
        <source>deactivated</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>INITIAL: not calibrated yet.</source>
        <translation>INITIAL：尚未校准。</translation>
    </message>
    <message>
        <source>BAKED: the parameter&apos;s values are already quantized.</source>
        <translation>BAKED：参数的值已经量化。</translation>
    </message>
    <message>
        <source>OVERLAPPED: fused; not quantized on its own, it follows its master.</source>
        <translation>OVERLAPPED：已融合；不单独量化，跟随主槽。</translation>
    </message>
    <message>
        <source>ACTIVATED: quantized with its own scale and offset.</source>
        <translation>ACTIVATED：以自己的缩放因子和偏移量化。</translation>
    </message>
    <message>
        <source>PASSIVE: quantized with the scale and offset of its master.</source>
        <translation>PASSIVE：以主槽的缩放因子和偏移量化。</translation>
    </message>
    <message>
        <source>PASSIVE_INIT: will follow a master that has no scale yet.</source>
        <translation>PASSIVE_INIT：将跟随一个尚无缩放因子的主槽。</translation>
    </message>
    <message>
        <source>PASSIVE_BAKED: follows a master, values already quantized.</source>
        <translation>PASSIVE_BAKED：跟随主槽，值已经量化。</translation>
    </message>
    <message>
        <source>FP32: not quantized.</source>
        <translation>FP32：未量化。</translation>
    </message>
    <message>
        <source>SOI: carries shapes or indices, never quantized.</source>
        <translation>SOI：承载形状或索引，从不量化。</translation>
    </message>
    <message>
        <source>DEQUANTIZED: quantization is switched off.</source>
        <translation>DEQUANTIZED：量化已关闭。</translation>
    </message>
    <message>
        <source>DEACTIVED: quantization is switched off.</source>
        <translation>DEACTIVED：量化已关闭。</translation>
    </message>
    <message>
        <source>new range</source>
        <translation>新范围</translation>
    </message>
    <message>
        <source>bind</source>
        <translation>绑定</translation>
    </message>
    <message>
        <source>carry to producer</source>
        <translation>传给上游</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>recompute</source>
        <translation>重新计算</translation>
    </message>
    <message>
        <source>join</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>refuse</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>common range</source>
        <translation>共同范围</translation>
    </message>
    <message>
        <source>pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>the slot is not quantized</source>
        <translation>该槽位未量化</translation>
    </message>
    <message>
        <source>the slot is quantized to floating point</source>
        <translation>该槽位量化为浮点</translation>
    </message>
    <message>
        <source>PPQ lets the last input decide for all, and it is not quantized</source>
        <translation>PPQ 让最后一个输入决定全部，而它未量化</translation>
    </message>
    <message>
        <source>the producer has other consumers and force_overlap is off</source>
        <translation>上游算子有其他下游，且 force_overlap 关闭</translation>
    </message>
    <message>
        <source>bias scale = input scale x weight scale</source>
        <translation>偏置缩放因子 = 输入缩放因子 × 权重缩放因子</translation>
    </message>
    <message>
        <source>the slot is quantized per channel</source>
        <translation>该槽位逐通道量化</translation>
    </message>
    <message>
        <source>the slot has no known parameters</source>
        <translation>该槽位没有已知参数</translation>
    </message>
    <message>
        <source>its bits, range or policy differ from the reference slot&apos;s</source>
        <translation>其位数、范围或策略与参考槽位不同</translation>
    </message>
    <message>
        <source>fewer than two slots are left to align</source>
        <translation>剩下可对齐的槽位不足两个</translation>
    </message>
    <message>
        <source>the edge is excluded</source>
        <translation>该边被排除</translation>
    </message>
    <message>
        <source>the producer had other parameters when loaded</source>
        <translation>上游算子加载时参数不同</translation>
    </message>
    <message>
        <source>two different pins meet in one set</source>
        <translation>两个不同的固定值在一个集合中相遇</translation>
    </message>
    <message>
        <source>takes the parameters of the operation&apos;s first input</source>
        <translation>采用算子第一个输入的参数</translation>
    </message>
    <message>
        <source>compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>normalization</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>quantize</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>常量</translation>
    </message>
    <message>
        <source>control flow</source>
        <translation>控制流</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>none (float model)</source>
        <translation>无（浮点模型）</translation>
    </message>
    <message>
        <source>QuantizeLinear / DequantizeLinear nodes</source>
        <translation>QuantizeLinear / DequantizeLinear 节点</translation>
    </message>
    <message>
        <source>PPQ quantization config</source>
        <translation>PPQ 量化配置</translation>
    </message>
    <message>
        <source>Alignscope table</source>
        <translation>Alignscope 表</translation>
    </message>
    <message>
        <source>symmetric</source>
        <translation>对称</translation>
    </message>
    <message>
        <source>asymmetric</source>
        <translation>非对称</translation>
    </message>
    <message>
        <source>power of two</source>
        <translation>二的幂</translation>
    </message>
    <message>
        <source>floating point</source>
        <translation>浮点</translation>
    </message>
    <message>
        <source>dynamic</source>
        <translation>动态</translation>
    </message>
    <message>
        <source>per channel</source>
        <translation>逐通道</translation>
    </message>
    <message>
        <source>per tensor</source>
        <translation>逐张量</translation>
    </message>
    <message>
        <source>The engine stopped with %1: %2</source>
        <translation>引擎因 %1 停止：%2</translation>
    </message>
    <message>
        <source>The engine stopped at %1 with %2: %3</source>
        <translation>引擎在 %1 处因 %2 停止：%3</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 位</translation>
    </message>
    <message>
        <source>scalar</source>
        <translation>标量</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>输入 %1</translation>
    </message>
    <message>
        <source>out %1</source>
        <translation>输出 %1</translation>
    </message>
    <message>
        <source>%1 input %2</source>
        <translation>%1 输入 %2</translation>
    </message>
    <message>
        <source>%1 output %2</source>
        <translation>%1 输出 %2</translation>
    </message>
    <message>
        <source>Block %1 of %2</source>
        <translation>块 %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s): %1</source>
        <translation>
            <numerusform>%n 个算子：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) with inputs on different scales</source>
        <translation>
            <numerusform>%n 个算子的输入缩放因子不同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requantize edge(s)</source>
        <translation>
            <numerusform>%n 条重量化边</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passive operation(s) whose input and output differ</source>
        <translation>
            <numerusform>%n 个被动算子的输入与输出不一致</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n broken promise(s)</source>
        <translation>
            <numerusform>%n 个约定落空</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed operation(s)</source>
        <translation>
            <numerusform>%n 个算子发生变化</numerusform>
        </translation>
    </message>
    <message>
        <source>at worst %1</source>
        <translation>最差 %1</translation>
    </message>
    <message>
        <source>the PPQ engine knows no bindings, pins and excluded edges</source>
        <translation>PPQ 引擎没有绑定、固定值和排除的边</translation>
    </message>
    <message>
        <source>weights and biases keep their own scale</source>
        <translation>权重和偏置保持自己的缩放因子</translation>
    </message>
    <message>
        <source>a slot cannot be its own master</source>
        <translation>槽位不能是自己的主槽</translation>
    </message>
    <message>
        <source>the master follows the slot by hand already</source>
        <translation>主槽已经手动跟随该槽位</translation>
    </message>
    <message>
        <source>the scale is no positive float32</source>
        <translation>缩放因子不是正的 float32</translation>
    </message>
    <message>
        <source>the slot allows powers of two only</source>
        <translation>该槽位只允许 2 的幂</translation>
    </message>
    <message>
        <source>the slot does not allow the offset</source>
        <translation>该槽位不允许此偏移</translation>
    </message>
    <message>
        <source>there is no such edge between quantized slots</source>
        <translation>量化槽位之间没有这样的边</translation>
    </message>
    <message>
        <source>the edge leads into an operation that cannot be aligned</source>
        <translation>该边通向不能对齐的算子</translation>
    </message>
    <message>
        <source>the edge leads into an operation that is not aligned</source>
        <translation>该边通向没有对齐的算子</translation>
    </message>
    <message>
        <source>the edge leads into an operation that is aligned to its input</source>
        <translation>该边通向对齐到输入的算子</translation>
    </message>
    <message numerus="yes">
        <source>%n slot(s) change</source>
        <translation>
            <numerusform>%n 个槽位变化</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only join(s) a group</source>
        <translation>
            <numerusform>%n 个仅加入组</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no scale changes, %n slot(s) only join a group</source>
        <translation>
            <numerusform>缩放因子不变，%n 个槽位仅加入组</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing changes</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>joined only</source>
        <translation>仅入组</translation>
    </message>
    <message>
        <source>clips %1 %</source>
        <translation>截断 %1 %</translation>
    </message>
    <message>
        <source>, clipped tensors %1 → %2</source>
        <translation>，截断的张量 %1 → %2</translation>
    </message>
</context>
</TS>
