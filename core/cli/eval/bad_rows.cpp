#include "eval/bad_rows.h"

namespace attune::eval {
namespace {

constexpr std::size_t kNamed = 5;  // of one file
constexpr const char* kWho = "attune eval: ";

}  // namespace

void BadRows::add(const std::string& file, std::size_t line, const std::string& what) {
  files_[file].try_emplace(line, what);
}

std::string BadRows::report() const {
  std::string out;
  for (const auto& [file, lines] : files_) {
    std::size_t named = 0;
    for (const auto& [line, what] : lines) {
      if (++named > kNamed) break;
      out.append(kWho).append(file).append(":").append(std::to_string(line));
      out.append(": ").append(what).append("\n");
    }
    if (lines.size() <= kNamed) continue;
    out.append(kWho).append(file).append(": ").append(std::to_string(lines.size() - kNamed));
    out.append(" more bad rows\n");
  }
  return out;
}

}  // namespace attune::eval
