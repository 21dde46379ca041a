#include "dataset.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <unordered_map>

#include "labelled/bad_rows.h"
#include "labelled/examples.h"
#include "labelled/files.h"
#include "labelled/table.h"

namespace attune::train {
namespace {

using labelled::Row;
using model::head_of;

constexpr float kPart = 0.85F;  // target of "somewhat" upset
constexpr float kOnlyTold = 0.2F;
constexpr float kWeakWeight = 0.4F;  // of labels that come from the kind of set, not from a reader

float truth(bool yes) { return yes ? 1.0F : 0.0F; }

void set_labels(const Labels& labels, Sample& sample) {
  constexpr std::array<float, 3> kUpset = {0.0F, kPart, 1.0F};
  auto& target = sample.target;
  target.fill(0.0F);
  target[model::kFrustration] = kUpset[static_cast<std::size_t>(labels.upset)];
  target[model::kPositive] = labels.sentiment > 1 ? 1.0F : labels.sentiment > 0 ? kPart : 0.0F;
  // A fault that is only told is matter-of-fact, or nearly so.
  target[model::kNegative] = labels.sentiment < -1   ? 1.0F
                             : labels.sentiment == 0 ? 0.0F
                             : labels.sentiment > 0  ? 0.0F
                             : labels.upset > 0      ? kPart
                                                     : kOnlyTold;
  target[model::kSoon] = truth(labels.urgency >= 1);
  target[model::kAtOnce] = truth(labels.urgency >= 2);
  target[model::kSarcasm] = truth(labels.sarcasm);
  for (const Emotion each : labels.emotions) target[head_of(each)] = 1.0F;
  for (const Flag each : labels.flags) target[head_of(each)] = 1.0F;
  for (const Topic each : labels.topics) target[head_of(each)] = 1.0F;
  sample.judged = true;
}

// FNV-1a of the bytes.
std::uint64_t hash_of(const std::string& text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const unsigned char byte : text) hash = (hash ^ byte) * 0x100000001B3U;
  return hash;
}

// The hash in hexadecimal: the key of labels for texts that stay where they are.
std::string key_of(const std::string& text) {
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx",
                static_cast<unsigned long long>(hash_of(text)));
  return digits.data();
}

// A fixed share of the texts, the same on every machine.
bool is_one_in(unsigned n, const std::string& text) { return hash_of(text) % n == 0; }

std::string stem_of(const std::string& file) { return std::filesystem::path(file).stem().string(); }

bool is_train(const Row& row) { return row["split"] == "train"; }

class Collector {
 public:
  Collector(std::string data, Dataset& out) : data_(std::move(data)), out_(out) {}

  void read_corpus(const std::string& folder) {
    for (const std::string& file : labelled::files_in(folder, ".jsonl")) {
      const std::uint16_t group = out_.group("corpus " + stem_of(file));
      each_example(file, [&](Example& example) {
        Sample& sample = out_.samples.emplace_back();
        sample.text = std::move(example.text);
        sample.conversation = std::move(example.conversation);
        sample.turn = example.turn;
        sample.group = group;
        set_labels(example.labels, sample);
        sample.customer = true;
      });
    }
  }

  void read_labels(const std::string& folder) {
    for (const std::string& file : labelled::files_in(folder, ".jsonl")) {
      auto& labels = labels_[stem_of(file)];
      each_example(file, [&](Example& example) { labels.emplace(example.id, example.labels); });
    }
  }

  // Names the rows that are bad.
  void report() {
    std::fputs(bad_.report("attune-train").c_str(), stderr);
    out_.bad_rows = bad_.count();
  }

  // The rows of a set: labelled ones by what we say of them, others by `fill`.
  template <typename Fill>
  void read_set(const std::string& name, const Fill& fill) {
    const std::uint16_t group = out_.group(name);
    const auto& labels = labels_[name];
    std::size_t used = 0;
    std::set<std::string> taken;  // texts come several times
    const std::string file = data_ + "/train/" + name + ".tsv";
    const labelled::Table table = labelled::read_tsv(read_file(file), file, bad_);
    for (const labelled::TableRow& cells : table.rows) {
      const Row row(table, cells);
      Sample sample;
      sample.text = row["text"];
      sample.group = group;
      sample.weight = kWeakWeight;
      const bool known = fill(row, sample);
      const auto found = labels.empty() ? labels.end() : labels.find(key_of(sample.text));
      if (found != labels.end() && !taken.insert(found->first).second) continue;
      if (found != labels.end()) ++used;
      if (!is_train(row)) continue;  // other rows are for measuring: attune eval counts on it
      if (found != labels.end()) {
        sample.weight = 1.0F;
        set_labels(found->second, sample);
      } else if (!known) {
        continue;
      }
      out_.samples.push_back(std::move(sample));
    }
    if (used < labels.size()) {
      std::fprintf(stderr, "attune-train: %zu of %zu labels of %s fit no text\n",
                   labels.size() - used, labels.size(), name.c_str());
    }
  }

 private:
  // The bytes of a file; "" with a word on standard error when it can't be read.
  static std::string read_file(const std::string& file) {
    std::string bytes;
    if (!labelled::read_bytes(file, bytes)) {
      std::fprintf(stderr, "attune-train: %s can't be read: left out\n", file.c_str());
    }
    return bytes;
  }

  template <typename Use>
  void each_example(const std::string& file, const Use& use) {
    labelled::Examples examples = labelled::read_examples(read_file(file));
    for (const auto& [line, what] : examples.bad) bad_.add(file, line, what);
    for (auto& [line, example] : examples.good) use(example);
  }

  std::string data_;
  Dataset& out_;
  labelled::BadRows bad_;
  std::unordered_map<std::string, std::unordered_map<std::string, Labels>> labels_;
};

bool has_name(const std::string& list, std::string_view name) {
  return ("," + list + ",").find("," + std::string(name) + ",") != std::string::npos;
}

void set_sentiment(float valence, Sample& sample) {
  sample.target[model::kPositive] = std::clamp(valence, 0.0F, 1.0F);
  sample.target[model::kNegative] = std::clamp(-valence, 0.0F, 1.0F);
}

// Nobody in these sets is upset with the service, or hardly anybody.
void set_calm(Sample& sample) {
  sample.customer = true;
  sample.target[model::kFrustration] = 0.0F;
  set_sentiment(0.0F, sample);
  for (std::size_t i = 0; i < kFlagCount; ++i) sample.target[model::kFirstFlag + i] = 0.0F;
  sample.target[head_of(Flag::kFraudRisk)] = kUnknown;
  sample.target[head_of(Flag::kAsksForPerson)] = kUnknown;
}

bool fill_goemotions(const Row& row, Sample& sample) {
  const std::string& care = row["care"];
  for (std::size_t i = 0; i < table::kEntryEmotions; ++i) {
    const auto emotion = static_cast<Emotion>(i);
    const std::string_view name = emotion == Emotion::kJoy ? "positive" : name_of(emotion);
    sample.target[model::kFirstEmotion + i] = truth(has_name(care, name));
  }
  const std::string& group = row["group4"];
  sample.target[model::kPositive] = truth(has_name(group, "positive"));
  sample.target[model::kNegative] = truth(has_name(group, "negative"));
  return true;
}

bool fill_valence(const Row& row, Sample& sample) {
  set_sentiment(std::strtof(row["mean_valence"].c_str(), nullptr) / 2.0F, sample);
  return true;
}

bool fill_polarity(const Row& row, Sample& sample) {
  const std::string& label = row["label"];
  set_sentiment(label == "positive" ? 1.0F : label == "negative" ? -1.0F : 0.0F, sample);
  return true;
}

bool fill_bitext(const Row& row, Sample& sample) {
  const std::string& intent = row["intent"];
  sample.target[head_of(Flag::kAsksForPerson)] =
      truth(intent == "contact_human_agent" || intent == "contact_customer_service");
  if (intent == "contact_customer_service") sample.target[head_of(Flag::kAsksForPerson)] = kUnknown;
  return true;
}

bool fill_incivility(const Row& row, Sample& sample) {
  sample.target[model::kFrustration] = truth(row["uncivil"] == "1");
  return true;
}

}  // namespace

std::uint16_t Dataset::group(const std::string& name) {
  const auto found = std::find(groups.begin(), groups.end(), name);
  if (found == groups.end()) {
    groups.push_back(name);
    return static_cast<std::uint16_t>(groups.size() - 1);
  }
  return static_cast<std::uint16_t>(found - groups.begin());
}

Dataset read_dataset(const std::string& training, const std::string& data) {
  Dataset out;
  Collector collector(data, out);
  collector.read_corpus(training + "/corpus");
  collector.read_labels(training + "/labels");
  const auto calm = [](const Row&, Sample& sample) {
    set_calm(sample);
    return is_one_in(2, sample.text);
  };
  collector.read_set("multidogo", [](const Row&, Sample& sample) {
    set_calm(sample);
    return is_one_in(8, sample.text);
  });
  collector.read_set("banking77", calm);
  collector.read_set("clinc150", calm);
  collector.read_set("hwu64", calm);
  collector.read_set("goemotions", fill_goemotions);
  collector.read_set("cfpb_sentences", [](const Row&, Sample& sample) {
    sample.customer = true;
    return false;
  });
  collector.read_set("vader_amazonReviewSnippets", fill_valence);
  collector.read_set("vader_tweets", fill_valence);
  collector.read_set("vader_movieReviewSnippets", fill_valence);
  collector.read_set("vader_nytEditorialSnippets", fill_valence);
  collector.read_set("uci_sentences", fill_polarity);
  collector.read_set("senti4sd", fill_polarity);
  collector.read_set("github_incivility", fill_incivility);
  collector.read_set("bitext", fill_bitext);
  collector.report();
  return out;
}

}  // namespace attune::train
