// leash-unclosed-pool with Qt: QThreadPool waits in its destructor.
//
// REQUIRES: qt-headers
// RUN: %check %s leash-unclosed-pool -std=c++17 -- -- -fPIC -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore
#include <QtCore/QObject>
#include <QtCore/QRunnable>
#include <QtCore/QScopedPointer>
#include <QtCore/QThreadPool>

void work(QRunnable *);
bool busy();

void leaked(QRunnable *job) {
  auto *pool = new QThreadPool;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: thread pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'pool' goes out of scope here
  pool->start(job);
}
void leakedOnOneWay(QRunnable *job) {
  auto *pool = new QThreadPool;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: thread pool 'pool' is not closed on every path: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+3]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+3]]:5: note: the function returns here
  pool->setMaxThreadCount(4);
  if (busy())
    return;
  pool->start(job);
  delete pool;
}

void byValue(QRunnable *job) {
  QThreadPool pool;
  pool.start(job);
}
void deleted(QRunnable *job) {
  auto *pool = new QThreadPool;
  pool->start(job);
  pool->waitForDone();
  delete pool;
}
void deletedLater(QRunnable *job) {
  auto *pool = new QThreadPool;
  pool->start(job);
  pool->deleteLater();
}
void scoped(QRunnable *job) {
  QScopedPointer<QThreadPool> pool(new QThreadPool);
  pool->start(job);
}
void global(QRunnable *job) { QThreadPool::globalInstance()->start(job); }

// The parent deletes it.
void withParent(QObject *parent) {
  auto *pool = new QThreadPool(parent);
  pool->setMaxThreadCount(4);
}
void parentLater(QObject *parent) {
  auto *pool = new QThreadPool;
  pool->setParent(parent);
}
class Window : public QObject {
public:
  Window() : Pool(new QThreadPool(this)) {}

private:
  QThreadPool *Pool;
};
class Renderer {
public:
  void render(QRunnable *job) { Pool.start(job); }

private:
  QThreadPool Pool;
};
class Open {
public:
  Open() : Pool(new QThreadPool) {}

private:
  QThreadPool *Pool;
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: thread pool member 'Pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-5]]:21: note: the pool is made here
};
