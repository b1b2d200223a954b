// SPDX-License-Identifier: Apache-2.0
// SessionDocument: the session file of the open model: opening, saving, what is not saved yet.
#pragma once

#include "core/quant/fingerprint.h"
#include "core/report/session_json.h"
#include "ui/session/latest_job.h"
#include "ui/session/scenario_command.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace alignscope::ui {

class Session;
class Stepper;

/// Thread: GUI.
class SessionDocument : public QObject {
    Q_OBJECT
public:
    /// `stepper`: whose breakpoints and watches the file keeps as well.
    SessionDocument(Session& session, Stepper& stepper, QObject* parent = nullptr);
    ~SessionDocument() override;

    /// The file that save() writes to; empty: none yet.
    [[nodiscard]] QString path() const { return m_path; }
    /// Named scenarios that stand in no file, or a session file that is not up to date.
    [[nodiscard]] bool modified() const;
    /// As modified(), or the scenario in force is not the one that the model was opened with, or there are
    /// breakpoints or watches that stand in no file: what somebody would miss after a crash.
    [[nodiscard]] bool worthKeeping() const;

    /// Opens the model with the scenarios. `model` and `quantization` stand for the files that the
    /// session names. Ends in Session::modelChanged(), Session::openFailed(), failed() or fileMissing().
    void open(const QString& path, const QString& model = {}, const QString& quantization = {});
    /// An autosaved session: its scenarios count as unsaved.
    void restore(const SessionFile& content);
    /// The file that fileMissing() asked for; continues the opening.
    void provide(const QString& path);
    /// False after failed().
    bool save(const QString& path);
    /// The collapsed blocks, by name, that go with the session; a look, so that changing it asks for no saving.
    [[nodiscard]] const std::vector<std::string>& collapsed() const { return m_collapsed; }
    void setCollapsed(std::vector<std::string> blocks) { m_collapsed = std::move(blocks); }
    /// What save(path) writes.
    [[nodiscard]] SessionFile content(const QString& path) const;

Q_SIGNALS:
    /// path() or modified() may be another.
    void changed();
    void failed(const QString& sentence);
    /// Neither of the places that the session names has the file. provide() can be called.
    void fileMissing(const QString& sentence, bool isModel);
    /// The session was saved for another state of the model; the sentence says in what it differs.
    void modelDiffers(const QString& sentence);

private:
    struct Opening {
        SessionFile content;
        QString path;  ///< empty: autosaved
        QString model; ///< found or provided
        QString quantization;
    };
    void proceed(Opening opening);
    void replaced();
    void modelChanged();
    void compareFingerprint();
    [[nodiscard]] bool marksDiffer() const;

    Session& m_session;
    Stepper& m_stepper;
    QString m_path;
    QString m_model;       ///< that the session is about
    SessionState m_saved;  ///< what stands in the file, or what the model was opened with
    std::vector<std::string> m_collapsed;
    StepMarks m_savedMarks; ///< what stands in the file
    std::optional<Opening> m_waiting; ///< for a file
    std::optional<Opening> m_pending; ///< for the model
    std::optional<ModelFingerprint> m_expected;
    std::optional<ModelFingerprint> m_print; ///< of the open model, once it is known
    QThreadPool m_thread;
    LatestJob m_printJob;
};

} // namespace alignscope::ui
