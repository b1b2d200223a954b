// SPDX-License-Identifier: Apache-2.0
// TablePanel: a filterable, sortable, copyable view of an item model whose rows select things.
#pragma once

#include "ui/session/selection.h"

#include <QWidget>

#include <functional>

class QAbstractItemModel;
class QAction;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QModelIndex;
class QStackedWidget;
class QTreeView;

namespace alignscope::ui {

class NameDelegate;
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
    /// Text of the selected rows, when none is those that pass the filter, but not millions of them; with a header line.
    [[nodiscard]] QString copyText() const;

protected:
    void setSourceModel(QAbstractItemModel* model);
    /// Shown instead of the view; an empty sentence shows the view.
    void setEmpty(const QString& sentence, const QString& hint);
    [[nodiscard]] QHBoxLayout* toolRow() const noexcept { return m_toolRow; }
    void setFitting(const QList<int>& widths);
    /// Columns whose texts are names: elided so that their end stays.
    void setNameColumns(const QList<int>& columns);
    /// What the order without a sorted column is called ("Worst first").
    void setUnsortedText(const QString& text);
    /// The user moved to a row; selects what it names unless told otherwise.
    virtual void chooseRow(const QModelIndex& row);
    void choose(const Selection& target);
    /// Marks the row of what was selected elsewhere.
    virtual void followSelection();
    /// Runs `refresh` now, or when the panel is next seen if that spares work on every step.
    void refreshWhenSeen(std::function<void()> refresh);
    void showEvent(QShowEvent* event) override;
    Session& m_session;

private:
    void copy();
    void updateCount();

    QString m_name;
    QHBoxLayout* m_toolRow;
    QLineEdit* m_filterField;
    QLabel* m_count;
    QStackedWidget* m_stack;
    QTreeView* m_view;
    QWidget* m_emptyPage = nullptr;
    WordsFilter* m_filter;
    NameDelegate* m_names;
    QAction* m_unsorted;
    QString m_emptyKey;
    bool m_selecting = false;
    std::function<void()> m_refresh;
};

} // namespace alignscope::ui
