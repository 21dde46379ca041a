// Replaces ICU's data loading (udata.cpp: packages, files, caches, byte order) by the two items
// that the module embeds. A UDataMemory here is the item itself, header first.
#include <unicode/udata.h>

#include <cstdint>
#include <cstring>

#include "ucmndata.h"

namespace attune::icu_data {
extern const std::uint8_t kFolding[];  // generated from nfkc_cf.nrm
extern const std::uint8_t kEmoji[];    // generated from uemoji.icu
}  // namespace attune::icu_data

namespace {

const std::uint8_t* find_item(const char* name) {
  if (std::strcmp(name, "nfkc_cf") == 0) return attune::icu_data::kFolding;
  if (std::strcmp(name, "uemoji") == 0) return attune::icu_data::kEmoji;
  return nullptr;
}

}  // namespace

U_CAPI UDataMemory* U_EXPORT2 udata_openChoice(const char* /*path*/, const char* type,
                                               const char* name,
                                               UDataMemoryIsAcceptable* is_acceptable,
                                               void* context, UErrorCode* status) {
  if (U_FAILURE(*status)) return nullptr;
  const std::uint8_t* item = find_item(name);
  if (item == nullptr) {
    *status = U_FILE_ACCESS_ERROR;
    return nullptr;
  }
  const auto* header = reinterpret_cast<const DataHeader*>(item);
  if (!is_acceptable(context, type, name, &header->info)) {
    *status = U_INVALID_FORMAT_ERROR;
    return nullptr;
  }
  return reinterpret_cast<UDataMemory*>(const_cast<std::uint8_t*>(item));
}

U_CAPI const void* U_EXPORT2 udata_getMemory(UDataMemory* memory) {
  const auto* header = reinterpret_cast<const DataHeader*>(memory);
  return reinterpret_cast<const std::uint8_t*>(memory) + header->dataHeader.headerSize;
}

U_CAPI void U_EXPORT2 udata_close(UDataMemory* /*memory*/) {}
