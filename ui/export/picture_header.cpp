// SPDX-License-Identifier: Apache-2.0
#include "ui/export/picture_header.h"

#include "core/base/numbers.h"
#include "ui/canvas/palette.h"
#include "ui/text/scenario_text.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

namespace alignscope::ui {
namespace {

struct HeaderText {
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

struct HeaderFonts {
    explicit HeaderFonts(const PictureRequest& request)
        : title(request.drawing->fonts().type), text(request.drawing->fonts().name)
    {
        title.setPixelSize(16);
        text.setPixelSize(12);
        strong = text;
        strong.setWeight(QFont::DemiBold);
    }
    QFont title;
    QFont text;
    QFont strong;
};

constexpr double kTitleGap = 14;
constexpr double kNameGap = 6;
constexpr double kCellGap = 20;
constexpr double kTitleLine = 20;
constexpr double kCellLine = 20;

QString titleText(const PictureRequest& request)
{
    return QString::fromStdString(request.evaluation->model->name);
}
QString subtitleText(const PictureRequest& request)
{
    if (request.variants.all) { // the key to the chips
        QStringList names;
        for (qsizetype i = 0; i < request.variants.names.size(); ++i) names << variantLetter(static_cast<std::size_t>(i)) + u' ' + request.variants.names[i];
        return HeaderText::tr("%1 against A: %2").arg(variantLetter(request.variants.shown), names.join(QStringLiteral(", ")));
    }
    const Scenario& scenario = request.evaluation->scenario;
    return request.mode == CanvasMode::Before || scenario.isIdentity() ? HeaderText::tr("as loaded") : scenarioText(scenario);
}

std::vector<std::pair<QString, QString>> scorecardCells(const Summary& s)
{
    const auto pair = [](std::size_t a, std::size_t b) {
        return QStringLiteral("%1 \u2192 %2").arg(a).arg(b);
    };
    return {
        {HeaderText::tr("requantize edges"), pair(s.requantizeEdgesBefore, s.requantizeEdgesAfter)},
        {HeaderText::tr("misaligned"), pair(s.misalignedOperationsBefore, s.misalignedOperationsAfter)},
        {HeaderText::tr("slots changed"), QString::number(s.movedSlots)},
        {HeaderText::tr("worst bits lost"), QString::fromStdString(toShortText(s.worstBitsLost, 3))},
        {HeaderText::tr("clipped tensors"), QString::number(s.clippedTensors)},
        {HeaderText::tr("broken promises"), QString::number(s.brokenPromises)},
    };
}

} // namespace

double layHeader(QPainter* painter, const PictureRequest& request, double width,
                 WholeNames* names)
{
    const CanvasPalette& palette = canvasPalette(request.dark);
    const HeaderFonts fonts(request);
    const QFontMetricsF title(fonts.title);
    const QFontMetricsF text(fonts.text);
    const QFontMetricsF strong(fonts.strong);
    const double room = width - 2 * kPictureMargin;
    const auto writeShort = [&](double x, double y, const QString& words, const QString& whole, const QFont& font, const QColor& color) {
        if (painter == nullptr) return;
        painter->setFont(font);
        painter->setPen(color);
        if (names != nullptr && words != whole) names->paint(*painter, QPointF(x, y), words, whole);
        else painter->drawText(QPointF(x, y), words);
    };
    const auto write = [&](double x, double y, const QString& words, const QFont& font, const QColor& color) {
        writeShort(x, y, words, words, font, color);
    };
    double y = kPictureMargin + 14;
    const QString name = title.elidedText(titleText(request), Qt::ElideMiddle, room);
    writeShort(kPictureMargin, y, name, titleText(request), fonts.title, palette.text);
    const double after = title.horizontalAdvance(name) + kTitleGap;
    const QString settings = subtitleText(request);
    const bool sameLine = after + text.horizontalAdvance(settings) <= room;
    if (!sameLine) y += kTitleLine;
    writeShort(kPictureMargin + (sameLine ? after : 0.0), y, text.elidedText(settings, Qt::ElideRight, room), settings, fonts.text,
               palette.secondaryText);

    y += kCellLine + 4;
    double x = kPictureMargin;
    for (const auto& [cell, value] : scorecardCells(request.evaluation->cascade.summary)) {
        const double wide = text.horizontalAdvance(cell) + kNameGap + strong.horizontalAdvance(value);
        if (x > kPictureMargin && x + wide > kPictureMargin + room) {
            x = kPictureMargin;
            y += kCellLine;
        }
        write(x, y, cell, fonts.text, palette.secondaryText);
        write(x + text.horizontalAdvance(cell) + kNameGap, y, value, fonts.strong, palette.text);
        x += wide + kCellGap;
    }
    y += 12;
    if (painter != nullptr) painter->fillRect(QRectF(kPictureMargin, y, room, 1), palette.boxBorder);
    return y + 12;
}

} // namespace alignscope::ui
