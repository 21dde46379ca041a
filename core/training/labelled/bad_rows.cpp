#include "labelled/bad_rows.h"

namespace attune::labelled {
namespace {

constexpr std::size_t kNamed = 5;  // of one file

}  // namespace

void BadRows::add(const std::string& file, std::size_t line, const std::string& what) {
  files_[file].try_emplace(line, what);
}

std::size_t BadRows::count() const {
  std::size_t all = 0;
  for (const auto& [file, lines] : files_) all += lines.size();
  return all;
}

std::string BadRows::report(const std::string& who) const {
  std::string out;
  for (const auto& [file, lines] : files_) {
    std::size_t named = 0;
    for (const auto& [line, what] : lines) {
      if (++named > kNamed) break;
      out.append(who).append(": ").append(file).append(":").append(std::to_string(line));
      out.append(": ").append(what).append("\n");
    }
    if (lines.size() <= kNamed) continue;
    out.append(who).append(": ").append(file).append(": ");
    out.append(std::to_string(lines.size() - kNamed)).append(" more bad rows\n");
  }
  return out;
}

}  // namespace attune::labelled
