//===--- boost/thread.hpp - a mock of the header ------------------*- C -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_BOOST_THREAD
#define LEASH_MOCK_BOOST_THREAD

#include <boost/thread/future.hpp>
#include <boost/thread/thread.hpp>

#endif // LEASH_MOCK_BOOST_THREAD
