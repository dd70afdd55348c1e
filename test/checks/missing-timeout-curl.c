// leash-missing-timeout: libcurl, in C.
//
// RUN: %check %s leash-missing-timeout -std=c99-or-later -mocks
//
// Compilers that call themselves GCC get a macro that looks at the types.
// RUN: %check %s leash-missing-timeout -std=c11 -mocks -- -- -DLEASH_MOCK_CURL_TYPECHECK
#include <curl/curl.h>

int ready(void);
void adjust(CURL *);
CURL *somebodys(void);
extern long Limit;

/*===--- No limit ---------------------------------------------------------===*/

void get(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}
int getsWithResult(const char *url) {
  CURL *curl = curl_easy_init();
  CURLcode result;
  if (!curl)
    return -1;
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
  result = curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
  return result == CURLE_OK ? 0 : -1;
}
void getsInACondition(const char *url) {
  CURL *curl;
  curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  if (curl_easy_perform(curl) != CURLE_OK)
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
    adjust(0);
  curl_easy_cleanup(curl);
}
/* Once a handle. */
void getsTwice(const char *first, const char *second) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, first);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_setopt(curl, CURLOPT_URL, second);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void getsFromEach(const char *first, const char *second) {
  CURL *a = curl_easy_init();
  CURL *b = curl_easy_init();
  curl_easy_setopt(a, CURLOPT_URL, first);
  curl_easy_setopt(b, CURLOPT_URL, second);
  curl_easy_setopt(b, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(a);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'a' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_perform(b);
  curl_easy_cleanup(a);
  curl_easy_cleanup(b);
}
/* The same variable, another handle. */
void getsAfresh(const char *first, const char *second) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, first);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, second);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}

/*===--- A limit ----------------------------------------------------------===*/

void getsInTime(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void getsInMilliseconds(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 10000L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void limitedByNumber(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, (CURLoption)155, 10000L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void gaveUpWhenSlow(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, 30L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
static int mayAbort(void *data, curl_off_t total, curl_off_t now,
                    curl_off_t uploadTotal, curl_off_t uploadNow) {
  (void)data, (void)total, (void)now, (void)uploadTotal, (void)uploadNow;
  return ready();
}
void aborts(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, mayAbort);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
static int mayAbortAsBefore(void *data, double total, double now,
                            double uploadTotal, double uploadNow) {
  (void)data, (void)total, (void)now, (void)uploadTotal, (void)uploadNow;
  return ready();
}
void abortsAsBefore(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_PROGRESSFUNCTION, mayAbortAsBefore);
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
/* It comes back as soon as it is connected: after 300 seconds at most. */
void onlyConnects(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_CONNECT_ONLY, 1L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void connectsAndGets(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 5L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 30L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

/*===--- Values that are not known ----------------------------------------===*/

void limitedByArgument(const char *url, long limit) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, limit);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void limitedByGlobal(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, Limit);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void optionByArgument(const char *url, CURLoption option, long value) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, option, value);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
static const struct {
  CURLoption option;
  long value;
} Options[] = {{CURLOPT_NOSIGNAL, 1}, {CURLOPT_TIMEOUT, 10}};
void optionsFromATable(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  for (unsigned i = 0; i < sizeof Options / sizeof *Options; i++)
    curl_easy_setopt(curl, Options[i].option, Options[i].value);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

/*===--- A limit that limits nothing --------------------------------------===*/

void connectionPhase(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 3L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has a time limit, but CURLOPT_CONNECTTIMEOUT only limits connecting [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the limit is set here
  curl_easy_cleanup(curl);
}
void connectionPhaseInMilliseconds(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, 3000L);
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has a time limit, but CURLOPT_CONNECTTIMEOUT_MS only limits connecting [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the limit is set here
  curl_easy_cleanup(curl);
}
void timeWithoutSpeed(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, 30L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has a time limit, but CURLOPT_LOW_SPEED_TIME does nothing without CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the limit is set here
  curl_easy_cleanup(curl);
}
void speedWithoutTime(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has a time limit, but CURLOPT_LOW_SPEED_LIMIT does nothing without CURLOPT_LOW_SPEED_TIME [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the limit is set here
  curl_easy_cleanup(curl);
}
void callbackThatNeverRuns(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, mayAbort);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has a time limit, but the progress callback only runs when CURLOPT_NOPROGRESS is 0 [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the limit is set here
  curl_easy_cleanup(curl);
}
void callbackSwitchedOff(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_PROGRESSFUNCTION, mayAbortAsBefore);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 1L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has a time limit, but the progress callback only runs when CURLOPT_NOPROGRESS is 0 [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the limit is set here
  curl_easy_cleanup(curl);
}
/* Without a callback, progress is merely printed. */
void progressWithoutCallback(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}
void keepAlive(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_TCP_KEEPALIVE, 1L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has a time limit, but CURLOPT_TCP_KEEPALIVE only finds dead hosts, not silent ones [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the limit is set here
  curl_easy_cleanup(curl);
}
void commandsOnly(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, 5L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has a time limit, but CURLOPT_SERVER_RESPONSE_TIMEOUT only limits the answers to commands of FTP, IMAP, POP3 and SMTP [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the limit is set here
  curl_easy_cleanup(curl);
}
void keptAliveInTime(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_TCP_KEEPALIVE, 1L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 30L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

/* Zero is no limit, and the last one counts. */
void zero(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 0L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: the time limit of 'curl' is 0, which means for ever [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: it is set here
  curl_easy_cleanup(curl);
}
void overwrittenWithZero(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 0L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: the time limit of 'curl' is 0, which means for ever [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: it is set here
  curl_easy_cleanup(curl);
}
void zeroOverwritten(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 0L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
/* For connecting, zero is the default: 300 seconds. */
void zeroForConnecting(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 0L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void zeroSpeed(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, 0L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has a time limit, but CURLOPT_LOW_SPEED_LIMIT does nothing without CURLOPT_LOW_SPEED_TIME [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the limit is set here
  curl_easy_cleanup(curl);
}
/* A negative limit is refused: what was set before still counts. */
void negative(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, -1L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: the time limit of 'curl' is -1, which is refused [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: it is set here
  curl_easy_cleanup(curl);
}
void negativeAfterPositive(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, -1L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

/* curl_easy_reset() takes all back. */
void reset(const char *first, const char *second) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, first);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(curl);
  curl_easy_reset(curl);
  curl_easy_setopt(curl, CURLOPT_URL, second);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: the time limit of 'curl' is taken back [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-6]]:3: note: the limit is set here
  // CHECK-MESSAGES: :[[@LINE-5]]:3: note: it is taken back here
  curl_easy_cleanup(curl);
}
void resetBoth(const char *first, const char *second) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 30L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 5L);
  curl_easy_perform(curl);
  curl_easy_reset(curl);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: the time limit of 'curl' is taken back [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-6]]:3: note: the limit is set here
  // CHECK-MESSAGES: :[[@LINE-4]]:3: note: it is taken back here
  curl_easy_cleanup(curl);
}
void resetAndSetAgain(const char *first, const char *second) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, first);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(curl);
  curl_easy_reset(curl);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_setopt(curl, CURLOPT_URL, second);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void resetFirst(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_reset(curl);
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}
void resetAnother(const char *url, CURL *other) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_reset(other);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

/* curl_easy_duphandle() copies all. */
void copied(const char *url) {
  CURL *first = curl_easy_init();
  CURL *second;
  curl_easy_setopt(first, CURLOPT_TIMEOUT, 10L);
  second = curl_easy_duphandle(first);
  curl_easy_setopt(second, CURLOPT_URL, url);
  curl_easy_perform(second);
  curl_easy_cleanup(first);
  curl_easy_cleanup(second);
}
void copiedWithout(const char *url) {
  CURL *first = curl_easy_init();
  CURL *second = curl_easy_duphandle(first);
  curl_easy_setopt(first, CURLOPT_TIMEOUT, 10L);
  curl_easy_setopt(second, CURLOPT_URL, url);
  curl_easy_perform(second);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'second' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(first);
  curl_easy_cleanup(second);
}
void copiedFromSomebody(const char *url, CURL *somebodys) {
  CURL *curl = curl_easy_duphandle(somebodys);
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void copiedAndReset(const char *url) {
  CURL *first = curl_easy_init();
  CURL *second;
  curl_easy_setopt(first, CURLOPT_TIMEOUT, 10L);
  second = curl_easy_duphandle(first);
  curl_easy_reset(first);
  curl_easy_setopt(second, CURLOPT_URL, url);
  curl_easy_perform(second);
  curl_easy_cleanup(first);
  curl_easy_cleanup(second);
}

/*===--- Whose handle is it? ----------------------------------------------===*/

void performs(CURL *curl) { curl_easy_perform(curl); }
void performsSomebodys(const char *url) {
  CURL *curl = somebodys();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_perform(curl);
}
void adjusted(const char *url) {
  CURL *curl = curl_easy_init();
  adjust(curl);
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
CURL *returned(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  return curl;
}
/* The callback of a multi handle waits elsewhere. */
void added(CURLM *multi, const char *url) {
  int running;
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_multi_add_handle(multi, curl);
  curl_multi_perform(multi, &running);
}
