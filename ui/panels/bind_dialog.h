// SPDX-License-Identifier: Apache-2.0
// BindDialog: chooses the slot that another one is to follow, with the keyboard.
#pragma once

#include "core/base/ids.h"
#include "ui/session/latest_job.h"

#include <QDialog>
#include <QThreadPool>

#include <vector>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace alignscope::ui {

class HandCost;
class Session;
class SlotChoiceModel;
class WordsFilter;

/// Lists the slots that may be the master, of large models as they are found; the canvas shows what the chosen one would do.
class BindDialog : public QDialog {
    Q_OBJECT
public:
    BindDialog(Session& session, SlotId slot, QWidget* parent);
    ~BindDialog() override;

    void accept() override;
    void done(int result) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] SlotId chosen() const;
    void judge();
    void look(); ///< for the slots that may be the master
    void take(std::vector<SlotId> choices);
    void found();
    [[nodiscard]] bool finding() const;
    void acceptAwaited();

    Session& m_session;
    SlotId m_slot;
    HandCost* m_cost;
    QLineEdit* m_filter;
    QListView* m_list;
    SlotChoiceModel* m_choices;
    WordsFilter* m_words;
    QThreadPool m_pool;
    LatestJob m_job;
    bool m_typed = false; ///< the first row of what is found is meant
    bool m_awaited = false; ///< Return was typed before that row is known
    QLabel* m_verdict;
    QPushButton* m_bind;
};

} // namespace alignscope::ui
