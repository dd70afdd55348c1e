// A header of the user's with objects that have a thread.
#include <list>
#include <thread>
#include <vector>

void serve(int);

struct Client {
  std::thread Reader;
};

inline void addClient(std::list<Client> &clients, int fd) {
  clients.emplace_back();
  clients.back().Reader = std::thread(serve, fd);
}

inline void addAll(std::list<Client> &clients, const std::vector<int> &fds) {
  for (int fd : fds) {
    clients.emplace_back();
    clients.back().Reader = std::thread(serve, fd);
  }
}
