// SPDX-License-Identifier: Apache-2.0
// ExportDialog: where to, in which form; progress; and what was written and proven.
#pragma once

#include "core/io/export_model.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace alignscope::ui {

class SegmentedControl;
class Session;

class ExportDialog : public QDialog {
    Q_OBJECT
public:
    explicit ExportDialog(Session& session, QWidget* parent = nullptr);

    void reject() override; ///< cancels a running export

private:
    QWidget* makeForm();
    QWidget* makeProgress();
    QWidget* makeResult();
    void browse();
    void adjustEnding();
    void start();
    void finished(const ExportReport& report);
    void failed(const QString& sentence);
    [[nodiscard]] ExportFormat format() const;

    Session& m_session;
    QStackedWidget* m_pages = nullptr;
    QLineEdit* m_path = nullptr;
    SegmentedControl* m_format = nullptr;
    QCheckBox* m_sidecar = nullptr;
    QLabel* m_problem = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_headline = nullptr;
    QVBoxLayout* m_lines = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_cancel = nullptr;
};

/// What an export did, line by line; the first one is the headline.
[[nodiscard]] QStringList reportLines(const ExportReport& report);

} // namespace alignscope::ui
