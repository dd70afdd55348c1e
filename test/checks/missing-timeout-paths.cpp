// leash-missing-timeout and the paths from where a handle is made to where it
// waits: the limit has to hold on each.
//
// RUN: %check %s leash-missing-timeout -std=c++11,c++17,c++23 -mocks
#include <chrono>
#include <curl/curl.h>
#include <hiredis/hiredis.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <stdlib.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

bool quick();
bool more();
void note(const char *);
struct Settings {
  long Timeout;
  long *Limit;
  bool Limited;
};
enum class Mode { Fast, Slow, Bulk };

//===--- Branches ---------------------------------------------------------===//

void onOneBranch() {
  CURL *curl = curl_easy_init();
  if (quick())
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit on this path; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:7: note: this condition is false
  curl_easy_cleanup(curl);
}
void onTheElseBranch() {
  CURL *curl = curl_easy_init();
  if (quick())
    note("quick");
  else
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit on this path; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-6]]:7: note: this condition is true
  curl_easy_cleanup(curl);
}
void onOneOfThree(int n) {
  CURL *curl = curl_easy_init();
  if (n > 10)
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  else if (n > 5)
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 500L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit on this path; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-6]]:7: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE-5]]:12: note: this condition is false
  curl_easy_cleanup(curl);
}
void onBothBranches() {
  CURL *curl = curl_easy_init();
  if (quick())
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  else
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 500L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void beforeTheBranch() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  if (quick())
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void waitsOnThatBranchOnly() {
  CURL *curl = curl_easy_init();
  if (quick()) {
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
    curl_easy_perform(curl);
  }
  curl_easy_cleanup(curl);
}
void waitsOnTheOtherBranch() {
  CURL *curl = curl_easy_init();
  if (quick())
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  else
    curl_easy_perform(curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}
// The first in the text speaks for both.
void waitsOnBothBranches() {
  CURL *curl = curl_easy_init();
  if (quick())
    curl_easy_perform(curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  else
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
// Half a limit on one path, the other half on another.
void halfOnEachBranch() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
  if (quick())
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, 5L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit on this path; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:7: note: this condition is false
  curl_easy_cleanup(curl);
}
void anotherLimitOnEachBranch() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
  if (quick())
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, 5L);
  else
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void uselessOnOneBranch() {
  CURL *curl = curl_easy_init();
  if (quick())
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  else
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 3L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit on this path; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-6]]:7: note: this condition is false
  curl_easy_cleanup(curl);
}
void takenBackOnOneBranch() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  if (quick())
    curl_easy_reset(curl);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit on this path; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE-4]]:5: note: it is taken back here
  curl_easy_cleanup(curl);
}
void takenBackAndSetAgain() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  if (quick()) {
    curl_easy_reset(curl);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  }
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

//===--- Short circuits and conditional operators -------------------------===//

void behindAnAnd() {
  CURL *curl = curl_easy_init();
  quick() && curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit on this path; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: this condition is false
  curl_easy_cleanup(curl);
}
void inOneArm() {
  CURL *curl = curl_easy_init();
  quick() ? curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L) : CURLE_OK;
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit on this path; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: this condition is false
  curl_easy_cleanup(curl);
}
void inBothArms() {
  CURL *curl = curl_easy_init();
  quick() ? curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L)
          : curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void oneOfTwoValues() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, quick() ? 1L : 10L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
// One of the values is no limit; which one is taken is not known.
void maybeZero() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, quick() ? 1L : 0L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void inTheCondition() {
  CURL *curl = curl_easy_init();
  if (curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L) != CURLE_OK)
    note("no limit");
  else
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void inOneCondition() {
  CURL *curl = curl_easy_init();
  if (curl_easy_setopt(curl, CURLOPT_URL, "a") == CURLE_OK &&
      curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L) == CURLE_OK &&
      curl_easy_perform(curl) == CURLE_OK)
    note("done");
  curl_easy_cleanup(curl);
}

//===--- Returns, throws, gotos -------------------------------------------===//

void returnsBefore() {
  CURL *curl = curl_easy_init();
  if (!curl)
    return;
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  if (quick())
    return curl_easy_cleanup(curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void returnsWithoutLimit() {
  CURL *curl = curl_easy_init();
  if (quick())
    return curl_easy_cleanup(curl);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}
// The path with a limit never gets to the call.
void limitedPathReturns() {
  CURL *curl = curl_easy_init();
  if (quick()) {
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
    return curl_easy_cleanup(curl);
  }
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}
void unlimitedPathReturns(bool limited) {
  CURL *curl = curl_easy_init();
  if (limited)
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  else
    return curl_easy_cleanup(curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void unlimitedPathThrows() {
  CURL *curl = curl_easy_init();
  if (!quick())
    throw std::runtime_error("slow");
  else
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void unlimitedPathAborts() {
  CURL *curl = curl_easy_init();
  if (quick())
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  else
    abort();
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void jumpsOverTheLimit() {
  CURL *curl = curl_easy_init();
  if (quick())
    goto perform;
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
perform:
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit on this path; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-6]]:7: note: this condition is true
  curl_easy_cleanup(curl);
}
void jumpsToTheLimit() {
  CURL *curl = curl_easy_init();
  if (quick())
    goto limit;
  note("slow");
limit:
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

//===--- Switches ---------------------------------------------------------===//

void notInEachCase(Mode mode) {
  CURL *curl = curl_easy_init();
  switch (mode) {
  case Mode::Fast:
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
    break;
  case Mode::Slow:
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
    break;
  case Mode::Bulk:
    break;
  }
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit on this path; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-5]]:3: note: this case is taken
  curl_easy_cleanup(curl);
}
void inEachCase(Mode mode) {
  CURL *curl = curl_easy_init();
  switch (mode) {
  case Mode::Fast:
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
    break;
  case Mode::Slow:
  case Mode::Bulk:
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
    break;
  }
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void fallsThrough(int n) {
  CURL *curl = curl_easy_init();
  switch (n) {
  case 0:
    note("zero");
    // fall through
  default:
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  }
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void waitsInTheLimitedCase(Mode mode) {
  CURL *curl = curl_easy_init();
  switch (mode) {
  case Mode::Fast:
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
    curl_easy_perform(curl);
    break;
  case Mode::Slow:
  case Mode::Bulk:
    break;
  }
  curl_easy_cleanup(curl);
}

//===--- Loops ------------------------------------------------------------===//

void eachTurnSetsIt() {
  CURL *curl = curl_easy_init();
  while (more()) {
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
    curl_easy_perform(curl);
  }
  curl_easy_cleanup(curl);
}
void setBeforeTheLoop() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  for (int i = 0; i < 3; ++i)
    if (curl_easy_perform(curl) == CURLE_OK)
      break;
  curl_easy_cleanup(curl);
}
void retriesWithoutLimit() {
  CURL *curl = curl_easy_init();
  for (int i = 0; i < 3; ++i)
    if (curl_easy_perform(curl) == CURLE_OK)
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
      break;
  curl_easy_cleanup(curl);
}
void eachTurnMakesOne(const std::vector<const char *> &urls) {
  for (const char *url : urls) {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_perform(curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
    curl_easy_cleanup(curl);
  }
}
void eachTurnMakesOneWithLimit(const std::vector<const char *> &urls) {
  for (const char *url : urls) {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
  }
}
void limitedFromTheSecondTurnOn() {
  CURL *curl = curl_easy_init();
  while (more()) {
    curl_easy_perform(curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  }
  curl_easy_cleanup(curl);
}
void limitedInALoopThatMayNotTurn() {
  CURL *curl = curl_easy_init();
  while (more())
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit on this path; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:10: note: the loop ends
  curl_easy_cleanup(curl);
}
void limitedInALoopThatTurns() {
  CURL *curl = curl_easy_init();
  do
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  while (more());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
struct Option {
  CURLoption Name;
  long Value;
};
// What a table sets is not known.
void optionsFromATable(const std::vector<Option> &options) {
  CURL *curl = curl_easy_init();
  for (const Option &each : options)
    curl_easy_setopt(curl, each.Name, each.Value);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void connectsUntilOneAnswers(const std::vector<const char *> &hosts) {
  redisContext *redis = nullptr;
  for (const char *host : hosts) {
    redis = redisConnectWithTimeout(host, 6379, timeval{1, 0});
    if (redis)
      break;
  }
  if (!redis)
    return;
  redisSetTimeout(redis, timeval{2, 0});
  redisCommand(redis, "PING");
  redisFree(redis);
}

//===--- Conditions that belong together ----------------------------------===//

void sameCondition(bool limited) {
  CURL *curl = curl_easy_init();
  if (limited)
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  note("ready");
  if (limited)
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void oppositeConditions(bool limited) {
  CURL *curl = curl_easy_init();
  if (limited)
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  if (!limited)
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void sameConditionReturns(bool limited) {
  CURL *curl = curl_easy_init();
  if (limited)
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  if (!limited)
    return curl_easy_cleanup(curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void theOppositeWaits(bool limited) {
  CURL *curl = curl_easy_init();
  if (limited)
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  if (!limited)
    curl_easy_perform(curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}
void anotherConditionWaits(bool limited, bool now) {
  CURL *curl = curl_easy_init();
  if (limited)
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  if (now)
    curl_easy_perform(curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit on this path; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
    // CHECK-MESSAGES: :[[@LINE-5]]:7: note: this condition is false
    // CHECK-MESSAGES: :[[@LINE-4]]:7: note: this condition is true
  curl_easy_cleanup(curl);
}
void madeOnThatConditionOnly(bool remote) {
  CURL *curl = nullptr;
  if (remote) {
    curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  }
  if (curl)
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void alwaysTrue() {
  CURL *curl = curl_easy_init();
  constexpr bool Limited = true;
  if (Limited)
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

//===--- The value's own test ---------------------------------------------===//

// Who passes no limit wants none.
void ifPositive(long limit) {
  CURL *curl = curl_easy_init();
  if (limit > 0)
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, limit);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void ifNotZero(long limit) {
  CURL *curl = curl_easy_init();
  if (limit)
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, limit * 1000);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void ifConverted(int limit) {
  CURL *curl = curl_easy_init();
  if (limit != 0)
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(limit));
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void ifSetting(const Settings &settings) {
  CURL *curl = curl_easy_init();
  if (settings.Timeout > 0)
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, settings.Timeout);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void ifPointer(const Settings &settings) {
  CURL *curl = curl_easy_init();
  if (settings.Limit)
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, *settings.Limit);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void ifDuration(std::chrono::milliseconds limit) {
  CURL *curl = curl_easy_init();
  if (limit.count() > 0)
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(limit.count()));
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void ifTimeval(const timeval *limit) {
  redisContext *redis = redisConnectUnix("/run/cache");
  if (limit)
    redisSetTimeout(redis, *limit);
  redisCommand(redis, "PING");
  redisFree(redis);
}
// Not its own: somebody forgot the other case.
void ifAnother(long limit, const Settings &settings) {
  CURL *curl = curl_easy_init();
  if (settings.Limited)
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, limit);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit on this path; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:7: note: this condition is false
  curl_easy_cleanup(curl);
}

//===--- Readiness on a path ----------------------------------------------===//

long readyOnOnePath(char *buffer) {
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  pollfd ready = {fd, POLLIN, 0};
  if (quick())
    poll(&ready, 1, 1000);
  return recv(fd, buffer, 64, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'recv' can wait for ever for the peer: 'fd' has no time limit on this path; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:7: note: this condition is false
}
long readyOnEachPath(char *buffer) {
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  pollfd ready = {fd, POLLIN, 0};
  if (quick())
    poll(&ready, 1, 1000);
  else
    poll(&ready, 1, 10000);
  return recv(fd, buffer, 64, 0);
}
