// SPDX-License-Identifier: Apache-2.0
#include "ui/window/export_dialog.h"

#include "core/base/numbers.h"
#include "core/report/scenario_source.h"
#include "ui/panels/blocks.h"
#include "ui/panels/segmented_control.h"
#include "ui/session/session.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

QStringList reportLines(const ExportReport& report)
{
    const auto count = [](std::uint64_t value) { return static_cast<int>(std::min<std::uint64_t>(value, 2'000'000'000)); };
    QStringList lines;
    lines << ExportDialog::tr("Saved and proven: %n slots compared after reading the file again, all equal.", nullptr, count(report.provenSlots));
    if (report.byteIdentical) lines << ExportDialog::tr("Nothing was aligned: the file has the same bytes as the opened one.");
    if (report.changedScales > 0) lines << ExportDialog::tr("%n scales and zero points rewritten.", nullptr, count(report.changedScales));
    if (report.insertedPairs > 0) lines << ExportDialog::tr("%n Q/DQ pairs inserted.", nullptr, count(report.insertedPairs));
    if (report.removedPairs > 0) lines << ExportDialog::tr("%n Q/DQ pairs removed.", nullptr, count(report.removedPairs));
    if (report.splitInitializers > 0) lines << ExportDialog::tr("%n shared scales separated.", nullptr, count(report.splitInitializers));
    if (report.requantizedBiases > 0) lines << ExportDialog::tr("%n biases follow the new product of scales.", nullptr, count(report.requantizedBiases));
    if (report.requantizedConstants > 0) lines << ExportDialog::tr("%n constant operands quantized anew.", nullptr, count(report.requantizedConstants));
    if (report.quantizedConstants > 0) lines << ExportDialog::tr("%n constants of the float model quantized.", nullptr, count(report.quantizedConstants));
    if (report.changedValues > 0) lines << ExportDialog::tr("%n integers changed in biases and constants.", nullptr, count(report.changedValues));
    if (report.saturatedValues > 0) lines << ExportDialog::tr("%n of them saturated.", nullptr, count(report.saturatedValues));
    if (report.retypedSlots > 0)
        lines << ExportDialog::tr("%n slots took their master's integer type, because its zero point does not fit theirs.", nullptr, count(report.retypedSlots));
    for (const std::string& file : report.files) lines << qs(file);
    for (const Message& notice : report.notices) lines << messageText(notice);
    return lines;
}

ExportDialog::ExportDialog(Session& session, QWidget* parent) : QDialog(parent), m_session(session)
{
    setObjectName(u"exportDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export the aligned model"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, space::kDouble);
    column->setSpacing(space::kDouble);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(makeForm());
    m_pages->addWidget(makeProgress());
    m_pages->addWidget(makeResult());
    column->addWidget(m_pages, 1);
    auto* buttons = new QDialogButtonBox(this);
    m_export = buttons->addButton(tr("Export"), QDialogButtonBox::ActionRole);
    m_export->setObjectName(u"exportStart"_s);
    m_export->setDefault(true);
    m_cancel = buttons->addButton(QDialogButtonBox::Cancel);
    m_cancel->setObjectName(u"exportCancel"_s);
    column->addWidget(buttons);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    connect(&m_session, &Session::exported, this, &ExportDialog::finished);
    connect(&m_session, &Session::exportFailed, this, &ExportDialog::failed);
    connect(&m_session, &Session::exportProgress, this, [this](double fraction) {
        m_progress->setRange(0, 1000);
        m_progress->setValue(static_cast<int>(fraction * 1000));
    });
    resizeWithin(*this, {620, 340});
}

QWidget* ExportDialog::makeForm()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kUnit);
    column->addWidget(mutedLabel(tr("A copy of the opened model is patched with the outcome of the scenario, read again and compared slot by slot. The file appears only when everything is equal."), page));
    column->addSpacing(space::kUnit);
    column->addWidget(sectionLabel(tr("Form"), page));
    m_format = new SegmentedControl(tr("Form"), page);
    m_format->setObjectName(u"exportFormat"_s);
    std::vector<SegmentedControl::Segment> segments;
    const auto formats = m_session.exportFormats();
    for (const ExportFormat format : formats) {
        if (format == ExportFormat::Qdq)
            segments.push_back({static_cast<int>(format), tr("ONNX with Q/DQ nodes"), tr("Runs wherever QuantizeLinear and DequantizeLinear are understood")});
        else
            segments.push_back({static_cast<int>(format), tr("PPQ config"), tr("A quantization config (JSON) as PPQ writes it; the model stays as it is")});
    }
    m_format->setSegments(segments);
    if (!formats.empty()) m_format->setCurrent(static_cast<int>(formats.front()));
    const auto& model = m_session.model();
    connect(m_format, &SegmentedControl::chosen, this, &ExportDialog::adjustEnding);
    column->addWidget(m_format);
    column->addSpacing(space::kUnit);
    auto* label = sectionLabel(tr("File"), page);
    column->addWidget(label);
    auto* row = new QHBoxLayout;
    m_path = new QLineEdit(page);
    m_path->setObjectName(u"exportPath"_s);
    m_path->setAccessibleName(tr("File"));
    label->setBuddy(m_path);
    row->addWidget(m_path, 1);
    auto* browseButton = new QPushButton(tr("Browse..."), page);
    browseButton->setObjectName(u"exportBrowse"_s);
    browseButton->setAccessibleName(tr("Browse for the file"));
    browseButton->setAutoDefault(false);
    connect(browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    row->addWidget(browseButton);
    column->addLayout(row);
    m_sidecar = new QCheckBox(tr("Write the scenario beside it as well (NAME.scenario.json)"), page);
    m_sidecar->setObjectName(u"exportSidecar"_s);
    m_sidecar->setToolTip(tr("An aligned ONNX model carries its scenario inside as metadata; a PPQ config cannot."));
    m_sidecar->setChecked(QSettings().value(u"export/sidecar"_s, false).toBool());
    column->addWidget(m_sidecar);
    m_problem = new QLabel(page);
    m_problem->setObjectName(u"exportProblem"_s);
    m_problem->setProperty("role", u"bad"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    column->addWidget(m_problem);
    column->addStretch(1);

    QSettings settings;
    const QFileInfo source(m_session.path());
    QString folder = settings.value(u"lastExportFolder"_s).toString();
    if (folder.isEmpty() || !QFileInfo::exists(folder)) folder = source.absolutePath();
    const QString stem = model ? QFileInfo(qs(model->name)).completeBaseName() : u"model"_s;
    m_path->setText(folder + u'/' + stem + u"-aligned.onnx"_s);
    adjustEnding();
    return page;
}

QWidget* ExportDialog::makeProgress()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->addStretch(1);
    column->addWidget(new QLabel(tr("Writing, reading again, comparing..."), page));
    m_progress = new QProgressBar(page);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the export"));
    column->addWidget(m_progress);
    column->addStretch(2);
    return page;
}

QWidget* ExportDialog::makeResult()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kUnit);
    m_headline = new QLabel(page);
    m_headline->setObjectName(u"exportHeadline"_s);
    m_headline->setFont(scaledFont(1.1, true));
    m_headline->setWordWrap(true);
    m_headline->setTextFormat(Qt::PlainText);
    column->addWidget(m_headline);
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(space::kHalf);
    column->addLayout(m_lines);
    column->addStretch(1);
    return page;
}

ExportFormat ExportDialog::format() const { return static_cast<ExportFormat>(m_format->current()); }

void ExportDialog::adjustEnding()
{
    QString path = m_path->text();
    const QString ending = format() == ExportFormat::Qdq ? u".onnx"_s : u".json"_s;
    const QString other = format() == ExportFormat::Qdq ? u".json"_s : u".onnx"_s;
    if (path.endsWith(other)) path.chop(other.size());
    if (!path.endsWith(ending)) path += ending;
    m_path->setText(path);
}

void ExportDialog::browse()
{
    const QString filter = format() == ExportFormat::Qdq ? tr("ONNX models (*.onnx)") : tr("Quantization configs (*.json)");
    const QString path = QFileDialog::getSaveFileName(this, windowTitle(), m_path->text(), filter, nullptr, QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty()) return;
    m_path->setText(path);
    adjustEnding();
}

void ExportDialog::start()
{
    const QString path = m_path->text().trimmed();
    if (path.isEmpty() || m_session.exporting()) return;
    ExportRequest request;
    request.path = path.toStdString();
    request.format = format();
    carryScenario(request, m_session.scenario(), m_sidecar->isChecked() ? Sidecar::Yes : Sidecar::No);
    QStringList existing;
    for (const QString& target : {path, m_sidecar->isChecked() ? qs(sidecarOf(request.path)) : QString()})
        if (!target.isEmpty() && QFileInfo::exists(target)) existing << QFileInfo(target).fileName();
    if (!existing.isEmpty()) {
        const auto answer = QMessageBox::question(this, windowTitle(), tr("%1 exists already. Replace it?").arg(existing.join(u", "_s)),
                                                  QMessageBox::Yes | QMessageBox::No, QMessageBox::No);
        if (answer != QMessageBox::Yes) return;
        request.overwrite = Overwrite::Allow;
    }
    QSettings().setValue(u"lastExportFolder"_s, QFileInfo(path).absolutePath());
    QSettings().setValue(u"export/sidecar"_s, m_sidecar->isChecked());
    m_problem->clear();
    m_pages->setCurrentIndex(1);
    m_export->setEnabled(false);
    m_session.startExport(request);
}

void ExportDialog::failed(const QString& sentence)
{
    m_pages->setCurrentIndex(0);
    m_export->setEnabled(true);
    m_problem->setText(sentence);
}

void ExportDialog::finished(const ExportReport& report)
{
    const QStringList lines = reportLines(report);
    m_headline->setText(lines.front());
    clearLayout(m_lines);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        auto* line = new QLabel(lines[i], this);
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
        line->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_lines->addWidget(line);
    }
    auto* size = mutedLabel(tr("%1 written").arg(qs(byteText(report.bytes))), this);
    m_lines->addWidget(size);
    m_pages->setCurrentIndex(2);
    m_export->hide();
    m_cancel->setText(tr("Close"));
    m_cancel->setDefault(true);
}

void ExportDialog::reject()
{
    if (m_session.exporting()) m_session.cancelExport();
    QDialog::reject();
}

} // namespace alignscope::ui
