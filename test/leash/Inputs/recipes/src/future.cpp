#include <future>

void work();

void start() { std::async(std::launch::async, work); }
