// SPDX-License-Identifier: Apache-2.0
#include "ui/session/autosave.h"

#include "ui/session/session.h"
#include "ui/session/session_document.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

QString lockOf(const QString& file) { return file + u".lock"_s; }

} // namespace

QString Autosave::standardFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/autosave"_s;
}

Autosave::Autosave(Session& session, SessionDocument& document, QString folder, QObject* parent)
    : QObject(parent), m_session(session), m_document(document), m_folder(std::move(folder))
{
    m_thread.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelayMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::save);
    connect(&document, &SessionDocument::changed, this, &Autosave::schedule);
    connect(&session, &Session::replaced, this, [this] {
        leave();
        schedule();
    });
}

Autosave::~Autosave() { m_thread.waitForDone(); }

// Not started anew by further changes: what is being edited all the time is saved as well.
void Autosave::schedule()
{
    if (!m_timer.isActive() && (m_document.worthKeeping() || !m_file.isEmpty())) m_timer.start();
}

void Autosave::save()
{
    if (m_session.path().isEmpty()) return;
    if (!m_document.worthKeeping()) return leave();
    if (m_file.isEmpty()) {
        QDir().mkpath(m_folder);
        const QByteArray hash = QCryptographicHash::hash(QFileInfo(m_session.path()).absoluteFilePath().toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
        // A process of another container may have the same number, and a dead one may have had it.
        for (int number = 1; number < 1000 && !m_lock; ++number) {
            const QString file = u"%1/%2-%3-%4.alignscope"_s.arg(m_folder, QString::fromLatin1(hash), QString::number(QCoreApplication::applicationPid()), QString::number(number));
            if (QFile::exists(file)) continue;
            m_lock = FileLock::tryTake(lockOf(file).toStdString());
            if (m_lock) m_file = file;
        }
    }
    if (m_file.isEmpty()) {
        if (!std::exchange(m_toldFailure, true)) Q_EMIT failed(tr("Unsaved scenarios cannot be kept for after a crash: %1 cannot be written.").arg(m_folder));
        return;
    }
    SessionFile content = m_document.content(m_file);
    content.model.path.clear(); // nobody moves this folder along with the model
    content.quantization.path.clear();
    content.savedAs = m_document.path().toStdString();
    m_thread.start([this, content = std::move(content), file = m_file] {
        const auto done = writeSession(content, file.toStdString());
        QMetaObject::invokeMethod(this, [this, done, file] {
            if (done) Q_EMIT saved(file);
            else if (!std::exchange(m_toldFailure, true)) Q_EMIT failed(messageText(done.error()));
        }, Qt::QueuedConnection);
    });
}

// The file of the model that was open, or of changes that were taken back.
void Autosave::leave()
{
    m_timer.stop();
    if (m_file.isEmpty()) return;
    m_thread.waitForDone();
    discard(std::exchange(m_file, {}));
    m_lock.reset();
}

void Autosave::finish()
{
    leave();
    disconnect(&m_document, nullptr, this, nullptr);
}

void Autosave::discard(const QString& file)
{
    QFile::remove(file);
    QFile::remove(lockOf(file));
}

Autosave::Found Autosave::find() const
{
    Found found;
    const QDateTime now = QDateTime::currentDateTime();
    // Writers that died leave parts, files that could not be read were put aside: for a while only.
    const auto old = [&](const QFileInfo& info, int days) { return info.lastModified().daysTo(now) > days; };
    for (const QFileInfo& info : QDir(m_folder).entryInfoList(QDir::Files | QDir::Hidden))
        if (!info.fileName().endsWith(u".alignscope"_s) || info.fileName().startsWith(u'.'))
            if (old(info, 7) && FileLock::tryTake(info.filePath().toStdString())) QFile::remove(info.filePath());

    for (const QFileInfo& info : QDir(m_folder).entryInfoList({u"*.alignscope"_s}, QDir::Files, QDir::Time)) {
        const QString file = info.absoluteFilePath();
        if (!FileLock::tryTake(lockOf(file).toStdString())) continue; // its program runs
        auto content = readSession(file.toStdString());
        if (!content) {
            found.unreadable << tr("An autosaved session cannot be read and is left out. %1").arg(messageText(content.error()));
            QFile::remove(file + u".broken"_s);
            QFile::rename(file, file + u".broken"_s);
            QFile::remove(lockOf(file));
        } else if (found.orphans.size() >= static_cast<std::size_t>(kMostOrphans) || old(info, kMostDays)) {
            discard(file);
        } else {
            found.orphans.push_back({file, info.lastModified(), *std::move(content)});
        }
    }
    return found;
}

} // namespace alignscope::ui
