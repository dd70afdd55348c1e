#include "shared.h"

void sendAll() { std::thread(work).detach(); }
