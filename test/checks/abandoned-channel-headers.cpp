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
