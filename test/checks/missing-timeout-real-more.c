// leash-missing-timeout with the real headers of more libraries in C: leaking,
// limited, and limited in a way that is easy to overlook.
//
// REQUIRES: openssl-headers, rabbitmq-headers, mosquitto-headers, libssh2-headers, libssh-headers, ldap-headers, nng-headers, nanomsg-headers, dbus-headers, newest-llvm
// RUN: %check %s leash-missing-timeout -std=c17 -- -- -I/usr/include/dbus-1.0 -I/usr/lib/x86_64-linux-gnu/dbus-1.0/include
#define _GNU_SOURCE
#define LDAP_DEPRECATED 1
#include <amqp.h>
#include <amqp_tcp_socket.h>
#include <dbus/dbus.h>
#include <ldap.h>
#include <libssh/libssh.h>
#include <libssh2.h>
#include <mosquitto.h>
#include <mqueue.h>
#include <nanomsg/nn.h>
#include <nanomsg/reqrep.h>
#include <netinet/in.h>
#include <nng/nng.h>
#include <nng/protocol/reqrep0/req.h>
#include <openssl/ssl.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/socket.h>
#include <sys/time.h>

static char buffer[64];

/*===--- OpenSSL: the limit is the descriptor's ---------------------------===*/

void sslReads(SSL_CTX *context) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  SSL *ssl = SSL_new(context);
  SSL_set_fd(ssl, fd);
  SSL_read(ssl, buffer, 64);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'SSL_read' can wait for ever for the peer: 'ssl' has no time limit; SO_RCVTIMEO of the descriptor limits it [leash-missing-timeout]
}
void sslReadsInTime(SSL_CTX *context) {
  struct timeval limit = {5, 0};
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  SSL *ssl = SSL_new(context);
  SSL_set_fd(ssl, fd);
  SSL_read(ssl, buffer, 64);
}
void sslIsLimitedLater(SSL_CTX *context) {
  struct timeval limit = {5, 0};
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  SSL *ssl = SSL_new(context);
  SSL_set_fd(ssl, fd);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  SSL_read(ssl, buffer, 64);
}
void sslOfSomebody(SSL_CTX *context, int fd) {
  SSL *ssl = SSL_new(context);
  SSL_set_fd(ssl, fd);
  SSL_read(ssl, buffer, 64);
}

/*===--- rabbitmq-c -------------------------------------------------------===*/

void amqpConsumes(amqp_connection_state_t connection, amqp_envelope_t *to) {
  amqp_consume_message(connection, to, NULL, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'amqp_consume_message' is given no time limit: a null pointer means wait for ever [leash-missing-timeout]
}
void amqpConsumesInTime(amqp_connection_state_t connection,
                        amqp_envelope_t *to) {
  struct timeval limit = {1, 0};
  amqp_consume_message(connection, to, &limit, 0);
}
void amqpOpens(void) {
  amqp_connection_state_t connection = amqp_new_connection();
  amqp_channel_open(connection, 1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'amqp_channel_open' can wait for ever for the broker: 'connection' has no time limit; a heartbeat in amqp_login or amqp_set_rpc_timeout limits it [leash-missing-timeout]
  amqp_destroy_connection(connection);
}
void amqpOpensInTime(void) {
  struct timeval limit = {5, 0};
  amqp_connection_state_t connection = amqp_new_connection();
  amqp_set_rpc_timeout(connection, &limit);
  amqp_channel_open(connection, 1);
  amqp_destroy_connection(connection);
}

/*===--- libssh2, libssh --------------------------------------------------===*/

int ssh2Shakes(int fd) {
  LIBSSH2_SESSION *session = libssh2_session_init();
  return libssh2_session_handshake(session, fd);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'libssh2_session_handshake' can wait for ever for the server: 'session' has no time limit; libssh2_session_set_timeout limits it [leash-missing-timeout]
}
int ssh2ShakesInTime(int fd) {
  LIBSSH2_SESSION *session = libssh2_session_init();
  libssh2_session_set_timeout(session, 5000);
  return libssh2_session_handshake(session, fd);
}
int ssh2ShakesAtOnce(int fd) {
  LIBSSH2_SESSION *session = libssh2_session_init();
  libssh2_session_set_blocking(session, 0);
  return libssh2_session_handshake(session, fd);
}
int sshReads(ssh_channel channel) {
  return ssh_channel_read_timeout(channel, buffer, 64, 0, -1);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'ssh_channel_read_timeout' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
int sshReadsInTime(ssh_channel channel) {
  return ssh_channel_read_timeout(channel, buffer, 64, 0, 5000);
}

/*===--- OpenLDAP ---------------------------------------------------------===*/

int ldapBinds(const char *uri) {
  LDAP *ldap;
  ldap_initialize(&ldap, uri);
  return ldap_simple_bind_s(ldap, "cn=me", "secret");
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'ldap_simple_bind_s' can wait for ever for the server: 'ldap' has no time limit; LDAP_OPT_TIMEOUT limits it [leash-missing-timeout]
}
int ldapBindsInTime(const char *uri) {
  struct timeval limit = {5, 0};
  LDAP *ldap;
  ldap_initialize(&ldap, uri);
  ldap_set_option(ldap, LDAP_OPT_TIMEOUT, &limit);
  return ldap_simple_bind_s(ldap, "cn=me", "secret");
}
int ldapOnlyConnectsInTime(const char *uri) {
  struct timeval limit = {5, 0};
  LDAP *ldap;
  ldap_initialize(&ldap, uri);
  ldap_set_option(ldap, LDAP_OPT_NETWORK_TIMEOUT, &limit);
  return ldap_simple_bind_s(ldap, "cn=me", "secret");
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'ldap_simple_bind_s' can wait for ever for the server: 'ldap' has a time limit, but it limits the connection phase only [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the limit is set here
}

/*===--- nng, nanomsg -----------------------------------------------------===*/

int nngAsks(void) {
  nng_socket socket;
  size_t size = 64;
  nng_req0_open(&socket);
  return nng_recv(socket, buffer, &size, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'nng_recv' can wait for ever for a message: 'socket' has no time limit; NNG_OPT_RECVTIMEO limits it [leash-missing-timeout]
}
int nngAsksInTime(void) {
  nng_socket socket;
  size_t size = 64;
  nng_req0_open(&socket);
  nng_socket_set_ms(socket, NNG_OPT_RECVTIMEO, 5000);
  return nng_recv(socket, buffer, &size, 0);
}
int nanomsgAsks(void) {
  int socket = nn_socket(AF_SP, NN_REQ);
  return nn_recv(socket, buffer, 64, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'nn_recv' can wait for ever for a message: 'socket' has no time limit; NN_RCVTIMEO limits it [leash-missing-timeout]
}
int nanomsgAsksInTime(void) {
  int limit = 5000;
  int socket = nn_socket(AF_SP, NN_REQ);
  nn_setsockopt(socket, NN_SOL_SOCKET, NN_RCVTIMEO, &limit, sizeof limit);
  return nn_recv(socket, buffer, 64, 0);
}
int nanomsgAsksAtOnce(void) {
  int socket = nn_socket(AF_SP, NN_REQ);
  return nn_recv(socket, buffer, 64, NN_DONTWAIT);
}

/*===--- mosquitto, D-Bus -------------------------------------------------===*/

int mosquittoConnects(const char *host) {
  struct mosquitto *client = mosquitto_new("me", true, NULL);
  return mosquitto_connect(client, host, 1883, 60);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'mosquitto_connect' has no time limit: the kernel gives up after about two minutes; mosquitto_connect_async does not wait [leash-missing-timeout]
}
int mosquittoConnectsLater(const char *host) {
  struct mosquitto *client = mosquitto_new("me", true, NULL);
  return mosquitto_connect_async(client, host, 1883, 60);
}
void dbusCalls(DBusConnection *bus, DBusMessage *call) {
  dbus_connection_send_with_reply_and_block(bus, call, DBUS_TIMEOUT_INFINITE,
                                            NULL);
  // CHECK-MESSAGES: :[[@LINE-2]]:3: warning: 'dbus_connection_send_with_reply_and_block' is given no time limit: 2147483647 means wait for ever [leash-missing-timeout]
}
void dbusCallsInTime(DBusConnection *bus, DBusMessage *call) {
  dbus_connection_send_with_reply_and_block(bus, call, -1, NULL);
}

/*===--- Queues of messages -----------------------------------------------===*/

long mqReceives(void) {
  mqd_t queue = mq_open("/jobs", O_RDONLY);
  return mq_receive(queue, buffer, 64, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'mq_receive' can wait for ever for a message: 'queue' has no time limit; mq_timedreceive takes a limit [leash-missing-timeout]
}
long mqReceivesInTime(const struct timespec *until) {
  mqd_t queue = mq_open("/jobs", O_RDONLY);
  return mq_timedreceive(queue, buffer, 64, NULL, until);
}
long mqReceivesAtOnce(void) {
  mqd_t queue = mq_open("/jobs", O_RDONLY | O_NONBLOCK);
  return mq_receive(queue, buffer, 64, NULL);
}
long msgReceives(key_t key) {
  int queue = msgget(key, 0);
  return msgrcv(queue, buffer, 32, 0, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'msgrcv' can wait for ever for a message: 'queue' has no time limit; IPC_NOWAIT keeps it from waiting; mq_timedreceive takes a limit [leash-missing-timeout]
}
long msgReceivesAtOnce(key_t key) {
  int queue = msgget(key, 0);
  return msgrcv(queue, buffer, 32, 0, IPC_NOWAIT);
}
