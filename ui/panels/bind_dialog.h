// SPDX-License-Identifier: Apache-2.0
// BindDialog: chooses the slot that another one is to follow, with the keyboard.
#pragma once

#include "core/base/ids.h"

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace alignscope::ui {

class HandCost;
class Session;
class WordsFilter;

/// Lists the slots that may be the master; the canvas shows what the chosen one would do.
class BindDialog : public QDialog {
    Q_OBJECT
public:
    BindDialog(Session& session, SlotId slot, QWidget* parent);

    void accept() override;
    void done(int result) override;

private:
    [[nodiscard]] SlotId chosen() const;
    void judge();

    Session& m_session;
    SlotId m_slot;
    HandCost* m_cost;
    QLineEdit* m_filter;
    QListView* m_list;
    std::vector<SlotId> m_candidates; ///< by row of the unfiltered list
    QLabel* m_verdict;
    QPushButton* m_bind;
};

} // namespace alignscope::ui
