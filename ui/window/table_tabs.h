// SPDX-License-Identifier: Apache-2.0
// TableTabs: the tables at the bottom; where their names do not fit, all but the current one show an icon.
#pragma once

#include <QStringList>
#include <QTabWidget>

namespace alignscope::ui {

/// Names stay with the tabs for screen readers and as tool tips, whatever is shown.
class TableTabs : public QTabWidget {
    Q_OBJECT
public:
    explicit TableTabs(QWidget* parent = nullptr);
    void addTable(QWidget* table, const QString& icon, const QString& name);
    [[nodiscard]] bool compact() const noexcept { return m_compact; }
    /// No table asks for more than there is between two docks in a small window: it would lie over them.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();

    QStringList m_names;
    QStringList m_icons;
    bool m_compact = false;
};

} // namespace alignscope::ui
