#include "attune/analyzer.h"

#include <algorithm>
#include <utility>

#include "conclude.h"
#include "model/model.h"
#include "reader.h"

namespace attune {
namespace {

constexpr double kFading = 0.7;  // of what was heard before, with each turn

}  // namespace

Context after_turn(const Context& before, double frustration) {
  return {false, std::max(frustration, kFading * before.frustration)};
}

struct Analyzer::Parts {
  Reader reader;
  model::Model model;
};

Analyzer::Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

Result<Analyzer> Analyzer::create() {
  Result<Reader> reader = Reader::create();
  if (!reader) return reader.error();
  Result<model::Model> model = model::Model::open(model::Model::built_in());
  if (!model) return model.error();
  Analyzer analyzer;
  analyzer.parts_ =
      std::make_unique<Parts>(Parts{std::move(reader.value()), std::move(model.value())});
  return analyzer;
}

const Tables& Analyzer::tables() const { return parts_->reader.tables(); }

Assessment Analyzer::assess(std::string_view utf8, const Vocabulary* own, const Context& context) {
  Reader& reader = parts_->reader;
  Reading& reading = reader.read(utf8, own, context);
  Assessment assessment = conclude(reader.tables(), parts_->model, reader.text(), reading);
  if (own != nullptr && !own->empty()) reader.add_topics(*own, assessment);
  return assessment;
}

}  // namespace attune
