// SPDX-License-Identifier: Apache-2.0
// SearchModel: the operations that a query finds, with why each was found.
#pragma once

#include "core/search/search.h"
#include "core/search/suggestion.h"
#include "ui/session/latest_job.h"
#include "ui/session/selection.h"

#include <QAbstractListModel>
#include <QString>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace alignscope::ui {

/// The language is that of parseQuery(). Large models are searched in a thread: then the old hits
/// stay until changed() comes. Thread: GUI.
class SearchModel : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int kWhyRole = Qt::UserRole + 40;  ///< QString; empty when the row says it itself
    static constexpr int kTypeRole = Qt::UserRole + 41; ///< QString

    explicit SearchModel(QObject* parent = nullptr);
    ~SearchModel() override;

    void setModel(std::shared_ptr<const Model> model);
    /// What quantization terms look at.
    void setEvaluation(std::shared_ptr<const Evaluation> evaluation, EvaluationSide side);
    void setQuery(const QString& query);
    [[nodiscard]] const std::vector<OpId>& hits() const noexcept { return m_hits; }
    /// There is a query without mistakes.
    [[nodiscard]] bool active() const noexcept { return !m_query.empty(); }
    /// What is wrong with the query; empty when nothing is.
    [[nodiscard]] const QString& error() const noexcept { return m_error; }
    /// The error is only that the last term is still being typed: "type:" without a type yet.
    [[nodiscard]] bool unfinished() const noexcept { return m_unfinished; }
    [[nodiscard]] bool searching() const noexcept { return m_job.running(); }
    /// What was probably meant, where nothing is found, a negated word leaves nothing out, or a value is none.
    [[nodiscard]] std::optional<SearchSuggestion> suggestion() const;
    /// What the term being typed may become, and the query with the first of it.
    [[nodiscard]] QStringList completions(const QString& query) const;
    [[nodiscard]] static QString completed(const QString& query, const QString& completion);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void changed(); ///< hits(), error() or searching() are others

private:
    struct Found {
        std::shared_ptr<const SearchIndex> index;
        std::shared_ptr<const Search> search;
        std::vector<OpId> hits;
        std::optional<SearchSuggestion> suggestion; ///< for a negated word
    };
    void run();
    void take(Found found);
    [[nodiscard]] QString why(OpId operation) const;

    QThreadPool m_pool;
    LatestJob m_job;
    std::shared_ptr<const Model> m_model;
    std::shared_ptr<const Evaluation> m_evaluation;
    EvaluationSide m_side = EvaluationSide::Outcome;
    std::shared_ptr<const SearchIndex> m_index; ///< made at the first query
    std::shared_ptr<const Search> m_search;
    std::string m_text;
    SearchQuery m_query;
    QString m_error;
    bool m_valueBad = false;
    bool m_unfinished = false;
    std::vector<OpId> m_hits;
    std::optional<SearchSuggestion> m_negated;
};

} // namespace alignscope::ui
