// Several words in one cell of a spreadsheet: "a.jpg; b.jpg". Must not know what the words mean.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hazcheck {

// Adds a word behind "; ". One that holds a semicolon or a line break, or would be read as something else at its
// edges, stands in double quotes, its own doubled: what split_cell_list makes of the cell are the words again.
void add_to_cell_list(std::string& cell, std::string_view word);

// The words between semicolons of either width or line breaks, without blanks around them. A word in double quotes is
// what stands in them; a quote that is not closed right before the next separator is a character as any other.
std::vector<std::string> split_cell_list(std::string_view cell);

// What people put into a cell that has nothing in it: "-", "/", "无" and the like.
bool says_nothing(std::string_view cell);

}  // namespace hazcheck
