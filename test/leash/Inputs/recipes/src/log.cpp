#include "shared.h"

void logAll() { std::thread(work).detach(); }
