// SPDX-License-Identifier: Apache-2.0
// Autosave: keeps what is not saved on disk within a second, so that a crash loses nothing.
#pragma once

#include "core/io/file_lock.h"
#include "core/report/session_json.h"

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <optional>
#include <vector>

namespace alignscope::ui {

class Session;
class SessionDocument;

/// One file for each model and process, as a session file; removed when there is nothing to lose and
/// at a clean end. A lock beside it tells the files of running programs from those of dead ones.
/// Thread: GUI; files are written in a thread of its own, in order.
class Autosave : public QObject {
    Q_OBJECT
public:
    /// What an earlier run left behind.
    struct Orphan {
        QString file;
        QDateTime when;
        SessionFile content;
    };
    struct Found {
        std::vector<Orphan> orphans; ///< newest first
        QStringList unreadable;      ///< sentences; those files are put aside
    };

    static constexpr int kDelayMilliseconds = 250; ///< after the first change that is not on disk
    static constexpr int kMostOrphans = 20;
    static constexpr int kMostDays = 60;

    Autosave(Session& session, SessionDocument& document, QString folder, QObject* parent = nullptr);
    ~Autosave() override;
    [[nodiscard]] static QString standardFolder();

    /// Looks through the folder; the oldest beyond the limits are removed.
    [[nodiscard]] Found find() const;
    static void discard(const QString& file);
    /// A clean end: nothing is left behind.
    void finish();

Q_SIGNALS:
    void saved(const QString& file);
    void failed(const QString& sentence);

private:
    void schedule();
    void save();
    void leave();

    Session& m_session;
    SessionDocument& m_document;
    QString m_folder;
    QString m_file; ///< empty: none was written for this model yet
    std::optional<FileLock> m_lock;
    QTimer m_timer;
    QThreadPool m_thread;
    bool m_toldFailure = false;
};

} // namespace alignscope::ui
