#include "reply/texts.h"

#include <cstddef>
#include <limits>

#include "text/similarity.h"

namespace attune {
namespace {

constexpr std::uint32_t kMostVariants = 32;  // bits of a mask
constexpr std::size_t kMostFamilies = 256;   // more than texts.tsv has

// Longest unit first: 60 days are 2 months, 21 days 3 weeks, 10 days stay days.
struct Unit {
  std::string_view key;
  long long days;
  long long most;  // largest count that people still say
};
constexpr Unit kUnits[] = {
    {"years", 365, 100},
    {"months", 30, 24},
    {"weeks", 7, 12},
    {"days", 1, std::numeric_limits<long long>::max()},
};

std::string variant_key(std::string_view family, std::uint32_t number) {
  return std::string(family) + "." + std::to_string(number);
}

}  // namespace

Texts::Texts(const Tables& tables, std::string_view company) : tables_(tables), company_(company) {
  team_ = get(company.empty() ? "team" : "team.company");
}

Texts Texts::in(std::string_view tag) const {
  Texts other = *this;
  other.prefix_ = std::string(tag.substr(0, tag.find('-'))) + ":";
  if (tables_.text(other.prefix_ + "explain.two").empty()) other.prefix_.clear();
  return other;
}

std::string_view Texts::language() const {
  if (prefix_.empty()) return "en";
  return std::string_view(prefix_).substr(0, prefix_.size() - 1);
}

std::string_view Texts::find(std::string_view key) const {
  const std::string_view own = prefix_.empty() ? "" : tables_.text(prefix_ + std::string(key));
  return own.empty() ? tables_.text(key) : own;
}

std::string Texts::get(std::string_view key, std::initializer_list<Variable> variables) const {
  const auto value_of = [&](std::string_view name) -> std::string {
    for (const Variable& variable : variables) {
      if (variable.first == name) return variable.second;
    }
    if (name == "company") return company_;
    if (name == "team") return team_;
    if (name == "Team") return capitalised(team_);
    return "";
  };
  std::string_view rest = find(key);
  std::string text;
  while (true) {
    const std::size_t open = rest.find('{');
    const std::size_t close = open == std::string_view::npos ? open : rest.find('}', open);
    if (close == std::string_view::npos) break;
    text += rest.substr(0, open);
    text += value_of(rest.substr(open + 1, close - open - 1));
    rest.remove_prefix(close + 1);
  }
  return text.append(rest);
}

std::string Texts::counted(std::string_view key, long long count) const {
  const std::string number = std::to_string(count);
  const std::string own = std::string(key) + "." + number;
  return has(own) ? get(own) : get(std::string(key) + ".n", {{"n", number}});
}

std::string Texts::times(int count) const { return count < 2 ? "" : counted("times", count); }

std::string Texts::days(double count) const {
  if (!(count >= 1.0)) return "";
  // Nobody has waited longer; a larger number is a slip and would not fit the integer.
  const auto days = static_cast<long long>(count < 36500.0 ? count : 36500.0);
  for (const Unit& unit : kUnits) {
    if (days % unit.days == 0 && days / unit.days <= unit.most) {
      return counted(unit.key, days / unit.days);
    }
  }
  return "";
}

ContactWords::ContactWords(const Texts& texts, const Contact& contact)
    : times(texts.times(contact.times.value_or(0))),
      days(texts.days(contact.waiting_days.value_or(0.0))) {}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

void Variants::serve(Archive& archive) {
  archive.list("families", used_, kMostFamilies, [&](Used& each) {
    archive.group("", [&] {
      archive.hash("family", each.family);
      archive.hash("variants", each.variants);
    });
  });
}

std::uint32_t& Variants::used(std::string_view family) {
  const std::uint32_t hash = hash_of(family);
  for (Used& each : used_) {
    if (each.family == hash) return each.variants;
  }
  return used_.emplace_back(Used{hash, 0U}).variants;
}

std::string Variants::pick_new(const Texts& texts, std::string_view family, std::uint32_t seed) {
  std::uint32_t count = 0;
  while (count < kMostVariants && texts.has(variant_key(family, count + 1))) ++count;
  std::uint32_t& variants = used(family);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t variant = (seed + i) % count;
    if ((variants >> variant & 1U) != 0) continue;
    variants |= 1U << variant;
    return variant_key(family, variant + 1);
  }
  return "";
}

std::string Variants::pick(const Texts& texts, std::string_view family, std::uint32_t seed) {
  std::string key = pick_new(texts, family, seed);
  if (!key.empty()) return key;
  used(family) = 0;
  return pick_new(texts, family, seed);
}

}  // namespace attune
