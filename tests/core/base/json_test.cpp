// SPDX-License-Identifier: Apache-2.0
#include "core/base/json.h"
#include "core/base/json_text.h"
#include "core/base/message_codes.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

namespace alignscope {
namespace {

TEST(Json, members_keepTheirOrder)
{
    const auto json = parseJson(R"({"z": 1, "a": [true, null, -2.5], "m": {"k": "v"}})", "f");
    ASSERT_TRUE(json);
    ASSERT_TRUE(json->members());
    EXPECT_EQ(json->members()->at(0).key, "z");
    EXPECT_EQ(json->members()->at(1).key, "a");
    EXPECT_EQ(json->members()->at(2).key, "m");
    EXPECT_EQ(*json->find("m")->find("k")->text(), "v");
    double number = 0;
    EXPECT_TRUE(json->find("a")->items()->at(2).toNumber(number));
    EXPECT_EQ(number, -2.5);
}

TEST(Json, syntaxError_namesLineAndColumn)
{
    const auto json = parseJson("{\n  \"a\": NaN\n}", "f.json");
    ASSERT_FALSE(json);
    EXPECT_EQ(json.error().code, MessageCode::JsonSyntax);
    EXPECT_NE(sentence(json.error()).find("line 2"), std::string::npos) << sentence(json.error());
}

TEST(Json, hostileText_isRefused)
{
    EXPECT_EQ(parseJson(std::string(100000, '['), "f").error().code, MessageCode::JsonTooDeep);
    EXPECT_EQ(parseJson(R"({"a": 1, "a": 2})", "f").error().code, MessageCode::JsonRepeatedKey);
    EXPECT_EQ(parseJson("[1e999]", "f").error().code, MessageCode::JsonSyntax);
    EXPECT_EQ(parseJson("", "f").error().code, MessageCode::JsonSyntax);
    EXPECT_EQ(parseJson("{} x", "f").error().code, MessageCode::JsonSyntax);
    EXPECT_EQ(parseJson("\"\xff\"", "f").error().code, MessageCode::JsonSyntax);
}

TEST(JsonText, strings_areAlwaysValidJson)
{
    const std::string odd = std::string("a\"b\\c\n\x01") + "\xff" + "\xc3\xa9" + "\xed\xa0\x80";
    const auto back = parseJson(jsonText(odd), "f");
    ASSERT_TRUE(back);
    EXPECT_EQ(*back->text(), "a\"b\\c\n\x01\xef\xbf\xbd\xc3\xa9\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
}

TEST(JsonText, floats_readBackBitwiseThroughDouble)
{
    std::mt19937 random(7);
    for (int i = 0; i < 400000; ++i) {
        const float value = std::bit_cast<float>(static_cast<std::uint32_t>(random()));
        if (!std::isfinite(value)) continue;
        const auto json = parseJson(jsonNumber(value), "f");
        double number = 0;
        ASSERT_TRUE(json && json->toNumber(number)) << jsonNumber(value);
        ASSERT_EQ(std::bit_cast<std::uint32_t>(static_cast<float>(number)), std::bit_cast<std::uint32_t>(value))
            << jsonNumber(value);
    }
}

TEST(JsonText, numbers_areShortAndIntegersHaveNoPoint)
{
    EXPECT_EQ(jsonNumber(0.024632560089230537F), "0.02463256");
    EXPECT_EQ(jsonNumber(128.0F), "128");
    EXPECT_EQ(jsonNumber(-0.0F), "-0.0");
    EXPECT_EQ(jsonNumber(std::numeric_limits<float>::quiet_NaN()), "null");
    EXPECT_EQ(jsonNumber(-2147483648.0), "-2147483648");
    EXPECT_EQ(jsonNumbers({}, false), "null");
}

} // namespace
} // namespace alignscope
