// leash-missing-timeout: the fix-it that a user's own row describes.
//
// RUN: rm -rf %t.doc && mkdir -p %t.doc/acme
// RUN: sed -n '/^\/\/ acme\/rpc.h$/,/^```$/p' %source/docs/api-files.md | sed '$d' > %t.doc/acme/rpc.h
// RUN: sed -n '/^# rpc.yaml$/,/^```$/p' %source/docs/api-files.md | sed '$d' > %t.doc/rpc.yaml
//
// RUN: %check %s leash-missing-timeout -std=c++11-or-later -fix -- --config='{CheckOptions: [{key: ApiFiles, value: %t.doc/rpc.yaml}, {key: leash-missing-timeout.DefaultTimeoutMs, value: 1500}]}' -- -I%t.doc

#include <acme/rpc.h>

void object() {
  acme::RpcClient client("backend");
  client.call("ping");
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'call' can wait for ever for the answer: 'client' has no time limit; setDeadline limits it [leash-missing-timeout]
  // CHECK-FIXES: {{^}}  client.setDeadline(1500);{{$}}
  // CHECK-FIXES-NEXT: {{^}}  client.call("ping");{{$}}
}
void pointer() {
  auto *client = new acme::RpcClient("backend");
  client->call("ping");
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'call' can wait for ever for the answer: 'client' has no time limit; setDeadline limits it [leash-missing-timeout]
  // CHECK-FIXES: {{^}}  client->setDeadline(1500);{{$}}
  // CHECK-FIXES-NEXT: {{^}}  client->call("ping");{{$}}
  delete client;
}
