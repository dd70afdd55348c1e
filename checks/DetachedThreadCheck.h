#ifndef LEASH_DETACHEDTHREADCHECK_H
#define LEASH_DETACHEDTHREADCHECK_H
#include "compat/ClangTidy.h"
namespace clang::tidy::leash {
class DetachedThreadCheck : public ClangTidyCheck {
public:
  using ClangTidyCheck::ClangTidyCheck;
};
} // namespace clang::tidy::leash
#endif
