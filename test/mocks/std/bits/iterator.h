//===--- bits/iterator.h - a mock of the standard header --------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_ITERATOR
#define LEASH_MOCK_ITERATOR

#include <bits/base.h>

namespace __gnu_cxx {

// The iterator of libstdc++'s vector and string is a class, not a pointer.
template <typename Pointer, typename Container> class __normal_iterator {
  Pointer At;

public:
  explicit __normal_iterator(Pointer P = Pointer()) : At(P) {}
  auto operator*() const -> decltype(*At) { return *At; }
  Pointer operator->() const { return At; }
  __normal_iterator &operator++() {
    ++At;
    return *this;
  }
  __normal_iterator operator++(int) { return __normal_iterator(At++); }
  friend bool operator==(const __normal_iterator &A,
                         const __normal_iterator &B) {
    return A.At == B.At;
  }
#if __cplusplus < 202002L
  friend bool operator!=(const __normal_iterator &A,
                         const __normal_iterator &B) {
    return A.At != B.At;
  }
#endif
};

} // namespace __gnu_cxx

#endif // LEASH_MOCK_ITERATOR
