// leash-missing-timeout: the second worked example of docs/api-files.md, with
// the header and the rows that stand there.
//
// RUN: rm -rf %t.doc && mkdir -p %t.doc/acme
// RUN: sed -n '/^\/\/ acme\/rpc.h$/,/^```$/p' %source/docs/api-files.md | sed '$d' > %t.doc/acme/rpc.h
// RUN: sed -n '/^# rpc.yaml$/,/^```$/p' %source/docs/api-files.md | sed '$d' > %t.doc/rpc.yaml
//
// RUN: %check %s leash-missing-timeout -std=c++11-or-later -- --config='{CheckOptions: [{key: leash-missing-timeout.ApiFiles, value: %t.doc/rpc.yaml}]}' -- -I%t.doc
// RUN: %check %s leash-missing-timeout -std=c++11,c++20 -- --config='{CheckOptions: [{key: ApiFiles, value: %t.doc/rpc.yaml}]}' -- -I%t.doc
// RUN: %check %s leash-missing-timeout -std=c++11,c++20 -check-suffix=NONE -- -- -I%t.doc
//
// The fix-it of the row: test/checks/missing-timeout-api-files-fix.cpp.

#include <acme/rpc.h>
#include <memory>

// --- What the page says -------------------------------------------------------

void unbounded() {
  acme::RpcClient client("backend");
  client.call("ping");
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'call' can wait for ever for the answer: 'client' has no time limit; setDeadline limits it [leash-missing-timeout]
  client.call("pong"); // once a handle and function
}
void connectionOnly() {
  acme::RpcClient connecting("backend");
  connecting.setConnectLimit(500);
  connecting.call("ping");
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'call' can wait for ever for the answer: 'connecting' has a time limit, but it limits the connection phase only [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:14: note: the limit is set here
}
void forEver() {
  acme::RpcClient patient("backend");
  patient.setDeadline(-1);
  patient.call("ping");
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'call' can wait for ever for the answer: the time limit of 'patient' is -1, which means for ever [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:11: note: it is set here
}
void noArgument() {
  acme::RpcClient patient("backend");
  patient.waitForEvent();
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'waitForEvent' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}

// --- Whoever owns the handle ---------------------------------------------------

bool listen(acme::RpcClient &Client) {
  return Client.waitForEvent(-1);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'waitForEvent' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}

// --- The other side --------------------------------------------------------------

void bounded() {
  acme::RpcClient client("backend");
  client.setDeadline(2000);
  client.call("ping");
  client.waitForEvent(100);
}
void fromElsewhere(acme::RpcClient &Client) { Client.call("ping"); }
void unknownLimit(int Limit) {
  acme::RpcClient client("backend");
  client.setDeadline(Limit);
  client.call("ping");
  client.waitForEvent(Limit);
}
void behindAPointer() {
  auto client = std::unique_ptr<acme::RpcClient>(new acme::RpcClient("backend"));
  client->setDeadline(2000);
  client->call("ping");
}
void both() {
  acme::RpcClient client("backend");
  client.setConnectLimit(500);
  client.setDeadline(2000);
  client.call("ping");
}
class Service {
public:
  Service() : Client("backend") { Client.setDeadline(2000); }
  void ping() { Client.call("ping"); }

private:
  acme::RpcClient Client;
};
