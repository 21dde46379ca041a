// The files of labelled messages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attune::labelled {

// The paths of the files of a folder with this ending (".tsv"), by name; none when the folder can't
// be read.
std::vector<std::string> files_in(const std::string& folder, std::string_view ending);

// Replaces `out` with the bytes of a file; false when it can't be read.
bool read_bytes(const std::string& path, std::string& out);

// Lines without their ends and without a byte order mark; a line break at the end of the text
// starts no line.
std::vector<std::string_view> lines_of(std::string_view text);

// The pieces of `text` between separators; one empty piece when it is empty.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace attune::labelled
