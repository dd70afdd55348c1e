// The real headers of Qt 5: ~QFuture does not wait.
//
// REQUIRES: qt-headers
// RUN: %check %s leash-discarded-future -std=c++11-or-later -- -- -Wno-unused -fPIC -isystem /usr/include/x86_64-linux-gnu/qt5 -isystem /usr/include/x86_64-linux-gnu/qt5/QtCore -isystem /usr/include/x86_64-linux-gnu/qt5/QtConcurrent

#include <QFuture>
#include <QFutureSynchronizer>
#include <QFutureWatcher>
#include <QThreadPool>
#include <QVector>
#include <QtConcurrent/QtConcurrentRun>

int work();
int item(int);
void log();
bool more();
struct Object {
  int method();
};
QFuture<int> start() { return QtConcurrent::run(work); }
QFuture<int> elsewhere();

void flagged(QThreadPool *Pool, Object *O) {
  QtConcurrent::run(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'QtConcurrent::run' call is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-2]]:3: note: if nobody is to wait, 'QThreadPool::start' says so
  QtConcurrent::run(Pool, work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'QtConcurrent::run' call is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-2]]:3: note: if nobody is to wait, 'QThreadPool::start' says so
  QtConcurrent::run(item, 1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'QtConcurrent::run' call is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-2]]:3: note: if nobody is to wait, 'QThreadPool::start' says so
  (void)QtConcurrent::run([] {});
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the future of this 'QtConcurrent::run' call is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-2]]:9: note: if nobody is to wait, 'QThreadPool::start' says so
  QtConcurrent::run(O, &Object::method);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'QtConcurrent::run' call is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-2]]:3: note: if nobody is to wait, 'QThreadPool::start' says so
  start();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'start' returns is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-21]]:31: note: the future is made here
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: if nobody is to wait, 'QThreadPool::start' says so
  QFuture<int> Last;
  while (more())
    Last = QtConcurrent::run(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: this overwrites the future of the previous turn, which nobody has waited for: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
    // CHECK-MESSAGES: :[[@LINE-2]]:12: note: if nobody is to wait, 'QThreadPool::start' says so
  auto Unused = QtConcurrent::run(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: future 'Unused' dies unused at the end of this scope: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-2]]:17: note: if nobody is to wait, 'QThreadPool::start' says so
}

QFuture<int> silent(QFutureWatcher<int> &Watcher, QVector<QFuture<int>> &All) {
  QtConcurrent::run(work).waitForFinished();
  int Value = QtConcurrent::run(work).result();
  // Not known to come from an asynchronous call, and no destructor of it waits.
  elsewhere();
  QFutureSynchronizer<int> Synchronizer;
  Synchronizer.addFuture(QtConcurrent::run(work));
  Watcher.setFuture(QtConcurrent::run(work));
  All.append(QtConcurrent::run(work));
  All << QtConcurrent::run(work);
  auto Kept = QtConcurrent::run(work);
  log();
  Kept.waitForFinished();
  QFuture<int> Turn;
  while (more()) {
    Turn.waitForFinished();
    Turn = QtConcurrent::run(work);
  }
  // Looked at while it runs.
  while (more()) {
    if (Turn.isFinished())
      Turn = QtConcurrent::run(work);
  }
  return QtConcurrent::run(work);
}
