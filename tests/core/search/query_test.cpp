// SPDX-License-Identifier: Apache-2.0
// The query language: what is a term, what is a word, and what is said about mistakes.
#include "core/search/query.h"

#include "core/base/message_codes.h"

#include <gtest/gtest.h>

#include <string>

namespace alignscope {
namespace {

SearchTerm only(const std::string& text)
{
    const auto query = parseQuery(text);
    EXPECT_TRUE(query.has_value()) << text << ": " << (query ? std::string() : sentence(query.error()));
    EXPECT_EQ(query ? query->terms.size() : 0U, 1U) << text;
    return query && query->terms.size() == 1 ? query->terms.front() : SearchTerm{};
}

MessageCode errorOf(const std::string& text)
{
    const auto query = parseQuery(text);
    EXPECT_FALSE(query.has_value()) << text;
    return query ? MessageCode::Cancelled : query.error().code;
}

TEST(Query, namesWithSlashesAndColons_areWords)
{
    for (const char* name : {"/model.4/m.0/Conv", "model/x:0", "Conv1:in:0", "/", "//", "don't", "a=b", "x<y", "-", "re-lu"}) {
        const SearchTerm term = only(name);
        EXPECT_EQ(term.field, SearchField::Any) << name;
        EXPECT_TRUE(term.text.matches(lowered(name))) << name;
        EXPECT_FALSE(term.negated) << name;
    }
}

TEST(Query, wordsInQuotes_areOneWhole)
{
    const SearchTerm term = only("\"Add 1\"");
    EXPECT_TRUE(term.text.matches("add 1"));
    EXPECT_FALSE(term.text.matches("add 12"));
    EXPECT_FALSE(term.flag.has_value());
    EXPECT_FALSE(only("'split'").flag.has_value()); // quoted, it is a name and no state
    EXPECT_EQ(only("Split").flag, SearchFlag::Split);
    EXPECT_EQ(only("type:\"Conv\"").field, SearchField::Type);
}

TEST(Query, keysAndNumbers_areRead)
{
    SearchTerm term = only("scale>=1e-3");
    EXPECT_EQ(term.field, SearchField::Scale);
    EXPECT_EQ(term.relation, Relation::GreaterEqual);
    EXPECT_EQ(term.number, 1e-3);
    EXPECT_EQ(only("offset!=0").relation, Relation::NotEqual);
    EXPECT_EQ(only("BITS>1").field, SearchField::BitsLost);
    EXPECT_EQ(only("group:g12").group, 12U);
    EXPECT_EQ(only("state:passive").state, TqcState::Passive);
    EXPECT_EQ(only("shape:1,3,?,224").shape, (std::vector<std::int64_t>{1, 3, -1, 224}));
    EXPECT_EQ(only("is:misaligned").flag, SearchFlag::Misaligned);
    term = only("-attr:Group>1");
    EXPECT_TRUE(term.negated);
    EXPECT_EQ(term.attribute, "group");
    EXPECT_EQ(term.relation, Relation::Greater);
    EXPECT_EQ(term.written, "attr:Group>1");
}

TEST(Query, typeWithStars_isAWholeWithGaps)
{
    EXPECT_TRUE(only("type:conv").text.matches("conv"));
    EXPECT_FALSE(only("type:conv").text.matches("convtranspose"));
    EXPECT_TRUE(only("type:Conv*").text.matches("convtranspose"));
    EXPECT_FALSE(only("type:Conv*").text.matches("qlinearconv"));
    EXPECT_TRUE(only("type:*a.b*").text.matches("xa.by"));
    EXPECT_FALSE(only("type:*a.b*").text.matches("xacby"));
    EXPECT_TRUE(only("type:/^q.*conv$/").text.matches("qlinearconv"));
}

TEST(Query, mistakes_areNamed)
{
    EXPECT_EQ(errorOf("conv \"add"), MessageCode::SearchQuoteOpen);
    EXPECT_EQ(errorOf("/a(b/"), MessageCode::SearchPatternBad);
    EXPECT_EQ(errorOf("scale>"), MessageCode::SearchValueMissing);
    EXPECT_EQ(errorOf("type:"), MessageCode::SearchValueMissing);
    EXPECT_EQ(errorOf("scale>big"), MessageCode::SearchNumberBad);
    EXPECT_EQ(errorOf("scale>nan"), MessageCode::SearchNumberBad);
    EXPECT_EQ(errorOf("state:NOPE"), MessageCode::SearchValueUnknown);
    EXPECT_EQ(errorOf("is:nothing"), MessageCode::SearchValueUnknown);
    EXPECT_EQ(errorOf("shape:1,,3"), MessageCode::SearchShapeBad);
    EXPECT_EQ(errorOf("shape:-1"), MessageCode::SearchShapeBad);
    EXPECT_EQ(errorOf("group:0"), MessageCode::SearchGroupBad);
    EXPECT_EQ(errorOf("attr:=2"), MessageCode::SearchValueMissing);
    EXPECT_EQ(errorOf(std::string(5000, 'a')), MessageCode::SearchTooLong);
}

// With a backtracking engine each of these takes longer than anyone lives, or a whole stack.
TEST(Query, hostileExpressions_endAtOnce)
{
    const std::string subject(50'000, 'a');
    for (const char* text : {"/(a*)*b/", "/(a|aa)+$b/", "/(.*)*(.*)*(.*)*x/", "/((((((((a?)*)*)*)*)*)*)*)*b/"})
        EXPECT_FALSE(only(text).text.matches(subject)) << text;
    EXPECT_EQ(errorOf(std::string("/").append(900, '(').append("/")), MessageCode::SearchPatternBad);
    EXPECT_EQ(errorOf("/((a{1000}){1000}){1000}/"), MessageCode::SearchPatternBad);
    EXPECT_EQ(errorOf("/(a)\\1/"), MessageCode::SearchPatternBad);
}

} // namespace
} // namespace alignscope
