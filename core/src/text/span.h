// A borrowed range of elements.
#pragma once

#include <cstdint>

namespace attune {

template <typename T>
struct Span {
  const T* data = nullptr;
  std::uint32_t size = 0;

  const T& operator[](std::uint32_t i) const { return data[i]; }
  const T* begin() const { return data; }
  const T* end() const { return data + size; }
};

}  // namespace attune
