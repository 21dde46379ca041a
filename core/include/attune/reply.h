// How the bot should sound, and what it says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attune {

enum class Register { kCalmDirect, kPlain, kWarm };
enum class Brevity { kShort, kNormal };

std::string_view name_of(Register value);
std::string_view name_of(Brevity value);

struct Tone {
  Register tone_register = Register::kPlain;
  bool acknowledge = false;
  bool apologise = false;
  bool emoji = false;
  bool exclamations = false;
  Brevity brevity = Brevity::kNormal;
};

// Something that the customer can press. Exactly one of `href` and `message` may be set;
// with neither, `id` says what happens ("talk_to_person").
struct ReplyAction {
  std::string id;
  std::string label;
  std::string href;     // a link, relative or http(s) or mailto or tel
  std::string message;  // a quick reply: sent as the customer's next message
};

struct Reply {
  std::string text;
  std::vector<ReplyAction> actions;
};

}  // namespace attune
