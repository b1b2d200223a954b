// SPDX-License-Identifier: Apache-2.0
// SearchBox: the search field of the tool bar with its list of hits.
#pragma once

#include "core/base/ids.h"

#include <QWidget>

#include <vector>

class QFrame;
class QLabel;
class QLineEdit;
class QListView;

namespace alignscope::ui {

class SearchModel;
class Session;

/// Return goes to the next hit, Shift+Return to the previous, Down into the list, Escape leaves.
class SearchBox : public QWidget {
    Q_OBJECT
public:
    explicit SearchBox(Session& session, QWidget* parent = nullptr);
    void start(); ///< focus, with the old query selected
    [[nodiscard]] QLineEdit* field() const noexcept { return m_field; }

Q_SIGNALS:
    void hitsChanged(const std::vector<alignscope::OpId>& hits);
    void left(); ///< Escape: the canvas may have the focus back

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void go(int step);
    void place();
    void choose(int row);

    Session& m_session;
    SearchModel* m_model;
    QLineEdit* m_field;
    QFrame* m_popup = nullptr;
    QLabel* m_count = nullptr;
    QListView* m_list = nullptr;
    int m_current = -1;
};

} // namespace alignscope::ui
