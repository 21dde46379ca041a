// The playbook of a small company, for tests of answers and replies.
#pragma once

#include "attune/config.h"

namespace attune::testing {

inline Playbook lamps() {
  Playbook playbook;
  playbook.company = "Lamps & Co";
  playbook.assistant = "Wick";
  playbook.company_topics = {
      {"bulbs", {"change the bulb", "light bulb"}, {"the light in my lamp has burnt out"}}};
  playbook.topics = {
      {"delivery",
       "A delivery",
       {{"delivery-missing",
         "A parcel that has not arrived",
         "Look at the tracking page; after 3 days without news we send a new one.",
         "I can order a replacement now.",
         {"parcel is lost", "where is my parcel", "missing parcel"},
         {{"replace", "Send a replacement", "", "Please send a replacement."}}},
        {"delivery-time", "Delivery times", "Parcels take 2 to 4 working days.", "", {}, {}},
        {"delivery-abroad",
         "Delivery abroad",
         "We deliver to 12 countries.",
         "",
         {"abroad", "to spain"},
         {}}}},
      {"returns_refunds",
       "A return",
       {{"return",
         "How to return a lamp",
         "You can return any lamp within 30 days.",
         "",
         {},
         {{"returns", "Start a return", "returns.html", ""},
          {"talk_to_person", "Talk to a person", "", ""}}}}},
      {"bulbs",
       "Bulbs",
       {{"bulb",
         "Changing a bulb",
         "Switch the lamp off, wait ten minutes, then turn the bulb left.",
         "",
         {},
         {}}}},
  };
  return playbook;
}

}  // namespace attune::testing
