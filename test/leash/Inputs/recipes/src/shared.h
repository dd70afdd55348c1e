#pragma once
#include <thread>

void work();

inline void inHeader() { std::thread(work).detach(); }
