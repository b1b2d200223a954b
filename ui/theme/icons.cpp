// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/icons.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

QByteArray source(const QString& name)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Draws the file anew in each size: sharp at any scale, and in the theme of the moment.
class StrokeIconEngine : public QIconEngine {
public:
    explicit StrokeIconEngine(QString name) : m_name(std::move(name)), m_source(source(m_name)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        QColor color = theme().text;
        if (mode == QIcon::Disabled) color = theme().muted;
        else if (state == QIcon::On) color = theme().accent;
        QByteArray svg = m_source;
        svg.replace("currentColor", color.name().toLatin1());
        svg.replace("accentColor", (mode == QIcon::Disabled ? theme().muted : theme().accent).name().toLatin1());
        QSvgRenderer renderer(svg);
        painter->save();
        if (mode == QIcon::Disabled) painter->setOpacity(0.45);
        const int side = std::min(rect.width(), rect.height());
        renderer.render(painter, QRectF(rect.x() + (rect.width() - side) / 2.0, rect.y() + (rect.height() - side) / 2.0, side, side));
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new StrokeIconEngine(m_name); }
    bool isNull() override { return m_source.isEmpty(); }

private:
    QString m_name;
    QByteArray m_source;
};

} // namespace

QIcon icon(const QString& name)
{
    return QIcon(new StrokeIconEngine(name));
}

} // namespace alignscope::ui
