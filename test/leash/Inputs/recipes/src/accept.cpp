#include "shared.h"

void acceptAll() { std::thread(work).detach(); }
