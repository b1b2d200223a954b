// SPDX-License-Identifier: Apache-2.0
#include "ui/window/samples.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

struct Samples {
    Q_DECLARE_TR_FUNCTIONS(alignscope::ui::Samples)
};

Sample sample(const QString& id, const QString& title, const QString& teaches, bool config)
{
    const QString folder = u":/samples/%1/"_s.arg(id);
    return {id, title, teaches, folder + id + u".onnx"_s, config ? folder + id + u".json"_s : QString()};
}

// Empty when the file cannot be put there.
QString copied(const QString& resource, const QString& folder)
{
    QFile source(resource);
    if (!source.open(QIODevice::ReadOnly)) return {};
    const QByteArray content = source.readAll();
    const QString path = folder + u'/' + QFileInfo(resource).fileName();
    QFile old(path);
    if (old.open(QIODevice::ReadOnly) && old.readAll() == content) return path;
    QSaveFile target(path);
    if (!target.open(QIODevice::WriteOnly) || target.write(content) != content.size() || !target.commit()) return {};
    return path;
}

} // namespace

QList<Sample> samples()
{
    return {
        sample(u"doc_example"_s, Samples::tr("One Add, one shared producer"),
               Samples::tr("The smallest graph on which force_overlap matters: who follows when a producer feeds two operations?"), true),
        sample(u"concat4_fan"_s, Samples::tr("Concat of four branches"),
               Samples::tr("Four branches with four scales become one, and the quietest branch pays with its resolution."), false),
        sample(u"shared_producers"_s, Samples::tr("Two operations pull at one producer"),
               Samples::tr("Alignments that undo each other: the later one wins, and the earlier promise is broken."), false),
        sample(u"resnet3"_s, Samples::tr("Residual blocks"),
               Samples::tr("A chain of additions passes one scale on from block to block: watch how far a change travels."), false),
        sample(u"unet"_s, Samples::tr("U-Net with skip connections"),
               Samples::tr("Resize and Concat meet: align one of them, then both, and compare what the edges cost."), true),
        sample(u"mobilenetv2"_s, Samples::tr("MobileNetV2"),
               Samples::tr("A whole network: find its requantize edges, then sweep all combinations for a cheap way out."), false),
    };
}

Recent unpack(const Sample& sample)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/samples/"_s + sample.id;
    if (!QDir().mkpath(folder)) return {};
    Recent files{copied(sample.model, folder), {}};
    if (!sample.quantization.isEmpty()) {
        files.quantization = copied(sample.quantization, folder);
        if (files.quantization.isEmpty()) return {};
    }
    return files;
}

} // namespace alignscope::ui
