// SPDX-License-Identifier: Apache-2.0
#include "ui/session/session_document.h"

#include "ui/session/recents.h"
#include "ui/session/session.h"
#include "ui/session/stepper.h"
#include "ui/text/scenario_text.h"
#include "ui/text/words.h"

#include <QFileInfo>
#include <QStringList>

#include <utility>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

SessionDocument::SessionDocument(Session& session, Stepper& stepper, QObject* parent)
    : QObject(parent), m_session(session), m_stepper(stepper), m_saved{{}, std::make_shared<const KeptScenarios>()}, m_printJob(*this, m_thread)
{
    connect(&session, &Session::sessionGiven, this, &SessionDocument::open);
    connect(&session, &Session::replaced, this, &SessionDocument::replaced);
    connect(&session, &Session::modelChanged, this, &SessionDocument::modelChanged);
    connect(&session, &Session::scenarioChanged, this, &SessionDocument::changed);
    connect(&session, &Session::keptChanged, this, &SessionDocument::changed);
    connect(&stepper, &Stepper::breakpointsChanged, this, &SessionDocument::changed);
    connect(&stepper, &Stepper::watchesChanged, this, &SessionDocument::changed);
    connect(&session, &Session::openFailed, this, [this] { m_pending.reset(); });
}

SessionDocument::~SessionDocument()
{
    m_printJob.stop();
    m_thread.waitForDone();
}

bool SessionDocument::modified() const
{
    if (m_session.model() == nullptr) return false;
    if (m_session.kept().list != m_saved.kept->list) return true;
    // Methods are chosen again with a click; what was done operation by operation is work.
    if (m_path.isEmpty() && exceptionCount(m_session.scenario()) > 0 && m_session.scenario() != m_saved.scenario) return true;
    return !m_path.isEmpty() && (m_session.scenario() != m_saved.scenario || marksDiffer());
}

bool SessionDocument::marksDiffer() const { return m_stepper.marks() != m_savedMarks; }

bool SessionDocument::worthKeeping() const
{
    return m_session.model() != nullptr && (modified() || m_session.scenario() != m_saved.scenario || marksDiffer());
}

void SessionDocument::open(const QString& path, const QString& model, const QString& quantization)
{
    auto read = readSession(path.toStdString());
    if (!read) return Q_EMIT failed(messageText(read.error()));
    proceed({*std::move(read), QFileInfo(path).absoluteFilePath(), model, quantization});
}

void SessionDocument::restore(const SessionFile& content) { proceed({content, {}, {}, {}}); }

void SessionDocument::proceed(Opening opening)
{
    m_waiting.reset();
    const std::string place = opening.path.toStdString();
    const auto find = [&](QString& found, const FileReference& reference) {
        if (found.isEmpty()) found = qs(locate(reference, place));
        return !found.isEmpty();
    };
    const bool needsConfig = !opening.content.quantization.absolute.empty() || !opening.content.quantization.path.empty();
    const bool model = find(opening.model, opening.content.model);
    if (model && (!needsConfig || find(opening.quantization, opening.content.quantization))) {
        m_pending = opening;
        m_session.open(opening.model, opening.quantization, opening.content.current,
                       {opening.content.scenarios, opening.content.active});
        return;
    }
    const FileReference& missing = model ? opening.content.quantization : opening.content.model;
    const QString name = QFileInfo(qs(missing.absolute.empty() ? missing.path : missing.absolute)).fileName();
    const QString where = qs(missing.absolute.empty() ? missing.path : missing.absolute);
    const int count = static_cast<int>(opening.content.scenarios.size());
    m_waiting = std::move(opening);
    Q_EMIT fileMissing(model ? tr("The quantization config %1 of the session is not at %2 any more. Its %n scenarios are read; show where it is.", nullptr, count).arg(name, where)
                             : tr("The model %1 of the session is not at %2 any more. Its %n scenarios are read; show where it is.", nullptr, count).arg(name, where),
                       !model);
}

void SessionDocument::provide(const QString& path)
{
    if (!m_waiting || path.isEmpty()) return;
    Opening opening = *std::exchange(m_waiting, std::nullopt);
    (opening.model.isEmpty() ? opening.model : opening.quantization) = path;
    proceed(std::move(opening));
}

// Another model is there: the one of a session that was opened, or one that has none.
void SessionDocument::replaced()
{
    m_expected.reset();
    m_savedMarks = {};
    if (m_session.path() != m_model) m_collapsed.clear();
    if (m_pending && m_session.path() == m_pending->model) {
        m_path = m_pending->path.isEmpty() ? qs(m_pending->content.savedAs) : m_pending->path;
        m_expected = m_pending->content.fingerprint;
        m_saved = {m_session.scenario(), std::make_shared<const KeptScenarios>(m_session.kept())};
        m_stepper.setMarks(m_pending->content.marks);
        m_collapsed = m_pending->content.collapsed;
        if (m_pending->path.isEmpty()) { // autosaved is not saved
            m_saved = {{}, std::make_shared<const KeptScenarios>()};
        } else {
            m_savedMarks = m_pending->content.marks;
            Recents::add({m_pending->path, {}});
        }
    } else if (m_session.model() == nullptr || m_session.path().isEmpty() || m_session.path() != m_model || m_session.kept().list.empty()) {
        m_path.clear();
        m_saved = {m_session.scenario(), std::make_shared<const KeptScenarios>(m_session.kept())};
    } // else: a config for the same model; its scenarios were handed over and stay as they are
    m_model = m_session.path();
    m_pending.reset();
    Q_EMIT changed();
}

void SessionDocument::modelChanged()
{
    m_print.reset();
    m_printJob.stop();
    if (m_session.model() == nullptr) return;
    m_printJob.start([model = m_session.model()](const Task&) { return fingerprintOf(*model); },
                     [this](const ModelFingerprint& print) {
                         m_print = print;
                         compareFingerprint();
                     });
}

void SessionDocument::compareFingerprint()
{
    const auto expected = std::exchange(m_expected, std::nullopt);
    if (!expected || *expected == *m_print) return;
    QStringList parts;
    if (expected->topology != m_print->topology) parts << tr("its operations and their connections");
    if (expected->table != m_print->table) parts << tr("its loaded scales and bindings");
    if (expected->bytes != m_print->bytes) {
        const auto size = [](std::uint64_t bytes) { return qs(std::to_string(bytes)); };
        parts << tr("the size of its file (%1 then, %2 bytes now)").arg(size(expected->bytes), size(m_print->bytes));
    }
    Q_EMIT modelDiffers(tr("%1 is not as it was when this session was saved. What differs: %2.")
                            .arg(qs(m_session.model()->name), parts.join(u", "_s)));
}

SessionFile SessionDocument::content(const QString& path) const
{
    SessionFile content;
    const std::string place = path.toStdString();
    content.model = referTo(m_session.path().toStdString(), place);
    content.quantization = referTo(m_session.quantizationPath().toStdString(), place);
    if (m_print) content.fingerprint = m_print;
    content.scenarios = m_session.kept().list;
    content.active = m_session.kept().active;
    content.current = m_session.scenario();
    content.marks = m_stepper.marks();
    content.collapsed = m_collapsed;
    return content;
}

bool SessionDocument::save(const QString& path)
{
    if (m_session.model() == nullptr || path.isEmpty()) return false;
    const QString whole = QFileInfo(path).absoluteFilePath();
    SessionFile file = content(whole);
    if (!file.fingerprint) file.fingerprint = fingerprintOf(*m_session.model());
    if (const auto done = writeSession(file, whole.toStdString()); !done) {
        Q_EMIT failed(messageText(done.error()));
        return false;
    }
    m_path = whole;
    m_saved = {m_session.scenario(), std::make_shared<const KeptScenarios>(m_session.kept())};
    m_savedMarks = file.marks;
    Recents::add({whole, {}});
    Q_EMIT changed();
    return true;
}

} // namespace alignscope::ui
