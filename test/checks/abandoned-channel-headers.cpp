// leash-abandoned-channel in headers.
//
// RUN: %check %s leash-abandoned-channel -std=c++17-or-later -headers
#include "Inputs/abandoned-channel-user.h"
#include "Inputs/abandoned-channel-user.h"

struct Alarm : Event {};
void use(grpc::ServerWriter<Event> *Events, grpc::ServerWriter<Alarm> *Alarms) {
  templateInHeader(Events);
  templateInHeader(Alarms);
}
// CHECK-MESSAGES: Inputs/abandoned-channel-user.h:12:14: warning: 'inHeader' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: Inputs/abandoned-channel-user.h:9:15: note: the task starts here
// CHECK-MESSAGES: Inputs/abandoned-channel-user.h:15:15: note: the loop goes on
// CHECK-MESSAGES: Inputs/abandoned-channel-user.h:16:9: note: this condition is true
// CHECK-MESSAGES: Inputs/abandoned-channel-user.h:18:13: note: this waits for the task, with 'Events' still open
// CHECK-MESSAGES: Inputs/abandoned-channel-user.h:42:14: warning: 'templateInHeader' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: Inputs/abandoned-channel-user.h:39:15: note: the task starts here
// CHECK-MESSAGES: Inputs/abandoned-channel-user.h:45:15: note: the loop goes on
// CHECK-MESSAGES: Inputs/abandoned-channel-user.h:46:9: note: this condition is true
// CHECK-MESSAGES: Inputs/abandoned-channel-user.h:48:13: note: this waits for the task, with 'Events' still open
