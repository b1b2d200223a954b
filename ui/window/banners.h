// SPDX-License-Identifier: Apache-2.0
// Banners: what the window has to say, above the canvas and without stopping anyone. The most important
// stands there; a button leads to the others.
#pragma once

#include <QMap>
#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

class QFrame;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace alignscope::ui {

class Banners : public QWidget {
    Q_OBJECT
public:
    /// Answer: what the user has just asked for waits for his word.
    enum class Kind { Info, Answer, Good, Warning, Bad };
    struct Button {
        QString text;
        std::function<void()> pressed; ///< the banner goes away first
    };

    explicit Banners(QWidget* parent = nullptr);
    /// Replaces the banner with the same key. One that cannot be closed has to be taken away.
    void show(const QString& key, Kind kind, const QString& text, const std::vector<Button>& buttons = {}, bool closable = true);
    /// One line that is cut when there is no room, so that the next one does not move what is below.
    void showLine(const QString& key, const QString& text, const std::vector<Button>& buttons);
    /// Puts something to choose with in front of its buttons; it belongs to the banner then.
    void addChooser(const QString& key, QWidget* chooser);
    /// A banner with a progress bar.
    void showProgress(const QString& key, const QString& text, const std::vector<Button>& buttons);
    void setProgress(const QString& key, double fraction);
    void take(const QString& key);
    /// All but one.
    void clear(const QString& kept);
    [[nodiscard]] bool has(const QString& key) const { return m_frames.contains(key); }
    [[nodiscard]] QString text(const QString& key) const;
    /// The one that stands there when not all are shown; empty: there is none.
    [[nodiscard]] QString foremost() const;

private:
    void arrange();
    QFrame* make(const QString& key, Kind kind, const QString& text, const std::vector<Button>& buttons, bool closable, bool progress);

    QVBoxLayout* m_column;
    QPushButton* m_more;
    QMap<QString, QFrame*> m_frames;
    int m_shown = 0;         ///< so many banners were made
    bool m_showsAll = false;
};

} // namespace alignscope::ui
