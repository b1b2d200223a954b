// SPDX-License-Identifier: Apache-2.0
// ComparePanel: the scenario beside the other engine, another order of the operations, or another file.
#pragma once

#include "core/base/result.h"
#include "core/compare/comparison.h"
#include "ui/panels/table_panel.h"
#include "ui/session/latest_job.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace alignscope::ui {

class ComparisonModel;

/// Works only while it can be seen (or its comparison is on the canvas); always in a thread.
class ComparePanel : public TablePanel {
    Q_OBJECT
public:
    enum class Side { Engine, Topological, Reversed, File };

    explicit ComparePanel(Session& session, QWidget* parent = nullptr);
    ~ComparePanel() override;

    [[nodiscard]] Side side() const noexcept { return m_side; }
    /// File needs one that was chosen before; see compareWithFile.
    void setSide(Side side);
    /// What another order of the operations would give: the one that differs from the file's.
    void askOrder();
    /// A model, or a quantization config for the open one.
    void compareWithFile(const QString& path);
    /// Asks for a file first.
    void chooseFile();
    void setOnCanvas(bool on);
    /// Null while there is none yet.
    [[nodiscard]] std::shared_ptr<const Comparison> comparison() const;
    [[nodiscard]] bool busy() const noexcept { return m_job.running() || m_openJob.running(); }

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Made {
        std::shared_ptr<const Comparison> comparison;
        std::shared_ptr<const Evaluation> view;
    };
    void invalidate();
    void refresh();
    void arrived(Made made);
    void announce();
    void showView();
    void updateDetails();
    [[nodiscard]] QString nameOfSide() const;
    [[nodiscard]] QString summary(const Comparison& comparison) const;
    [[nodiscard]] QString unmatchedText(const Comparison& comparison) const;
    void listUnmatched();

    ComparisonModel* m_rows;
    QComboBox* m_chooser;
    QToolButton* m_all;
    QToolButton* m_canvas;
    QToolButton* m_unmatched;
    QLabel* m_summary;
    QLabel* m_details;
    LatestJob m_job;
    LatestJob m_openJob;
    Side m_side = Side::Engine;
    std::shared_ptr<const Model> m_other;
    QString m_otherPath;
    QString m_failure; ///< of the other file
    std::shared_ptr<const Evaluation> m_view;
    bool m_stale = true;
};

} // namespace alignscope::ui
