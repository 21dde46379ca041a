#include "cues/matter.h"

#include <string>

#include "tests/core/support.h"

namespace attune {
namespace {

using testing::Read;

Assessment matter_of(std::string_view message) {
  const Read read(message);
  Assessment assessment;
  read_matter(MatterWords(read.tables), read.text, read.phrases, assessment);
  return assessment;
}

int references(std::string_view message) { return matter_of(message).references; }
int parties(std::string_view message) { return matter_of(message).parties; }
int requests(std::string_view message) { return matter_of(message).requests; }

TEST(References, FollowTheWordForWhatTheyName) {
  EXPECT_EQ(references("Where is order 10234?"), 1);
  EXPECT_EQ(references("my claim number is 90-1187"), 1);
  EXPECT_EQ(references("application 25/01882 was signed off"), 1);
  EXPECT_EQ(references("the order #553"), 1);
  EXPECT_EQ(references("booking Y7KQ2P and M3TT9A"), 2);
}

TEST(References, ComeInLists) {
  EXPECT_EQ(references("invoices for orders 558102, 558119, 558240 and 558466"), 4);
  EXPECT_EQ(references("INV-20881, 20894 and 20917 are paid; INV-20902 was billed twice"), 4);
  EXPECT_EQ(references("order 10234, yes 10234, order 10234"), 1);
}

TEST(References, SpeakForThemselvesWithLettersAndDigits) {
  EXPECT_EQ(references("I was given HX-40981 and then HX-41220"), 2);
  EXPECT_EQ(references("credit note CN-338 was never applied"), 1);
}

TEST(References, AreNoDatesTimesSumsOrModels) {
  for (const char* message :
       {"on 12/03/2026 at 10:30", "since 2026-03-12", "I ordered 12 of them", "order of $4500",
        "the PS5 and the A4 paper", "a 2000mah battery", "call 0800123456", "my order from 2024",
        "see https://example.com/order/12345678"}) {
    EXPECT_EQ(references(message), 0) << message;
  }
}

TEST(Parties, AreTheOthersWhoTakePart) {
  EXPECT_EQ(parties("The seller says the courier lost it and my bank wants a letter"), 3);
  EXPECT_EQ(parties("my landlord and the insurance company"), 2);
  EXPECT_EQ(parties("the courier, the couriers, DPD"), 1);
}

TEST(Parties, AreNotTheCompanysOwnPeople) {
  EXPECT_EQ(parties("your driver left it at your depot"), 0);
  EXPECT_EQ(parties("can I pay by bank transfer from my bank account?"), 0);
  EXPECT_EQ(parties("are you open on bank holidays"), 0);
}

TEST(CountedRequests, AreQuestionsAndPhrasesThatAsk) {
  EXPECT_EQ(requests("Where is my parcel?"), 1);
  EXPECT_EQ(requests("Where is it? And when does it come?? Can you tell me the carrier?"), 3);
  EXPECT_EQ(requests("Please cancel the order. Could you also send me the invoice."), 2);
  EXPECT_EQ(requests("Can you please tell me more"), 1);
  EXPECT_EQ(requests("Really? It broke."), 0);
  EXPECT_EQ(requests("The parcel came today."), 0);
}

TEST(CountedRequests, AreItemsThatTheCustomerCounts) {
  EXPECT_EQ(requests("1) the meter 2) the bill 3) the refund 4) the name"), 4);
  EXPECT_EQ(requests("Three matters. The first is the tax. Thirdly the register."), 3);
  EXPECT_EQ(requests("that is one of about five things"), 5);
  EXPECT_EQ(requests("To do:\n- the meter\n- the bill\n- the refund"), 3);
  EXPECT_EQ(requests("1) 1) 1) 3) 9)"), 1);
  EXPECT_EQ(requests("I have a thousand questions"), 0);
}

TEST(Matters, AreBoundedForHostileInput) {
  std::string many;
  for (int i = 0; i < 5000; ++i) {
    many += "order " + std::to_string(100000 + i) + " $" + std::to_string(i) + " 123 456 ";
  }
  const Assessment read = matter_of(many);
  EXPECT_EQ(read.references, 32);
  EXPECT_EQ(read.sums, 16);
  EXPECT_DOUBLE_EQ(read.amount.value_or(0), 999123456.0);
  EXPECT_EQ(references("order " + std::string(100000, '7')), 0);
  EXPECT_EQ(matter_of("").requests, 0);
  EXPECT_EQ(matter_of("???? !!!! #### $$$$ )))) ----").references, 0);
}

}  // namespace
}  // namespace attune
