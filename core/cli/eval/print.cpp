#include "eval/print.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>

#include "json/writer.h"

namespace attune::eval {
namespace {

constexpr std::size_t kColumns = 5 + kPeers.size();
constexpr std::size_t kTextColumns = 3;  // stand to the left, figures to the right
using Line = std::array<std::string, kColumns>;

constexpr const char* kNote =
    "\n"
    "n        rows with a label; \"m of n\": a fixed sample of m of them was scored\n"
    "(dev)    only the rows that no weight is fitted on\n"
    "[ , ]    95 % interval, percentiles of 1,000 bootstrap resamples of the rows\n"
    "emotion  the strongest one is said; right when it is one of the labels\n"
    "-        a reader has no such score\n"
    "vader, afinn, wink: their sentiment; where another signal is asked, how negative it is\n"
    "(AUC, precision, Pearson), and whether it is negative at all (share, F1)\n";

std::string fixed(double value) {
  if (std::isnan(value)) return "-";
  std::array<char, 32> text{};
  const int length = std::snprintf(text.data(), text.size(), "%.3f", value);
  return {text.data(), static_cast<std::size_t>(length)};
}

Line header() {
  Line line = {"file", "task", "measure", "n", "attune"};
  for (std::size_t i = 0; i < kPeers.size(); ++i) line[5 + i] = kPeers[i].name;
  return line;
}

Line line_of(const Figure& figure) {
  Line line;
  line[0] = figure.file;
  line[1] = figure.task;
  line[2] = figure.measure;
  line[3] = std::to_string(figure.rows);
  if (figure.rows < figure.available) line[3] += " of " + std::to_string(figure.available);
  line[4] = fixed(figure.attune);
  if (!std::isnan(figure.attune)) {
    line[4] += " [" + fixed(figure.interval.low) + ", " + fixed(figure.interval.high) + "]";
  }
  for (std::size_t i = 0; i < kPeers.size(); ++i) line[5 + i] = fixed(figure.peers[i]);
  return line;
}

void append_number(JsonWriter& json, std::string_view key, double value) {
  json.key(key);
  if (std::isnan(value)) {
    json.null();
  } else {
    json.number(value);
  }
}

}  // namespace

std::string to_table(const std::vector<Figure>& figures) {
  std::vector<Line> lines = {header()};
  for (const Figure& figure : figures) lines.push_back(line_of(figure));
  std::array<std::size_t, kColumns> widths{};
  for (const Line& line : lines) {
    for (std::size_t i = 0; i < kColumns; ++i) widths[i] = std::max(widths[i], line[i].size());
  }
  std::string out;
  for (const Line& line : lines) {
    for (std::size_t i = 0; i < kColumns; ++i) {
      const std::string gap(widths[i] - line[i].size(), ' ');
      if (i > 0) out += "  ";
      out += i < kTextColumns ? line[i] + gap : gap + line[i];
    }
    out += '\n';
  }
  return out + kNote;
}

std::string to_json_lines(const std::vector<Figure>& figures) {
  std::string out;
  for (const Figure& figure : figures) {
    JsonWriter json;
    json.begin_object();
    json.key("file").string(figure.file);
    json.key("task").string(figure.task);
    json.key("measure").string(figure.measure);
    json.key("rows").integer(static_cast<std::int64_t>(figure.rows));
    json.key("available").integer(static_cast<std::int64_t>(figure.available));
    append_number(json, "attune", figure.attune);
    append_number(json, "low", figure.interval.low);
    append_number(json, "high", figure.interval.high);
    for (std::size_t i = 0; i < kPeers.size(); ++i) {
      append_number(json, kPeers[i].name, figure.peers[i]);
    }
    json.end_object();
    out += json.take() + "\n";
  }
  return out;
}

}  // namespace attune::eval
