// SPDX-License-Identifier: Apache-2.0
#include "ui/window/picture_dialog.h"

#include "ui/panels/blocks.h"
#include "ui/panels/segmented_control.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QLocale>
#include <QPixmap>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

constexpr QSize kPreview(420, 380);
constexpr QSize kBeside(400, 160); // what of a screen the rest of the dialog and its frame take

QString endingOf(PictureFormat format)
{
    switch (format) {
    case PictureFormat::Png: return u"png"_s;
    case PictureFormat::Svg: return u"svg"_s;
    case PictureFormat::Pdf: break;
    }
    return u"pdf"_s;
}

} // namespace

PictureDialog::PictureDialog(PictureSubject subject, PictureFormat format, QWidget* parent)
    : QDialog(parent), m_subject(std::move(subject)), m_previewJob(*this, m_pool), m_saveJob(*this, m_pool)
{
    m_pool.setMaxThreadCount(2);
    setObjectName(u"pictureDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Picture of the graph"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, space::kDouble);
    column->setSpacing(space::kDouble);
    auto* row = new QHBoxLayout;
    row->setSpacing(24);
    row->addWidget(makeForm());
    m_preview = new QLabel(this);
    m_preview->setObjectName(u"picturePreview"_s);
    m_preview->setAccessibleName(tr("Preview of the picture"));
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setFixedSize(kPreview.boundedTo(screen()->availableSize() - kBeside) + QSize(2, 2));
    m_preview->setFrameShape(QFrame::StyledPanel);
    row->addWidget(m_preview);
    column->addLayout(row, 1);
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"pictureProblem"_s);
    m_problem->setProperty("role", u"bad"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    auto* buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("Save..."), QDialogButtonBox::ActionRole);
    m_save->setObjectName(u"pictureSave"_s);
    m_save->setDefault(true);
    buttons->addButton(QDialogButtonBox::Cancel);
    column->addWidget(buttons);
    connect(m_save, &QPushButton::clicked, this, &PictureDialog::askWhere);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    constexpr int kPatience = 700; // ms
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, &PictureDialog::stepAside);

    QSettings settings;
    m_format->setCurrent(static_cast<int>(format));
    auto area = static_cast<PictureArea>(settings.value(u"picture/area"_s, 0).toInt());
    if (area == PictureArea::Selection && m_subject.selection.isNull()) area = PictureArea::Whole;
    m_area->setCurrent(static_cast<int>(area));
    m_colours->setCurrent(settings.value(u"picture/colours"_s, 0).toInt());
    m_legend->setChecked(settings.value(u"picture/legend"_s, true).toBool());
    m_scorecard->setChecked(settings.value(u"picture/scorecard"_s, true).toBool());
    m_scale->setValue(settings.value(u"picture/scale"_s, 2.0).toDouble());
    choicesChanged();
}

PictureDialog::~PictureDialog()
{
    m_previewJob.stop();
    m_saveJob.stop();
    m_pool.waitForDone();
}

QWidget* PictureDialog::makeForm()
{
    auto* form = new QWidget(this);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kUnit);
    const auto choice = [&](const QString& name, const QString& objectName,
                            const std::vector<SegmentedControl::Segment>& segments) {
        column->addWidget(sectionLabel(name, form));
        auto* control = new SegmentedControl(name, form);
        control->setObjectName(objectName);
        control->setSegments(segments);
        connect(control, &SegmentedControl::chosen, this, &PictureDialog::choicesChanged);
        column->addWidget(control);
        column->addSpacing(space::kUnit);
        return control;
    };
    m_format = choice(tr("Form"), u"pictureFormat"_s,
                      {{static_cast<int>(PictureFormat::Png), u"PNG"_s, tr("Pixels, for anywhere")},
                       {static_cast<int>(PictureFormat::Svg), u"SVG"_s, tr("Lines and text, for web pages and drawing programs")},
                       {static_cast<int>(PictureFormat::Pdf), u"PDF"_s, tr("Lines and text, for documents; over several pages when it is long")}});
    m_area = choice(tr("What"), u"pictureArea"_s,
                    {{static_cast<int>(PictureArea::Whole), tr("Whole graph"), {}},
                     {static_cast<int>(PictureArea::Visible), tr("What is in view"), {}},
                     {static_cast<int>(PictureArea::Selection), tr("Selection"), tr("The selection with its direct neighbours")}});
    m_area->button(static_cast<int>(PictureArea::Selection))->setEnabled(!m_subject.selection.isNull());
    m_colours = choice(tr("Colours"), u"pictureColours"_s,
                       {{0, tr("As the window"), {}}, {1, tr("Light"), {}}, {2, tr("Dark"), {}}});

    column->addWidget(sectionLabel(tr("With"), form));
    const auto extra = [&](const QString& text, const QString& objectName) {
        auto* box = new QCheckBox(text, form);
        box->setObjectName(objectName);
        connect(box, &QCheckBox::toggled, this, &PictureDialog::choicesChanged);
        column->addWidget(box);
        return box;
    };
    m_legend = extra(tr("Legend"), u"pictureLegend"_s);
    m_scorecard = extra(tr("Name, settings and scorecard"), u"pictureScorecard"_s);
    column->addSpacing(space::kUnit);

    auto* row = new QHBoxLayout;
    m_scaleLabel = new QLabel(tr("Scale"), form);
    m_scale = new QDoubleSpinBox(form);
    m_scale->setObjectName(u"pictureScale"_s);
    m_scale->setAccessibleName(tr("Scale: pixels of the picture per pixel of the drawing"));
    m_scale->setRange(0.01, 16);
    m_scale->setSingleStep(0.5);
    m_scale->setPrefix(u"\u00d7 "_s);
    m_scaleLabel->setBuddy(m_scale);
    connect(m_scale, &QDoubleSpinBox::valueChanged, this, &PictureDialog::choicesChanged);
    row->addWidget(m_scaleLabel);
    row->addWidget(m_scale);
    row->addStretch(1);
    column->addLayout(row);
    m_size = mutedLabel({}, form);
    m_size->setObjectName(u"pictureSize"_s);
    m_size->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_size);
    column->addStretch(1);
    return form;
}

PictureArea PictureDialog::area() const { return static_cast<PictureArea>(m_area->current()); }
PictureFormat PictureDialog::format() const { return static_cast<PictureFormat>(m_format->current()); }

PictureRequest PictureDialog::request() const
{
    PictureRequest request = m_subject.request;
    switch (area()) {
    case PictureArea::Whole: request.area = {}; break;
    case PictureArea::Visible: request.area = m_subject.visible; break;
    case PictureArea::Selection: request.area = m_subject.selection; break;
    }
    if (m_colours->current() != 0) request.dark = m_colours->current() == 2;
    request.legend = m_legend->isChecked();
    request.scorecard = m_scorecard->isChecked();
    request.scale = m_scale->value();
    return request;
}

void PictureDialog::choicesChanged()
{
    const bool png = format() == PictureFormat::Png;
    m_scale->setEnabled(png);
    m_scaleLabel->setEnabled(png);
    struct Shown {
        QImage image;
        PictureFile file;
        bool limited = false;
    };
    const auto make = [wanted = request(), as = format(), room = m_preview->size() - QSize(2, 2), ratio = devicePixelRatioF()](const Task& task) {
        Shown shown{picturePreview(wanted, room, ratio, task), {}};
        if (task.stopped()) return shown;
        shown.file = pictureFile(wanted, as);
        shown.limited = as == PictureFormat::Png && isPngLimited(wanted);
        return shown;
    };
    m_previewJob.start(make, [this](const Shown& shown) {
        m_preview->setPixmap(QPixmap::fromImage(shown.image));
        m_size->setText(sizeText(shown.file) + (shown.limited ? u'\n' + tr("Smaller than asked for: a PNG cannot be larger.") : QString()));
    });
}

QString PictureDialog::sizeText(const PictureFile& file) const
{
    const auto number = [](double value) { return QLocale().toString(static_cast<qlonglong>(std::llround(value))); };
    const auto area = [&](const QSizeF& s) { return number(s.width()) + u" \u00d7 "_s + number(s.height()); };
    const QString about = QLocale().formattedDataSize(std::llround(file.bytes), file.bytes < 1e6 ? 0 : 1, QLocale::DataSizeSIFormat);
    const QString bytes = u'\n' + (file.bytes > kHugePicture ? tr("A large file: about %1.") : tr("About %1.")).arg(about);
    switch (format()) {
    case PictureFormat::Png: return tr("%1 pixels").arg(area(file.size));
    case PictureFormat::Svg: return tr("%1 CSS pixels").arg(area(file.size)) + bytes;
    case PictureFormat::Pdf: break;
    }
    constexpr double kMillimetres = 25.4 / 72;
    const QString page = tr("%1 points (%2 mm)").arg(area(file.size), area(file.size * kMillimetres));
    return (file.pages == 1 ? page : tr("%n pages of %1", nullptr, file.pages).arg(page)) + bytes;
}

void PictureDialog::remember() const
{
    QSettings settings;
    settings.setValue(u"picture/area"_s, m_area->current());
    settings.setValue(u"picture/colours"_s, m_colours->current());
    settings.setValue(u"picture/legend"_s, m_legend->isChecked());
    settings.setValue(u"picture/scorecard"_s, m_scorecard->isChecked());
    settings.setValue(u"picture/scale"_s, m_scale->value());
}

void PictureDialog::askWhere()
{
    const QString ending = endingOf(format());
    QString path = QFileDialog::getSaveFileName(this, tr("Save the picture"), u"%1/%2.%3"_s.arg(m_subject.folder, m_subject.stem, ending),
                                                tr("Pictures (*.%1)").arg(ending));
    if (path.isEmpty()) return;
    if (!pictureFormatOf(path)) path += u'.' + ending; // an ending that was typed is what is meant
    QSettings().setValue(u"lastExportFolder"_s, QFileInfo(path).absolutePath());
    save(path);
}

void PictureDialog::save(const QString& path)
{
    remember();
    m_problem->hide();
    m_save->setEnabled(false);
    m_save->setText(tr("Saving..."));
    m_path = path;
    m_patience.start();
    m_saveJob.start([wanted = request(), path](const Task& task) { return writePicture(wanted, path, task); },
                    [this](const Result<QString>& written) { ended(written); }, [this](double fraction) { Q_EMIT progress(fraction); });
}

void PictureDialog::stepAside()
{
    m_patience.stop();
    if (!m_saveJob.running() || m_aside) return;
    m_aside = true;
    m_previewJob.stop();
    hide();
    Q_EMIT aside(m_path);
}

void PictureDialog::cancel()
{
    m_saveJob.stop();
    deleteLater();
}

void PictureDialog::ended(const Result<QString>& written)
{
    m_patience.stop();
    m_save->setEnabled(true);
    m_save->setText(tr("Save..."));
    if (written) {
        Q_EMIT saved(*written);
        accept();
        if (m_aside) deleteLater();
        return;
    }
    m_problem->setText(messageText(written.error()));
    m_problem->show();
    if (!m_aside) return;
    Q_EMIT failed(m_problem->text());
    deleteLater();
}

} // namespace alignscope::ui
