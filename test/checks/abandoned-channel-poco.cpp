// leash-abandoned-channel with POCO's queue of notifications, which is unbounded:
// only who takes can be left.
//
// REQUIRES: poco-headers
// RUN: %check %s leash-abandoned-channel -std=c++17-or-later
#include <Poco/Notification.h>
#include <Poco/NotificationQueue.h>
#include <thread>

bool readJob(int socket, Poco::Notification::Ptr &job);
void run(Poco::Notification::Ptr job);

void leaves(int socket) {
  Poco::NotificationQueue jobs;
  std::thread worker([&] {
    while (Poco::Notification::Ptr job = jobs.waitDequeueNotification())
      // CHECK-MESSAGES: :[[@LINE-1]]:47: warning: 'leaves' can leave without closing 'jobs': 'waitDequeueNotification' then blocks for ever, because nobody puts any more [leash-abandoned-channel]
      // CHECK-MESSAGES: :[[@LINE-3]]:15: note: the task starts here
      run(job);
  });
  Poco::Notification::Ptr job;
  while (readJob(socket, job))
    // CHECK-MESSAGES: :[[@LINE-1]]:10: note: the loop ends
    jobs.enqueueNotification(job);
  worker.join();
  // CHECK-MESSAGES: :[[@LINE-1]]:10: note: this waits for the task, with 'jobs' still open
}

// Whoever waits gets a null pointer.
void wakes(int socket) {
  Poco::NotificationQueue jobs;
  std::thread worker([&] {
    while (Poco::Notification::Ptr job = jobs.waitDequeueNotification())
      run(job);
  });
  Poco::Notification::Ptr job;
  while (readJob(socket, job))
    jobs.enqueueNotification(job);
  jobs.wakeUpAll();
  worker.join();
}
// It waits no longer than a second.
void waitsForASecond(int socket) {
  Poco::NotificationQueue jobs;
  std::thread worker([&] {
    while (Poco::Notification::Ptr job = jobs.waitDequeueNotification(1000))
      run(job);
  });
  Poco::Notification::Ptr job;
  while (readJob(socket, job))
    jobs.enqueueNotification(job);
  worker.join();
}
// It takes what is there.
void takesWhatIsThere(int socket) {
  Poco::NotificationQueue jobs;
  std::thread worker([&] {
    while (Poco::Notification::Ptr job = jobs.dequeueNotification())
      run(job);
  });
  Poco::Notification::Ptr job;
  while (readJob(socket, job))
    jobs.enqueueNotification(job);
  worker.join();
}
