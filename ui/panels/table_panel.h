// SPDX-License-Identifier: Apache-2.0
// TablePanel: a filterable, sortable, copyable view of an item model whose rows select things.
#pragma once

#include "ui/session/selection.h"

#include <QWidget>

class QAbstractItemModel;
class QAction;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTreeView;

namespace alignscope::ui {

class Session;
class WordsFilter;

/// A click or the arrow keys select what the row's kTargetRole names; Ctrl+C copies the selected
/// rows as tab-separated text with exact numbers.
class TablePanel : public QWidget {
    Q_OBJECT
public:
    /// `name` is the stem of object names ("slots"), `title` what a screen reader says.
    TablePanel(Session& session, const QString& name, const QString& title, QWidget* parent = nullptr);

    [[nodiscard]] QTreeView* view() const noexcept { return m_view; }
    [[nodiscard]] QLineEdit* filterField() const noexcept { return m_filterField; }
    [[nodiscard]] WordsFilter* filter() const noexcept { return m_filter; }
    /// Text of the selected rows, all visible ones when none is; with a header line.
    [[nodiscard]] QString copyText() const;

protected:
    void setSourceModel(QAbstractItemModel* model);
    /// Shown instead of the view; an empty sentence shows the view.
    void setEmpty(const QString& sentence, const QString& hint);
    [[nodiscard]] QHBoxLayout* toolRow() const noexcept { return m_toolRow; }
    void setFitting(const QList<int>& widths);
    Session& m_session;

private:
    void updateCount();
    void followSelection();

    QString m_name;
    QHBoxLayout* m_toolRow;
    QLineEdit* m_filterField;
    QLabel* m_count;
    QStackedWidget* m_stack;
    QTreeView* m_view;
    QWidget* m_emptyPage = nullptr;
    WordsFilter* m_filter;
    QString m_emptyKey;
    bool m_selecting = false;
};

} // namespace alignscope::ui
