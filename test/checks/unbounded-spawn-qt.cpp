// leash-unbounded-spawn with the real headers of Qt 5.
//
// REQUIRES: qt-headers
// RUN: %check %s leash-unbounded-spawn -std=c++17 -- -- -Wno-unused -fPIC -isystem /usr/include/x86_64-linux-gnu/qt5 -isystem /usr/include/x86_64-linux-gnu/qt5/QtCore -isystem /usr/include/x86_64-linux-gnu/qt5/QtConcurrent -isystem /usr/include/x86_64-linux-gnu/qt5/QtNetwork
#include <QFuture>
#include <QRunnable>
#include <QSemaphore>
#include <QStringList>
#include <QTcpServer>
#include <QThread>
#include <QThreadPool>
#include <QTimer>
#include <QVector>
#include <QtConcurrent/QtConcurrentRun>
#include <thread>

void work();
void serve(int);
int nextClient();

//===--- Signals ----------------------------------------------------------===//

void ticks(QTimer *timer) {
  QObject::connect(timer, &QTimer::timeout, [] {
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each timer tick, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:12: note: the function is registered here
  });
}
void ticksWithAContext(QTimer *timer, QObject *context) {
  QObject::connect(timer, &QTimer::timeout, context, [] {
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each timer tick, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:12: note: the function is registered here
  });
}
class Poller : public QObject {
public:
  void start() {
    connect(&Timer, &QTimer::timeout, this, &Poller::poll);
    Timer.start(1000);
  }
  void startLimited() {
    connect(&Timer, &QTimer::timeout, this, &Poller::pollLimited);
  }

private:
  void poll() {
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each timer tick, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-11]]:5: note: the function is registered here
  }
  void pollLimited() {
    if (!Slots.tryAcquire())
      return;
    std::thread([this] {
      work();
      Slots.release();
    }).detach();
  }
  QTimer Timer;
  QSemaphore Slots{4};
};
// Once in the life of an object.
void destroyed(QObject *object) {
  QObject::connect(object, &QObject::destroyed,
                   [] { std::thread(work).detach(); });
}
void pooledTicks(QTimer *timer, QThreadPool *pool) {
  QObject::connect(timer, &QTimer::timeout,
                   [pool] { QtConcurrent::run(pool, work); });
}
void joinedTicks(QTimer *timer) {
  QObject::connect(timer, &QTimer::timeout, [] {
    std::thread worker(work);
    worker.join();
  });
}

//===--- Signals and slots by name ----------------------------------------===//

class ByName : public QObject {
public:
  void start(QTimer *timer, QTcpServer *server, QIODevice *device) {
    connect(timer, SIGNAL(timeout()), this, SLOT(tick()));
    connect(server, SIGNAL(newConnection()), SLOT(accept()));
    connect(device, SIGNAL(readyRead()), this, SLOT(read()));
    connect(&Limited, SIGNAL(timeout()), this, SLOT(tickLimited()));
    connect(&Limited, SIGNAL(timeout()), this, SLOT(tickJoined()));
    // Once in the life of an object, and to whom nobody knows.
    connect(device, SIGNAL(destroyed(QObject *)), this, SLOT(gone()));
    connect(device, SIGNAL(aboutToClose()), this, SLOT(gone()));
    connect(timer, SIGNAL(timeout()), device, SLOT(gone()));
    connect(timer, SIGNAL(timeout()), this, SLOT(overloaded(int)));
    // Not the timer's.
    connect(this, SIGNAL(timeout()), this, SLOT(gone()));
  }

private slots:
  void tick() {
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each timer tick, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-18]]:5: note: the function is registered here
  }
  void accept() {
    std::thread(serve, nextClient()).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each connection, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-22]]:5: note: the function is registered here
  }
  void read() {
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each signal, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-26]]:5: note: the function is registered here
  }
  void tickLimited() {
    if (!Slots.tryAcquire())
      return;
    std::thread([this] {
      work();
      Slots.release();
    }).detach();
  }
  void tickJoined() {
    std::thread worker(work);
    worker.join();
  }
  void gone() { std::thread(work).detach(); }
  void overloaded() { std::thread(work).detach(); }
  void overloaded(int) { std::thread(work).detach(); }

private:
  QTimer Limited;
  QSemaphore Slots{4};
};
void connections(QTcpServer *server, QObject *context) {
  QObject::connect(server, &QTcpServer::newConnection, context, [] {
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each connection, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:12: note: the function is registered here
  });
}

// A false alarm that the page names: it runs once.
void singleShot(QTimer *timer) {
  timer->setSingleShot(true);
  QObject::connect(timer, &QTimer::timeout, [] {
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each timer tick, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:12: note: the function is registered here
  });
}

//===--- Loops ------------------------------------------------------------===//

void names(const QStringList &names) {
  for (const QString &name : names)
    std::thread([name] { serve(name.size()); }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'names' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void index(const QVector<int> &items) {
  for (int i = 0; i < items.count(); ++i)
    std::thread(serve, items[i]).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}

class Job : public QRunnable {
public:
  void run() override;
};
void pools(QThreadPool *pool, const QVector<int> &items) {
  QVector<QFuture<void>> results;
  for (int each : items) {
    results.push_back(QtConcurrent::run(serve, each));
    results.push_back(QtConcurrent::run(pool, serve, each));
    pool->start(new Job);
    QThreadPool::globalInstance()->start(new Job);
  }
}
void semaphore(QSemaphore &permits) {
  while (true) {
    int fd = nextClient();
    permits.acquire();
    std::thread([&permits, fd] {
      serve(fd);
      QSemaphoreReleaser releaser(permits);
    }).detach();
  }
}
void lateSemaphore(QSemaphore &permits) {
  while (true) {
    int fd = nextClient();
    std::thread([&permits, fd] {
      permits.acquire();
      serve(fd);
      permits.release();
    }).detach();
    // CHECK-MESSAGES: :[[@LINE-5]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-8]]:3: note: the loop is here
    // CHECK-MESSAGES: :[[@LINE-6]]:15: note: the task acquires 'permits' only once it runs, which is too late to limit how many start
  }
}
