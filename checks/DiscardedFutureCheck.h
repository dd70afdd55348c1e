#ifndef LEASH_DISCARDEDFUTURECHECK_H
#define LEASH_DISCARDEDFUTURECHECK_H
#include "compat/ClangTidy.h"
namespace clang::tidy::leash {
class DiscardedFutureCheck : public ClangTidyCheck {
public:
  using ClangTidyCheck::ClangTidyCheck;
};
} // namespace clang::tidy::leash
#endif
