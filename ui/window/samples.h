// SPDX-License-Identifier: Apache-2.0
// Samples: small models that come with the program, each with what it teaches.
#pragma once

#include "core/align/scenario.h"
#include "ui/session/recents.h"

#include <QList>
#include <QString>

namespace alignscope::ui {

struct Sample {
    QString id;
    QString title;
    QString teaches; ///< one sentence
    QString model;   ///< resource paths
    QString quantization; ///< empty: Q/DQ in the model
};

[[nodiscard]] QList<Sample> samples();
/// Puts the sample's files where they can be opened, below the cache folder. Empty model path on
/// failure.
[[nodiscard]] Recent unpack(const Sample& sample);

} // namespace alignscope::ui
