// Plain structs that live as long as the object that they describe.
#pragma once

#include <cstddef>
#include <memory_resource>
#include <new>

namespace darvaza::c {

/// A list as C sees it: pointers, so that structs can grow without moving their neighbours.
template <typename View>
struct List {
  const View* const* data = nullptr;
  std::size_t count = 0;
};

/// Never moves and never gives back what it handed out. For plain structs only: nothing is
/// destroyed.
class Arena {
 public:
  template <typename T>
  T* array(std::size_t count) {
    if (count == 0) return nullptr;
    T* const begin = static_cast<T*>(memory_.allocate(count * sizeof(T), alignof(T)));
    for (std::size_t i = 0; i < count; ++i) new (begin + i) T{};
    return begin;
  }

  /// One View for each of `items`, filled by `fill(item, view)`; struct_size is set.
  template <typename View, typename Items, typename Fill>
  List<View> list(const Items& items, Fill fill) {
    View* const views = array<View>(items.size());
    const View** const pointers = array<const View*>(items.size());
    std::size_t i = 0;
    for (const auto& item : items) {
      views[i].struct_size = sizeof(View);
      fill(item, views[i]);
      pointers[i] = &views[i];
      ++i;
    }
    return {pointers, items.size()};
  }

 private:
  std::pmr::monotonic_buffer_resource memory_;
};

}  // namespace darvaza::c
