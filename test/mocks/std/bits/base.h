//===--- bits/base.h - a mock of the standard header ------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_BASE
#define LEASH_MOCK_BASE

// What all the others need. In libstdc++'s layout: no inline namespace around
// the types that checks look for, helpers under reserved names.

namespace std {

using size_t = decltype(sizeof(0));
using ptrdiff_t = decltype(static_cast<int *>(nullptr) -
                           static_cast<int *>(nullptr));
using nullptr_t = decltype(nullptr);

template <typename T, T V> struct integral_constant {
  static constexpr T value = V;
  constexpr operator T() const noexcept { return V; }
};
using true_type = integral_constant<bool, true>;
using false_type = integral_constant<bool, false>;

template <typename T> struct remove_reference { using type = T; };
template <typename T> struct remove_reference<T &> { using type = T; };
template <typename T> struct remove_reference<T &&> { using type = T; };
template <typename T> struct remove_cv { using type = T; };
template <typename T> struct remove_cv<const T> { using type = T; };
template <typename T> struct remove_cv<volatile T> { using type = T; };
template <typename T> struct remove_cv<const volatile T> { using type = T; };

template <typename T> struct __decay { using type = typename remove_cv<T>::type; };
template <typename T> struct __decay<T[]> { using type = T *; };
template <typename T, size_t N> struct __decay<T[N]> { using type = T *; };
template <typename R, typename... A> struct __decay<R(A...)> {
  using type = R (*)(A...);
};
template <typename T> struct decay {
  using type = typename __decay<typename remove_reference<T>::type>::type;
};

template <typename T, typename U> struct is_same : false_type {};
template <typename T> struct is_same<T, T> : true_type {};
template <bool B, typename T = void> struct enable_if {};
template <typename T> struct enable_if<true, T> { using type = T; };
template <bool B, typename T, typename F> struct conditional { using type = T; };
template <typename T, typename F> struct conditional<false, T, F> {
  using type = F;
};

template <typename T>
constexpr T &&forward(typename remove_reference<T>::type &Value) noexcept {
  return static_cast<T &&>(Value);
}
template <typename T>
constexpr T &&forward(typename remove_reference<T>::type &&Value) noexcept {
  return static_cast<T &&>(Value);
}
template <typename T>
constexpr typename remove_reference<T>::type &&move(T &&Value) noexcept {
  return static_cast<typename remove_reference<T>::type &&>(Value);
}
template <typename T> T &&declval() noexcept;

// No "type" where the call is not possible: it takes a candidate of std::async
// out of the overload set.
template <typename...> struct __make_void { using type = void; };
template <typename Void, typename F, typename... A> struct __call_result {};
template <typename F, typename... A>
struct __call_result<
    typename __make_void<decltype(declval<F>()(declval<A>()...))>::type, F,
    A...> {
  using type = decltype(declval<F>()(declval<A>()...));
};
template <typename F, typename... A>
struct __invoke_result : __call_result<void, F, A...> {};
template <typename R, typename C, typename... P, typename... A>
struct __invoke_result<R (C::*)(P...), A...> {
  using type = R;
};
template <typename R, typename C, typename... P, typename... A>
struct __invoke_result<R (C::*)(P...) const, A...> {
  using type = R;
};

template <typename T, typename Self>
using __not_same = typename enable_if<
    !is_same<typename decay<T>::type, Self>::value>::type;

[[noreturn]] void terminate() noexcept;

} // namespace std

#endif // LEASH_MOCK_BASE
