// Parts of the configuration, read from JSON; parse_config() in attune/config.h puts them together.
#pragma once

#include "attune/config.h"
#include "json/checks.h"

namespace attune {

// Ranges and limits are those of web/schema/{policy,playbook,lexicon}.schema.json.
Policy read_policy(const Json& value, const Place& place, Problems& problems);
OpeningHours read_hours(const Json& value, const Place& place, Problems& problems);
Playbook read_playbook(const Json& value, const Place& place, Problems& problems);
// `object` is the configuration: its member "lexicon".
std::vector<CompanyWord> read_lexicon(ObjectReader& object, Problems& problems);

// Names of the topics that every company has.
std::vector<std::string_view> general_topics();

// Whether it has the outer form of a BCP-47 tag: a language of 2 to 8 letters, then subtags of 1
// to 8 letters and digits.
bool is_language_tag(std::string_view tag);

// Whether a link may stand in a reply: relative, http, https, mailto or tel, without spaces,
// control characters or backslashes (which browsers drop or turn into slashes).
bool is_safe_href(std::string_view href);

}  // namespace attune
