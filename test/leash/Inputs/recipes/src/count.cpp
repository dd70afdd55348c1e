#include "shared.h"

void countAll() { std::thread(work).detach(); }
