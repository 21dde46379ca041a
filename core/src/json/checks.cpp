#include "json/checks.h"

#include <algorithm>
#include <utility>

namespace attune {
namespace {

constexpr std::size_t kLongestId = 64;

std::string in_quotes(std::string_view text) {
  constexpr std::size_t kShown = 60;  // bytes; enough to recognise it
  if (text.size() <= kShown) return "\"" + std::string(text) + "\"";
  std::size_t end = kShown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return "\"" + std::string(text.substr(0, end)) + "...\"";
}

std::size_t count_characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;  // not a continuation byte
  }));
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7f;
  });
}

bool is_id(std::string_view text, bool dashes) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.empty() || text.size() > kLongestId) return false;
  if (!letter(text[0]) && !(dashes && digit(text[0]))) return false;
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return letter(c) || digit(c) || c == '_' || (dashes && c == '-');
  });
}

// Levenshtein distance; both words are short.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string Place::pointer() const {
  if (parent_ == nullptr) return "";
  std::string path = parent_->pointer();
  if (is_index_) {
    append_to_pointer(path, index_);
  } else {
    append_to_pointer(path, member_);
  }
  return path;
}

void Problems::add(const Place& place, std::string message, std::string expected) {
  ++count_;
  if (first_) return;
  first_ =
      Error{ErrorCode::kInvalidConfig, std::move(message), place.pointer(), std::move(expected)};
}

Error Problems::first() const {
  Error error = *first_;
  if (count_ == 2) error.message += " (and 1 more problem)";
  if (count_ > 2) error.message += " (and " + std::to_string(count_ - 1) + " more problems)";
  return error;
}

ObjectReader::ObjectReader(const Json& value, const Place& place, Problems& problems,
                           const std::vector<std::string_view>& known,
                           const std::vector<std::string_view>& required)
    : place_(place), problems_(problems) {
  if (!value.is_object()) {
    problems_.add(place_, "is " + std::string(kind_name(value)), "an object");
    return;
  }
  object_ = &value;
  for (auto member = value.begin(); member != value.end(); ++member) {
    if (std::find(known.begin(), known.end(), member.key()) != known.end()) continue;
    report(member.key(), "unknown member " + in_quotes(member.key()) + suggest(member.key(), known),
           one_of_list(known));
  }
  for (const std::string_view member : required) {
    if (!has(member)) {
      problems_.add(place_, "the member " + in_quotes(member) + " is missing",
                    "an object with " + in_quotes(member));
    }
  }
}

const Json* ObjectReader::find(std::string_view member) const {
  if (object_ == nullptr) return nullptr;
  const auto found = object_->find(std::string(member));
  return found == object_->end() ? nullptr : &found.value();
}

void ObjectReader::with(std::string_view member, ReadValue read) const {
  if (const Json* value = find(member)) read(*value, Place(place_, member));
}

void ObjectReader::each(std::string_view member, std::size_t least, std::size_t most,
                        ReadValue read) {
  const Json* array = find_array(member, least, most);
  if (array == nullptr) return;
  const Place place(place_, member);
  for (std::size_t i = 0; i < array->size(); ++i) read((*array)[i], Place(place, i));
}

void ObjectReader::text(std::string_view member, TextLimits limits, std::string& out) {
  with(member, [&](const Json& value, const Place& place) {
    read_text(value, place, limits, problems_, out);
  });
}

void ObjectReader::texts(std::string_view member, std::size_t most, TextLimits limits,
                         std::vector<std::string>& out) {
  each(member, 0, most, [&](const Json& value, const Place& place) {
    read_text(value, place, limits, problems_, out.emplace_back());
  });
}

void ObjectReader::id(std::string_view member, bool dashes, std::string& out) {
  with(member, [&](const Json& value, const Place& place) {
    const auto* text = value.get_ptr<const std::string*>();
    if (text != nullptr && is_id(*text, dashes)) {
      out = *text;
      return;
    }
    problems_.add(
        place,
        text == nullptr ? "is " + std::string(kind_name(value))
                        : in_quotes(*text) + " is not an id",
        std::string("1 to 64 lower-case letters, digits and ") +
            (dashes ? "'_' or '-', not starting with a sign" : "'_', starting with a letter"));
  });
}

void ObjectReader::number(std::string_view member, int low, int high, double& out) {
  with(member, [&](const Json& value, const Place& place) {
    const double number = value.is_number() ? value.get<double>() : low - 1.0;
    if (number >= low && number <= high) {
      out = number;
      return;
    }
    problems_.add(place,
                  value.is_number() ? "is out of range" : "is " + std::string(kind_name(value)),
                  "a number from " + std::to_string(low) + " to " + std::to_string(high));
  });
}

void ObjectReader::integer(std::string_view member, int low, int high, int& out) {
  with(member, [&](const Json& value, const Place& place) {
    // 3.0 is an integer to JSON Schema, so it is here.
    const double number = value.is_number() ? value.get<double>() : low - 1.0;
    const bool in_range = number >= low && number <= high;
    if (in_range && static_cast<double>(static_cast<int>(number)) == number) {
      out = static_cast<int>(number);
      return;
    }
    problems_.add(place,
                  !value.is_number() ? "is " + std::string(kind_name(value))
                  : in_range         ? "is not a whole number"
                                     : "is out of range",
                  "a whole number from " + std::to_string(low) + " to " + std::to_string(high));
  });
}

void ObjectReader::boolean(std::string_view member, bool& out) {
  with(member, [&](const Json& value, const Place& place) {
    if (value.is_boolean()) {
      out = value.get<bool>();
    } else {
      problems_.add(place, "is " + std::string(kind_name(value)), "true or false");
    }
  });
}

const Json* ObjectReader::find_array(std::string_view member, std::size_t least, std::size_t most) {
  const Json* value = find(member);
  if (value == nullptr) return nullptr;
  if (value->is_array() && value->size() >= least && value->size() <= most) return value;
  report(member,
         value->is_array() ? "has " + std::to_string(value->size()) + " elements"
                           : "is " + std::string(kind_name(*value)),
         "an array of " + std::to_string(least) + " to " + std::to_string(most) + " elements");
  return nullptr;
}

void ObjectReader::one_of(std::string_view member, const std::vector<std::string_view>& names,
                          std::size_t& index) {
  with(member, [&](const Json& value, const Place& place) {
    const auto* text = value.get_ptr<const std::string*>();
    const auto found = text == nullptr ? names.end() : std::find(names.begin(), names.end(), *text);
    if (found != names.end()) {
      index = static_cast<std::size_t>(found - names.begin());
      return;
    }
    problems_.add(place,
                  text == nullptr ? "is " + std::string(kind_name(value))
                                  : "unknown value " + in_quotes(*text) + suggest(*text, names),
                  one_of_list(names));
  });
}

void read_text(const Json& value, const Place& place, TextLimits limits, Problems& problems,
               std::string& out) {
  const std::string expected = "a text of " + std::to_string(limits.least) + " to " +
                               std::to_string(limits.most) + " characters";
  const auto* text = value.get_ptr<const std::string*>();
  if (text == nullptr) {
    problems.add(place, "is " + std::string(kind_name(value)), expected);
    return;
  }
  const std::size_t characters = count_characters(*text);
  if (characters < limits.least || characters > limits.most) {
    problems.add(place, "has " + std::to_string(characters) + " characters", expected);
  } else if (has_control_character(*text)) {
    problems.add(place, "holds a control character",
                 "a text without control characters other than line breaks and tabs");
  } else {
    out = *text;
  }
}

std::string suggest(std::string_view word, const std::vector<std::string_view>& names) {
  constexpr std::size_t kLongest = 64;
  std::string_view best;
  std::size_t least = word.size() / 3 + 1;  // a third of the letters may be wrong
  for (const std::string_view name : names) {
    if (word.size() > kLongest) break;
    const std::size_t distance = edit_distance(word, name);
    if (distance <= least && (best.empty() || distance < least)) {
      best = name;
      least = distance;
    }
  }
  return best.empty() ? "" : " (did you mean " + in_quotes(best) + "?)";
}

std::string one_of_list(const std::vector<std::string_view>& names) {
  std::string list = "one of ";
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) list += ", ";
    list += names[i];
  }
  return list;
}

}  // namespace attune
