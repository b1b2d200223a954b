// SPDX-License-Identifier: Apache-2.0
// What is said about a query that finds nothing.
#include "core/search/suggestion.h"

#include <gtest/gtest.h>

namespace alignscope {
namespace {

std::string better(const std::string& query)
{
    const auto suggestion = suggestSearch(query);
    return suggestion ? suggestion->query : std::string("nothing");
}

TEST(Suggestion, namesTheKeyAndTheNearest)
{
    const auto suggestion = suggestSearch("conv -grup:G3 add");
    ASSERT_TRUE(suggestion.has_value());
    EXPECT_EQ(suggestion->unknown, "grup:");
    EXPECT_EQ(suggestion->better, "-group:G3"); // as it stands in the query
    EXPECT_EQ(suggestion->query, "conv -group:G3 add");
    EXPECT_EQ(better("scal>0.1"), "scale>0.1");
    EXPECT_EQ(better("sclae>=0.1"), "scale>=0.1");
    EXPECT_EQ(better("tpye:Conv"), "type:Conv");
    EXPECT_EQ(better("attribute:axis"), "attr:axis");
    EXPECT_EQ(better("sta:PASSIVE"), "state:PASSIVE");
    EXPECT_EQ(better("Grup:\"a b\" x"), "group:\"a b\" x");
}

TEST(Suggestion, valuesAndRelationsAreMendedToo)
{
    EXPECT_EQ(better("state:PASIVE"), "state:PASSIVE");
    EXPECT_EQ(better("is:splt"), "is:split");
    EXPECT_EQ(better("group=G3"), "group:G3");
    EXPECT_EQ(better("type=Conv"), "type:Conv");
    EXPECT_EQ(better("misalinged"), "misaligned");
    EXPECT_EQ(better("requantise"), "requantize");
}

TEST(Suggestion, relationsThatAreNoneAreMended)
{
    EXPECT_EQ(better("type>Conv"), "type:Conv");
    EXPECT_EQ(better("grp>3"), "group:3");
    EXPECT_EQ(better("scale!>0.1"), "scale<=0.1");
    EXPECT_EQ(better("scale!<0.1"), "scale>=0.1");
    EXPECT_EQ(better("scale=>0.1"), "scale>=0.1");
    EXPECT_EQ(better("scale=<0.1"), "scale<=0.1");
    EXPECT_EQ(better("scale<>0.1"), "scale!=0.1");
    EXPECT_EQ(better("scale:>0.1"), "scale>0.1");
    EXPECT_EQ(better("scal=>0.1"), "scale>=0.1");
    EXPECT_EQ(better("add -scale=>0.1"), "add -scale>=0.1");
    EXPECT_EQ(better("scale=>"), "nothing"); // still being typed
}

TEST(Suggestion, anUnequalName_isATermThatMustNotHold)
{
    EXPECT_EQ(better("type!=Conv"), "-type:Conv");
    EXPECT_EQ(better("add -tpye!=Conv"), "add type:Conv");
}

TEST(Suggestion, nothingNear_isSaidAsSuch)
{
    const auto suggestion = suggestSearch("colour:red");
    ASSERT_TRUE(suggestion.has_value());
    EXPECT_EQ(suggestion->unknown, "colour:");
    EXPECT_TRUE(suggestion->better.empty() && suggestion->query.empty());
}

TEST(Suggestion, whatIsRightOrANameIsLeftAlone)
{
    for (const char* query : {"", "type:Conv scale>0.1", "requantize", "onnx::Conv_12", "/model.4/Conv", "conv1", "\"grup:G3\"", "Conv1:in:0", "is:broken"})
        EXPECT_EQ(better(query), "nothing") << query;
}

} // namespace
} // namespace alignscope
