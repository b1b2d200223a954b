// SPDX-License-Identifier: Apache-2.0
// Actions: every command of the window, once; menus, tool bar and palette share them.
#pragma once

#include <QAction>
#include <QCoreApplication>
#include <QList>

#include <array>
#include <cstdint>

class QActionGroup;
class QObject;

namespace alignscope::ui {

struct Actions {
    Q_DECLARE_TR_FUNCTIONS(alignscope::ui::Actions)
public:
    /// What a command is about: the headings of the list of keys, in this order.
    enum class Topic : std::uint8_t { Navigate, Select, Search, Align, Compare, Steps, View, File };
    [[nodiscard]] static Topic topicOf(const QAction* action);
    /// What an action is called, without the mark of its key and the dots.
    [[nodiscard]] static QString plainText(QString text);

    explicit Actions(QObject* parent);

    // File
    QAction* open;
    QAction* openWithConfig;
    QAction* reload;
    QAction* closeModel;
    QAction* saveSession;
    QAction* saveSessionAs;
    QAction* addScenarios;
    QAction* exportModel;
    QAction* exportPng;
    QAction* exportSvg;
    QAction* exportPdf;
    QAction* properties;
    QAction* quit;
    // Edit
    QAction* undo; ///< made by the undo stack, see MainWindow
    QAction* redo;
    QAction* find;
    QAction* copyName;
    // Align
    QAction* cycleMethod;
    QAction* forceOverlap;
    QAction* compareEngines;
    QAction* compareOrders;
    QAction* brokenPromises;
    QAction* compareFile;
    QAction* compareOnCanvas;
    QAction* keepScenario;
    QAction* updateScenario;
    QAction* showScenarios;
    std::array<QAction*, 9> scenarios; ///< keys 1..9; their texts follow the names
    QAction* bind;
    QAction* releaseBinding;
    QAction* pin;
    QAction* unpin;
    QAction* excludeEdge;
    QAction* clearOverrides; ///< and all other edits by hand
    // View
    QAction* before;
    QAction* after;
    QAction* difference;
    QAction* nextCompared;
    QActionGroup* mode;
    QAction* bindings;
    QAction* hulls;
    QAction* requantizeEdges;
    QAction* cost;
    QAction* legend;
    QAction* minimap;
    QAction* names;
    QAction* attributes;
    QAction* initializers;
    QAction* unfold;
    QAction* direction;
    QAction* wheelZooms;
    QAction* animations;
    QAction* fit;
    QAction* fitSelection;
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* zoomActual;
    QAction* themeSystem;
    QAction* themeLight;
    QAction* themeDark;
    QActionGroup* theme;
    QAction* languageSystem;
    QAction* languageEnglish;
    QAction* languageChinese;
    QActionGroup* language;
    QAction* fullScreen;
    QAction* resetLayout;
    // Go
    QAction* back;
    QAction* forward;
    QAction* producer;
    QAction* consumers;
    QAction* nextSlot;
    QAction* previousSlot;
    QAction* neighbourhood;
    QAction* fewerHops;
    QAction* showAll;
    QAction* expandBlock;
    QAction* collapseBlock;
    QAction* collapseAll;
    QAction* expandAll;
    QAction* nextChange;
    QAction* previousChange;
    QAction* nextRequantize;
    QAction* previousRequantize;
    QAction* showGroup;
    QAction* why;
    QAction* clearSelection;
    // Steps
    QAction* stepForward;
    QAction* stepBack;
    QAction* stepToStart;
    QAction* stepToEnd;
    QAction* play;
    QAction* nextStop;
    QAction* previousStop;
    QAction* toggleBreakpoint;
    QAction* haltAtSlot;
    QAction* watch;
    // Help
    QAction* palette;
    QAction* shortcuts;
    QAction* about;

    /// All of them, in order; each has a text, an object name and a status tip.
    [[nodiscard]] const QList<QAction*>& all() const noexcept { return m_all; }

private:
    QAction* add(QObject* parent, const char* objectName, const QString& text, const QString& tip,
                 const QKeySequence& key = {}, const char* iconName = nullptr);
    QList<QAction*> m_all;
    Topic m_topic = Topic::File; ///< of those that are added next
};

} // namespace alignscope::ui
