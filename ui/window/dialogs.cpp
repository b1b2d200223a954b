// SPDX-License-Identifier: Apache-2.0
#include "ui/window/dialogs.h"

#include "core/base/numbers.h"
#include "ui/panels/blocks.h"
#include "ui/session/session.h"
#include "ui/text/words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/window/actions.h"
#include "ui/window/shortcut_sheet.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

struct Dialogs {
    Q_DECLARE_TR_FUNCTIONS(alignscope::ui::Dialogs)
};

class Facts {
public:
    explicit Facts(QWidget* parent) : m_parent(parent), m_grid(new QGridLayout)
    {
        m_grid->setHorizontalSpacing(24);
        m_grid->setVerticalSpacing(6);
        m_grid->setColumnStretch(1, 1);
    }
    void add(const QString& key, const QString& value)
    {
        if (value.isEmpty()) return;
        const int row = m_grid->rowCount();
        auto* name = new QLabel(key, m_parent);
        name->setProperty("role", u"key"_s);
        auto* text = new QLabel(value, m_parent);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        text->setAccessibleName(u"%1: %2"_s.arg(key, value));
        m_grid->addWidget(name, row, 0, Qt::AlignTop);
        m_grid->addWidget(text, row, 1);
    }
    [[nodiscard]] QGridLayout* layout() const { return m_grid; }

private:
    QWidget* m_parent;
    QGridLayout* m_grid;
};

QScrollArea* scrolled(QWidget* content, QWidget* parent)
{
    auto* area = new QScrollArea(parent);
    area->setObjectName(u"pageScroll"_s);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    content->setProperty("panel", true);
    area->setWidget(content);
    return area;
}

QWidget* generalPage(const Model& model, QWidget* parent)
{
    const ModelProperties& p = model.properties;
    auto* page = new QWidget(parent);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(space::kDouble, space::kDouble, space::kDouble, space::kDouble);
    column->setSpacing(space::kUnit);
    Facts facts(page);
    facts.add(Dialogs::tr("Model"), qs(model.name));
    facts.add(Dialogs::tr("Quantization from"), nameOf(model.quantSource));
    facts.add(Dialogs::tr("Graph"), qs(p.graphName));
    QString producer = qs(p.producerName);
    if (!p.producerVersion.empty()) producer += u' ' + qs(p.producerVersion);
    facts.add(Dialogs::tr("Producer"), producer);
    if (p.irVersion > 0) facts.add(Dialogs::tr("IR version"), QString::number(p.irVersion));
    QStringList opsets;
    for (const auto& [domain, version] : p.opsets) opsets << u"%1 %2"_s.arg(domain.empty() ? u"ai.onnx"_s : qs(domain), QString::number(version));
    facts.add(Dialogs::tr("Operator sets"), opsets.join(u", "_s));
    facts.add(Dialogs::tr("Nodes in the file"), QString::number(p.fileNodes));
    facts.add(Dialogs::tr("Q and DQ nodes"), QString::number(p.quantizeNodes));
    facts.add(Dialogs::tr("Operations"), QString::number(model.graph->operationCount()));
    facts.add(Dialogs::tr("Slots"), QString::number(model.baseline.size()));
    facts.add(Dialogs::tr("Initializers"), u"%1 (%2)"_s.arg(QString::number(p.initializers), qs(byteText(p.initializerBytes))));
    if (p.subgraphs > 0) facts.add(Dialogs::tr("Subgraphs"), QString::number(p.subgraphs));
    if (p.functions > 0) facts.add(Dialogs::tr("Functions"), QString::number(p.functions));
    facts.add(Dialogs::tr("Description"), qs(p.documentation));
    column->addLayout(facts.layout());
    if (!p.files.empty()) {
        column->addSpacing(space::kUnit);
        column->addWidget(sectionLabel(Dialogs::tr("Files"), page));
        Facts files(page);
        for (const ModelFile& file : p.files) files.add(qs(file.role), u"%1 (%2)"_s.arg(qs(file.path), qs(byteText(file.bytes))));
        column->addLayout(files.layout());
    }
    if (!p.metadata.empty()) {
        column->addSpacing(space::kUnit);
        column->addWidget(sectionLabel(Dialogs::tr("Metadata"), page));
        Facts metadata(page);
        for (const auto& [key, value] : p.metadata) metadata.add(shortened(qs(key), 40), shortened(qs(value), 2000));
        column->addLayout(metadata.layout());
    }
    column->addStretch(1);
    return scrolled(page, parent);
}

QWidget* noticesPage(const Model& model, QWidget* parent)
{
    if (model.notices.empty())
        return emptyState(u"check"_s, Dialogs::tr("Nothing was lost"), Dialogs::tr("Everything in the files was understood."), parent);
    auto* list = new QListWidget(parent);
    list->setObjectName(u"noticesList"_s);
    list->setAccessibleName(Dialogs::tr("Notices"));
    list->setWordWrap(true);
    list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    for (const Message& notice : model.notices) list->addItem(messageText(notice));
    return list;
}

} // namespace

void showProperties(Session& session, QWidget* parent, PropertiesPage page)
{
    const auto& model = session.model();
    if (!model) return;
    if (auto* old = parent->findChild<QDialog*>(u"propertiesDialog"_s)) delete old;
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(u"propertiesDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Dialogs::tr("Properties of %1").arg(qs(model->name)));
    auto* column = new QVBoxLayout(dialog);
    auto* tabs = new QTabWidget(dialog);
    tabs->setObjectName(u"propertiesTabs"_s);
    tabs->setAccessibleName(dialog->windowTitle());
    tabs->addTab(generalPage(*model, tabs), Dialogs::tr("General"));
    tabs->addTab(noticesPage(*model, tabs), Dialogs::tr("Notices (%1)").arg(model->notices.size()));
    tabs->setCurrentIndex(page == PropertiesPage::Notices ? 1 : 0);
    column->addWidget(tabs);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    column->addWidget(buttons);
    resizeWithin(*dialog, {620, 560});
    dialog->show();
}

void showShortcuts(const Actions& actions, QWidget* parent)
{
    if (auto* old = parent->findChild<QDialog*>(u"shortcutsDialog"_s)) delete old;
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(u"shortcutsDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Dialogs::tr("Keyboard shortcuts"));
    auto* outer = new QVBoxLayout(dialog);
    auto* filter = new QLineEdit(dialog);
    filter->setObjectName(u"shortcutFilter"_s);
    filter->setPlaceholderText(Dialogs::tr("A key or a word"));
    filter->setAccessibleName(Dialogs::tr("Filter the keys"));
    filter->setClearButtonEnabled(true);
    outer->addWidget(filter);
    auto* sheet = new ShortcutSheet(actions, dialog);
    QScrollArea* area = scrolled(sheet, dialog);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // it has as many columns as there is room for
    outer->addWidget(area);
    QObject::connect(filter, &QLineEdit::textChanged, sheet, &ShortcutSheet::setFilter);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    outer->addWidget(buttons);
    const QMargins around = outer->contentsMargins();
    const int bar = dialog->style()->pixelMetric(QStyle::PM_ScrollBarExtent) + 2 * space::kUnit;
    resizeWithin(*dialog, QSize(sheet->widthOfColumns(2) + bar + around.left() + around.right(), 680));
    filter->setFocus();
    dialog->show();
}

void showAbout(QWidget* parent)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(u"aboutDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Dialogs::tr("About Alignscope"));
    auto* row = new QHBoxLayout;
    row->setSpacing(space::kDouble);
    auto* logo = new QLabel(dialog);
    logo->setPixmap(icon(u"alignscope"_s).pixmap(QSize(56, 56), dialog->devicePixelRatioF()));
    row->addWidget(logo, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    auto* title = new QLabel(u"Alignscope %1"_s.arg(QCoreApplication::applicationVersion()), dialog);
    title->setFont(scaledFont(1.5, true));
    words->addWidget(title);
    auto* text = mutedLabel(Dialogs::tr("An inspector for the quantization scales that operations of a neural network share. "
                                        "Its PPQ engine reproduces the alignment pass of PPQ 0.6.6; its strict engine gives what the constraints mean. "
                                        "All numbers are computed from the scales alone; no model is run and nothing leaves this computer."),
                            dialog);
    text->setMinimumWidth(400);
    words->addWidget(text);
    words->addWidget(mutedLabel(Dialogs::tr("Apache License 2.0. Uses Qt %1, ONNX, Protocol Buffers and Graphviz.").arg(QString::fromLatin1(qVersion())), dialog));
    row->addLayout(words, 1);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(24, 24, 24, space::kDouble);
    column->setSpacing(space::kDouble);
    column->addLayout(row);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    column->addWidget(buttons);
    dialog->show();
}

} // namespace alignscope::ui
