// SPDX-License-Identifier: Apache-2.0
#include "app/gui.h"

#include "core/base/numbers.h"
#include "core/base/version.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/window/language.h"

#include <QSettings>

#include <cstdio>
#include <cstdlib>

namespace alignscope::app {
using namespace Qt::StringLiterals;
namespace {

int g_count = 1;
char g_name[] = "alignscope";
char* g_arguments[] = {g_name, nullptr};

// Standard error belongs to our own sentences; what Qt remarks on the offscreen platform does not
// concern a caller who wants a picture.
void onlyGrave(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg) std::fprintf(stderr, "alignscope: %s\n", qUtf8Printable(text));
}

} // namespace

int& Gui::prepare(Purpose purpose)
{
    const bool display = std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr;
    const bool chosen = std::getenv("QT_QPA_PLATFORM") != nullptr;
    if (purpose == Purpose::Picture) qInstallMessageHandler(onlyGrave);
    if (!chosen && (!display || purpose == Purpose::Picture)) qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!chosen && !display && purpose == Purpose::Window)
        std::fputs("alignscope: There is no display, so nobody can see this window; set DISPLAY, or use the "
                   "subcommands render and screenshot.\n",
                   stderr);
    return g_count;
}

Gui::Gui(Purpose purpose, const std::string& theme, const std::string& language)
    : m_application(prepare(purpose), g_arguments)
{
    QCoreApplication::setOrganizationName(u"alignscope"_s);
    QCoreApplication::setApplicationName(u"alignscope"_s);
    QCoreApplication::setApplicationVersion(ui::qs(programVersion()));
    QGuiApplication::setApplicationDisplayName({}); // the window's title says it already
    QGuiApplication::setDesktopFileName(u"alignscope"_s);
    if (purpose == Purpose::Window) {
        ui::installLanguage(m_application, QSettings().value(u"language"_s).toString());
        ui::applyTheme(m_application, static_cast<ui::ThemeChoice>(QSettings().value(u"theme"_s, 0).toInt()));
        return;
    }
    ui::installLanguage(m_application, QString::fromStdString(language));
    ui::applyTheme(m_application, theme == "dark" ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light);
}

std::optional<ui::Selection> selectionNamed(const Evaluation& evaluation, const std::string& id)
{
    ui::Selection selection;
    const SlotList& slots = evaluation.outcome.table.slots();
    if (const SlotId slot = slots.findId(id); slot) {
        selection.kind = ui::Selection::Kind::Slot;
        selection.slot = slot;
        selection.operation = slots[slot].operation;
        return selection;
    }
    if (const OpId operation = evaluation.model->graph->findOperation(id); operation) {
        selection.kind = ui::Selection::Kind::Operation;
        selection.operation = operation;
        return selection;
    }
    if (id.size() > 1 && id.front() == 'G')
        if (const auto number = parseInt(std::string_view(id).substr(1)))
            for (const Group& group : evaluation.cascade.groups())
                if (group.number == *number) {
                    selection.kind = ui::Selection::Kind::Group;
                    selection.slot = group.root;
                    return selection;
                }
    if (const TensorId tensor = evaluation.model->graph->findTensor(id); tensor) {
        for (const Use& use : evaluation.model->graph->uses(tensor))
            if (const SlotId slot = slots.find(use.operation, SlotIo::In, use.index); slot) {
                selection.kind = ui::Selection::Kind::Edge;
                selection.slot = slot;
                selection.tensor = tensor;
                return selection;
            }
    }
    return std::nullopt;
}

} // namespace alignscope::app
