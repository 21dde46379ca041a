// Rows that can't be used, to be named on standard error: the first ones of a file, then their
// count.
#pragma once

#include <cstddef>
#include <map>
#include <string>

namespace attune::labelled {

class BadRows {
 public:
  // Each line is kept once, whichever task finds it.
  void add(const std::string& file, std::size_t line, const std::string& what);

  // Drops those of a file that is not scored after all.
  void forget(const std::string& file) { files_.erase(file); }

  bool any() const { return !files_.empty(); }
  std::size_t count() const;

  // "WHO: FILE:LINE: what" a line, of all files by name. `who`: the program that says so.
  std::string report(const std::string& who) const;

 private:
  std::map<std::string, std::map<std::size_t, std::string>> files_;
};

}  // namespace attune::labelled
