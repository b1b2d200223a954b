// SPDX-License-Identifier: Apache-2.0
// PictureDialog: which part of the graph, with what around it, how large; a preview; the file.
#pragma once

#include "ui/export/picture.h"
#include "ui/session/latest_job.h"

#include <QDialog>
#include <QThreadPool>
#include <QTimer>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace alignscope::ui {

class SegmentedControl;

enum class PictureArea { Whole, Visible, Selection };

/// What can be made a picture of.
struct PictureSubject {
    PictureRequest request; ///< its area, scale, colours and extras are the dialog's to choose
    QRectF visible;         ///< scene
    QRectF selection;       ///< scene; null: nothing that is drawn is selected
    QString folder;         ///< first proposed
    QString stem;           ///< of the file name
};

/// Remembers the choices (settings, "picture/..."). Painting and writing run in a thread.
class PictureDialog : public QDialog {
    Q_OBJECT
public:
    PictureDialog(PictureSubject subject, PictureFormat format, QWidget* parent = nullptr);
    ~PictureDialog() override;

    /// What the choices amount to.
    [[nodiscard]] PictureRequest request() const;
    [[nodiscard]] PictureFormat format() const;
    /// Writes the picture and closes the dialog when that worked. One that takes long goes on without the dialog.
    void save(const QString& path);
    /// Gives the window back while the picture is written: aside() first, then progress(), then one of
    /// saved(), failed() and, after cancel(), nothing. The dialog deletes itself.
    void stepAside();
    void cancel();
    [[nodiscard]] bool isAside() const noexcept { return m_aside; }
    /// The file that is being written.
    [[nodiscard]] const QString& path() const noexcept { return m_path; }

Q_SIGNALS:
    void saved(const QString& path);
    void aside(const QString& path);
    void progress(double fraction);
    void failed(const QString& sentence); ///< only after aside()

private:
    QWidget* makeForm();
    void askWhere();
    void choicesChanged();
    [[nodiscard]] QString sizeText(const PictureFile& file) const;
    void ended(const Result<QString>& written);
    void remember() const;
    [[nodiscard]] PictureArea area() const;

    PictureSubject m_subject;
    QThreadPool m_pool;
    LatestJob m_previewJob;
    LatestJob m_saveJob;
    QTimer m_patience;   ///< how long the dialog stays while it is saving
    QString m_path;      ///< that is being written
    bool m_aside = false;
    SegmentedControl* m_format = nullptr;
    SegmentedControl* m_area = nullptr;
    SegmentedControl* m_colours = nullptr;
    QCheckBox* m_legend = nullptr;
    QCheckBox* m_scorecard = nullptr;
    QDoubleSpinBox* m_scale = nullptr;
    QLabel* m_scaleLabel = nullptr;
    QLabel* m_size = nullptr;
    QLabel* m_preview = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace alignscope::ui
