#include "json/write_state.h"

namespace attune {

void StateWriter::text(const char* name, std::string& value, std::size_t /*most*/) {
  named(name).string(value);
}

std::int64_t StateWriter::whole_of(const char* name, std::int64_t value, std::int64_t /*low*/,
                                   std::int64_t /*high*/) {
  named(name).integer(value);
  return value;
}

bool StateWriter::has(const char* /*name*/, bool has) { return has; }

void StateWriter::open(const char* name) { named(name).begin_object(); }

void StateWriter::close() { out_.end_object(); }

std::size_t StateWriter::open_list(const char* name, std::size_t size, std::size_t /*most*/) {
  named(name).begin_array();
  return size;
}

void StateWriter::close_list() { out_.end_array(); }

void StateWriter::fail(std::string_view /*message*/, std::string_view /*expected*/) {
  // A state that has come about by turns is never wrong.
}

// Elements of lists have no name.
JsonWriter& StateWriter::named(const char* name) { return *name == '\0' ? out_ : out_.key(name); }

}  // namespace attune
