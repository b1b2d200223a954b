// SPDX-License-Identifier: Apache-2.0
// ScenariosPanel: the named scenarios side by side, with their price; several are compared on the canvas.
#pragma once

#include <QWidget>

#include <vector>

class QFrame;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace alignscope::ui {

class ElidedLabel;
class ScenarioComparison;
class ScenarioCosts;
class ScenariosModel;
class ScenarioStore;
class Session;
class VariantsPanel;

class ScenariosPanel : public QWidget {
    Q_OBJECT
public:
    ScenariosPanel(Session& session, ScenarioStore& store, ScenarioCosts& costs, ScenarioComparison& comparison,
                   QWidget* parent = nullptr);
    [[nodiscard]] QTreeView* view() const noexcept { return m_view; }

Q_SIGNALS:
    void keepRequested();
    void importRequested();
    void filesDropped(const QStringList& paths);
    void differencesRequested(); ///< the list of what differs between two
    void refused(const QString& why);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeTools();
    void refresh();
    void refreshSelection();
    [[nodiscard]] std::vector<int> rows() const; ///< selected, from the top
    void switchTo(int row);
    void moveBy(int step);
    void compareSelected();
    void listDifferences();

    Session& m_session;
    ScenarioStore& m_store;
    ScenarioComparison& m_comparison;
    ScenariosModel* m_model;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_emptyPage = nullptr;
    QString m_emptyKey;
    QTreeView* m_view = nullptr;
    QFrame* m_hint = nullptr;
    QPushButton* m_keep = nullptr;
    QPushButton* m_switch = nullptr;
    QPushButton* m_compare = nullptr;
    QToolButton* m_update = nullptr;
    QToolButton* m_rename = nullptr;
    QToolButton* m_duplicate = nullptr;
    QToolButton* m_delete = nullptr;
    QToolButton* m_up = nullptr;
    QToolButton* m_down = nullptr;
    QToolButton* m_import = nullptr;
    ElidedLabel* m_count = nullptr;
    QPushButton* m_differences = nullptr;
    VariantsPanel* m_variants = nullptr;
};

} // namespace alignscope::ui
