// SPDX-License-Identifier: Apache-2.0
// Session: writing the outcome into a file.
#include "ui/session/session.h"
#include "ui/text/words.h"

namespace alignscope::ui {

std::vector<ExportFormat> Session::exportFormats(QString* reason) const
{
    const auto refuse = [reason](const QString& sentence) {
        if (reason != nullptr) *reason = sentence;
        return std::vector<ExportFormat>{};
    };
    if (!m_evaluation) return refuse(tr("No model is open."));
    if (!m_model->source) return refuse(tr("The model was not read from a file."));
    if (m_evaluation->outcome.error) return refuse(tr("The engine stopped with an error; there is no outcome to write."));
    switch (m_model->quantSource) {
    case QuantSource::Qdq: return {ExportFormat::Qdq};
    case QuantSource::PpqJson:
    case QuantSource::Table: return {ExportFormat::PpqJson, ExportFormat::Qdq};
    case QuantSource::None: break;
    }
    return refuse(tr("The model has no quantization parameters."));
}

void Session::startExport(const ExportRequest& request)
{
    if (!m_evaluation || evaluating()) return;
    m_exportJob.start(
        [evaluation = m_evaluation, request](const Task& task) {
            return alignscope::exportModel(*evaluation->model, evaluation->outcome, request, task);
        },
        [this](const Result<ExportReport>& result) {
            if (result) Q_EMIT exported(*result);
            else Q_EMIT exportFailed(messageText(result.error()));
        },
        [this](double fraction) { Q_EMIT exportProgress(fraction); });
}

void Session::cancelExport() { m_exportJob.stop(); }

} // namespace alignscope::ui
