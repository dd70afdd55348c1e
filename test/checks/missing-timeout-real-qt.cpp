// leash-missing-timeout with the real headers of Qt: what waits takes a time,
// and its default is finite.
//
// REQUIRES: qt-headers
// RUN: %check %s leash-missing-timeout -std=c++17 -- -- -fPIC -isystem /usr/include/x86_64-linux-gnu/qt5 -isystem /usr/include/x86_64-linux-gnu/qt5/QtCore -isystem /usr/include/x86_64-linux-gnu/qt5/QtNetwork
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>

constexpr int Forever = -1;

void waits(QTcpSocket &socket) {
  socket.waitForReadyRead(-1);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'waitForReadyRead' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
void waitsToConnect(QTcpSocket &socket) {
  socket.connectToHost("service", 80);
  socket.waitForConnected(Forever);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'waitForConnected' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
void waitsForProcess(QProcess &process) {
  process.waitForFinished(-1);
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'waitForFinished' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
void waitsThroughBase(QIODevice *device) {
  device->waitForReadyRead(-1);
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'waitForReadyRead' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
// 30 seconds.
void waitsByDefault(QTcpSocket &socket, QProcess &process) {
  socket.waitForConnected();
  socket.waitForDisconnected();
  process.waitForFinished();
}
void waitsInTime(QTcpSocket &socket, int limit) {
  socket.waitForReadyRead(1000);
  socket.waitForReadyRead(0);
  socket.waitForReadyRead(limit);
}
// A server waits by design.
void serves(QTcpServer &server) { server.waitForNewConnection(-1); }
