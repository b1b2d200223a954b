// SPDX-License-Identifier: Apache-2.0
// ScenariosModel: the loaded state, the scenario in force and the named ones with their price.
#pragma once

#include "core/cascade/sweep.h"

#include <QAbstractTableModel>

#include <array>
#include <optional>
#include <vector>

namespace alignscope::ui {

class ScenarioCosts;
class ScenarioStore;
class Session;

class ScenariosModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Key, Name, Requantize, Misaligned, WorstBits, SummedBits, Broken, Contract, Groups, Largest, EngineColumn, Methods, Exceptions, Note, ColumnCount
    };
    static constexpr int kLoadedRow = 0;
    static constexpr int kCurrentRow = 1;
    static constexpr int kFirstKept = 2;

    ScenariosModel(Session& session, ScenarioStore& store, ScenarioCosts& costs, QObject* parent = nullptr);

    [[nodiscard]] Scenario scenario(int row) const;
    [[nodiscard]] QString name(int row) const;
    /// Index in the store; -1 for the two rows above it.
    [[nodiscard]] static int keptIndex(int row) { return row >= kFirstKept ? row - kFirstKept : -1; }
    /// The price is the lowest of the column, and not that of every scenario.
    [[nodiscard]] bool isBest(int row, int column) const;
    /// The letters of those that are compared, by name; they stand beside the keys.
    void setLetters(const QStringList& names);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// A name that was typed cannot be given.
    void refused(const QString& why);

private:
    struct Row {
        Scenario scenario;
        const Combination* cost = nullptr; ///< null: not known yet
    };
    void refresh();
    [[nodiscard]] std::optional<double> figure(int row, int column) const;
    [[nodiscard]] QString figureText(int row, int column) const;

    Session& m_session;
    ScenarioStore& m_store;
    ScenarioCosts& m_costs;
    std::vector<Row> m_rows;
    QStringList m_lettered;
    std::array<std::optional<double>, ColumnCount> m_best;
};

} // namespace alignscope::ui
