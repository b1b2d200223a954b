// SPDX-License-Identifier: Apache-2.0
// NameTable: what has which name, however many there are.
#include "core/base/name_table.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

namespace alignscope {
namespace {

class Names : public ::testing::Test {
protected:
    std::string_view operator()(std::uint32_t number) const { return names[number]; }
    std::uint32_t add(const std::string& name)
    {
        names.push_back(name);
        return table.insert(name, static_cast<std::uint32_t>(names.size() - 1), nameOf);
    }
    std::uint32_t find(const std::string& name) const { return table.find(name, nameOf); }

    NameTable table;
    std::vector<std::string> names;
    std::function<std::string_view(std::uint32_t)> nameOf = [this](std::uint32_t number) { return (*this)(number); };
};

TEST_F(Names, emptyTable_findsNothing)
{
    EXPECT_EQ(find("a"), NameTable::kNone);
}

TEST_F(Names, thousands_areAllFoundAfterGrowing)
{
    for (int i = 0; i < 5000; ++i) EXPECT_EQ(add("n" + std::to_string(i)), static_cast<std::uint32_t>(i));
    for (int i = 0; i < 5000; ++i) EXPECT_EQ(find("n" + std::to_string(i)), static_cast<std::uint32_t>(i));
    EXPECT_EQ(find("n5000"), NameTable::kNone);
}

TEST_F(Names, repeatedName_belongsToTheFirst)
{
    add("a");
    add("b");
    EXPECT_EQ(add("a"), 0U);
    EXPECT_EQ(find("a"), 0U);
}

} // namespace
} // namespace alignscope
