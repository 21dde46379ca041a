// attune-train: fits the weights of the learned reader.
#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "augment.h"
#include "dataset.h"
#include "fit.h"
#include "measures.h"
#include "model/logistic.h"
#include "model/model.h"
#include "prepare.h"
#include "weights_file.h"

namespace {

using namespace attune;
using namespace attune::train;

constexpr const char* kUsage =
    "usage: attune-train [--quick] DATA_DIR OUT\n"
    "       attune-train --head NAME DATA_DIR\n"
    "\n"
    "Fits the weights of the learned reader to the corpus and labels of core/training (run it in\n"
    "the folder of the project) and the sets of DATA_DIR/train, writes them to OUT, and prints "
    "how\n"
    "each head reads groups that it did not learn from. With --quick the held-out readings, and\n"
    "with them table and calibration, are left out. The same input gives the same bytes. With "
    "--head only\n"
    "that head is looked at, and nothing is written\n"
    "(\"upset\" is the head behind the score `frustration`).\n";

constexpr std::uint32_t kLeastSamples = 3;
constexpr std::size_t kWorst = 10;

struct Outcome {
  HeadResult result;
  std::vector<HeldOut> held_out;
};

void print_row(const std::string& head, const std::string& fold, const std::vector<Scored>& items) {
  const Agreement found = measure(items, 0.5);
  if (found.positives == 0) return;
  std::printf("%-18s %-28s %6zu %5zu  %5.3f  %5.3f  %5.3f  %5.3f  %5.3f  %5.3f\n", head.c_str(),
              fold.c_str(), found.items, found.positives, found.area_under_curve,
              found.average_precision, found.f1, found.precision, found.recall,
              found.calibration_error);
}

void print_head(const Dataset& data, const HeadPlan& plan, const Fitter& fitter,
                const std::vector<std::string>& folds, const std::vector<HeldOut>& held_out) {
  std::vector<Scored> all;
  for (std::size_t fold = 0; fold < folds.size(); ++fold) {
    const Calibration calibration = fitter.calibrate(plan, held_out, fold);
    std::vector<Scored> items;
    for (const HeldOut& each : held_out) {
      if (each.fold != fold || !data.samples[each.sample].judged) continue;
      items.push_back({logistic(calibration.scale * each.logit + calibration.shift),
                       is_yes(data.samples[each.sample].target[plan.head])});
    }
    all.insert(all.end(), items.begin(), items.end());
    print_row(name_of_head(plan.head), folds[fold], items);
  }
  print_row(name_of_head(plan.head), "all", all);
}

// The messages that a head reads most wrongly without having learnt from their group.
void print_worst(const Dataset& data, const HeadPlan& plan, const Calibration& calibration,
                 const std::vector<HeldOut>& held_out) {
  struct Wrong {
    double by;
    double probability;
    const Sample* sample;
  };
  std::vector<Wrong> wrong;
  for (const HeldOut& each : held_out) {
    const Sample& sample = data.samples[each.sample];
    if (!sample.judged) continue;
    const double p = logistic(calibration.scale * each.logit + calibration.shift);
    wrong.push_back({std::abs(p - sample.target[plan.head]), p, &sample});
  }
  std::stable_sort(wrong.begin(), wrong.end(),
                   [](const Wrong& a, const Wrong& b) { return a.by > b.by; });
  std::printf("\nworst of %s: probability read, target, group, text\n",
              name_of_head(plan.head).c_str());
  for (std::size_t i = 0; i < std::min(kWorst, wrong.size()); ++i) {
    const Sample& sample = *wrong[i].sample;
    std::printf("%.2f  %.2f  %s: %s\n", wrong[i].probability, sample.target[plan.head],
                data.groups[sample.group].c_str(), sample.text.c_str());
  }
}

// What the words on the command line ask for.
struct Request {
  bool quick = false;
  std::string head;  // "" for all
  std::string data;
  std::string out;
};

std::optional<Request> read_request(const std::vector<std::string>& words) {
  // A word that looks like an option is none of the folders.
  if (words.empty() || words.back().starts_with("--") ||
      (words.size() == 2 && words[0].starts_with("--"))) {
    return std::nullopt;
  }
  if (words.size() == 3 && words[0] == "--head") return Request{false, words[1], words[2], ""};
  if (words.size() == 3 && words[0] == "--quick") return Request{true, "", words[1], words[2]};
  if (words.size() == 2) return Request{false, "", words[0], words[1]};
  return std::nullopt;
}

std::vector<HeadPlan> plans_for(const Request& request) {
  std::vector<HeadPlan> plans = plan_heads();
  if (!request.head.empty()) {
    std::erase_if(plans,
                  [&](const HeadPlan& plan) { return name_of_head(plan.head) != request.head; });
  }
  return plans;
}

bool write_file(const std::string& file, const std::string& block) {
  std::ofstream out(file, std::ios::binary);
  out.write(block.data(), static_cast<std::streamsize>(block.size()));
  out.close();
  return static_cast<bool>(out);
}

}  // namespace

int main(int argc, char** argv) {
  const std::optional<Request> request =
      read_request(std::vector<std::string>(argv + 1, argv + argc));
  const std::vector<HeadPlan> plans = request ? plans_for(*request) : std::vector<HeadPlan>();
  if (request && plans.empty()) {
    std::fprintf(stderr, "attune-train: no head '%s'; there are:", request->head.c_str());
    for (const HeadPlan& plan : plan_heads()) {
      std::fprintf(stderr, " %s", name_of_head(plan.head).c_str());
    }
    std::fputs("\n", stderr);
    return 2;
  }
  if (plans.empty()) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  Dataset data = read_dataset("core/training", request->data);
  if (folds_of(data).empty()) {
    std::fputs(
        "attune-train: no labelled messages in core/training/corpus: run it in the folder of the "
        "project\n",
        stderr);
    return 2;
  }
  augment(data);
  std::fprintf(stderr, "attune-train: %zu samples of %zu groups\n", data.samples.size(),
               data.groups.size());
  const Result<Prepared> prepared = prepare(data, kLeastSamples);
  if (!prepared) {
    std::fprintf(stderr, "attune-train: %s\n", prepared.error().message.c_str());
    return 2;
  }
  const Fitter fitter(data, prepared.value());
  const std::vector<std::string> folds = folds_of(data);
  std::vector<Outcome> outcomes(plans.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < plans.size(); i = next++) {
      if (!request->quick) {
        outcomes[i].held_out = fitter.read_held_out(plans[i], folds);
        outcomes[i].result.calibration =
            fitter.calibrate(plans[i], outcomes[i].held_out, folds.size());
      }
      if (!request->out.empty()) outcomes[i].result.weights = fitter.fit(plans[i], "");
      std::fprintf(stderr, "attune-train: %s\n", name_of_head(plans[i].head).c_str());
    }
  };
  std::thread other(work);
  work();
  other.join();

  if (!request->quick) {
    std::printf("%-18s %-28s %6s %5s  AUC    AP     F1     P      R      ECE\n", "head", "held out",
                "n", "yes");
    for (std::size_t i = 0; i < plans.size(); ++i) {
      print_head(data, plans[i], fitter, folds, outcomes[i].held_out);
      if (request->out.empty()) {
        print_worst(data, plans[i], outcomes[i].result.calibration, outcomes[i].held_out);
      }
    }
  }
  if (!request->out.empty()) {
    std::vector<HeadResult> results;
    results.reserve(outcomes.size());
    for (const Outcome& outcome : outcomes) results.push_back(outcome.result);
    const std::string block = pack(results, prepared.value().keys);
    if (const auto opened = model::Model::open(block); !opened) {
      std::fprintf(stderr, "attune-train: %s\n", opened.error().message.c_str());
      return 2;
    }
    if (!write_file(request->out, block)) {
      std::fprintf(stderr, "attune-train: %s can't be written\n", request->out.c_str());
      return 2;
    }
    std::printf("%s: %zu bytes\n", request->out.c_str(), block.size());
  }
  return data.bad_rows == 0 ? 0 : 1;
}
