// SPDX-License-Identifier: Apache-2.0
// A program that keeps a scenario of MODEL, says "saved" once it is on disk in FOLDER, and waits to be killed.
#include "ui/session/autosave.h"
#include "ui/session/scenario_store.h"
#include "ui/session/session.h"
#include "ui/session/session_document.h"
#include "ui/session/stepper.h"

#include <QApplication>

#include <cstdio>

using namespace alignscope;
using namespace alignscope::ui;

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (argc != 3) return 1;
    Session session;
    Stepper stepper(session);
    SessionDocument document(session, stepper);
    Autosave autosave(session, document, QString::fromLocal8Bit(argv[2]));
    QObject::connect(&session, &Session::modelChanged, &session, [&session] {
        session.applyPreset("ppq-setting");
        ScenarioStore(session).keep(QStringLiteral("Mine"));
        session.setForceOverlap(Overlap::Off);
    });
    QObject::connect(&autosave, &Autosave::saved, &session, [] {
        std::puts("saved");
        std::fflush(stdout);
    });
    session.open(QString::fromLocal8Bit(argv[1]));
    return QApplication::exec();
}
