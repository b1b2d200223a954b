// SPDX-License-Identifier: Apache-2.0
// SearchBox: the search field of the tool bar with its list of hits and the terms it knows.
#pragma once

#include "core/base/ids.h"

#include <QWidget>

#include <vector>

class QAction;
class QFrame;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace alignscope::ui {

class SearchModel;
class Session;

/// Return or F3 goes to the next hit, with Shift to the previous, Down into the list (whose current
/// hit is previewed, and selected by Return), Tab completes a term, Escape leaves.
class SearchBox : public QWidget {
    Q_OBJECT
public:
    explicit SearchBox(Session& session, QWidget* parent = nullptr);
    void start(); ///< focus, with the old query selected
    /// Searches for it and shows the list.
    void ask(const QString& query);
    /// The list opens over this widget rather than over what stands beside it; outlives the box.
    void setArea(QWidget* area) { m_area = area; }
    [[nodiscard]] QLineEdit* field() const noexcept { return m_field; }

Q_SIGNALS:
    void hitsChanged(const std::vector<alignscope::OpId>& hits);
    /// The list stands at a hit without selecting it; invalid when it no longer does.
    void previewed(alignscope::OpId operation);
    void covers(const QRect& inWindow); ///< where the list stands; null: nowhere
    void left(); ///< Escape, or a hit was chosen: the canvas may have the focus back

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void search();
    void makeRoom();
    void refresh();
    void go(int step);
    void place();
    void hidePopup();
    void choose(int row);
    void toggleHelp(bool shown);
    bool complete();
    void correct();
    [[nodiscard]] QWidget* makeHelp();

    Session& m_session;
    SearchModel* m_model;
    QLineEdit* m_field;
    QAction* m_sign = nullptr;
    QAction* m_helpAction = nullptr;
    QFrame* m_popup = nullptr;
    QLabel* m_count = nullptr;
    QLabel* m_hint = nullptr;
    QPushButton* m_better = nullptr; ///< the query as it was probably meant
    QString m_betterQuery;
    QListView* m_list = nullptr;
    QWidget* m_help = nullptr;
    QWidget* m_area = nullptr;
    int m_current = -1;
    bool m_helpWanted = false;
};

} // namespace alignscope::ui
