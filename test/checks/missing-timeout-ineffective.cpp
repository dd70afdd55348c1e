// leash-missing-timeout: limits that the author set, and that limit nothing.
// libcurl's are in missing-timeout-curl.c, those of sockets in
// missing-timeout-sockets.c.
//
// RUN: %check %s leash-missing-timeout -std=c++14-or-later -mocks
// RUN: %check %s leash-missing-timeout -std=c++17 -mocks -check-suffix=,OLD -- -- -DLEASH_MOCK_HIREDIS_0
#include <aws/s3/S3Client.h>
#include <boost/beast.hpp>
#include <chrono>
#include <cpr/cpr.h>
#include <echo.grpc.pb.h>
#include <hiredis/hiredis.h>
#include <mysql/mysql.h>
#include <sys/socket.h>
#include <sys/time.h>

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using tcp = net::ip::tcp;
using Message = http::response<http::string_body>;
using namespace std::chrono_literals;

tcp::socket dial(net::io_context &);

//===--- Asio looks at no limit of the descriptor -------------------------===//

void receiveTimeout(net::io_context &io) {
  char buffer[64];
  tcp::socket socket(io);
  timeval limit = {5, 0};
  setsockopt(socket.native_handle(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  net::read(socket, net::buffer(buffer));
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'read' can wait for ever for data: 'socket' has a time limit, but Asio polls for ever after the SO_RCVTIMEO of the descriptor [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the limit is set here
}
void receiveTimeoutThroughVariable(net::io_context &io) {
  char buffer[64];
  tcp::socket socket(io);
  timeval limit = {5, 0};
  int fd = socket.native_handle();
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  socket.read_some(net::buffer(buffer));
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'read_some' can wait for ever for data: 'socket' has a time limit, but Asio polls for ever after the SO_RCVTIMEO of the descriptor [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the limit is set here
}
void receiveTimeoutWithErrorCode(net::io_context &io) {
  char buffer[64];
  tcp::socket socket(io);
  timeval limit = {5, 0};
  boost::system::error_code error;
  setsockopt(socket.native_handle(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  net::read(socket, net::buffer(buffer), error);
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'read' can wait for ever for data: 'socket' has a time limit, but Asio polls for ever after the SO_RCVTIMEO of the descriptor [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the limit is set here
}
using ReceiveLimit =
    net::detail::socket_option::integer<SOL_SOCKET, SO_RCVTIMEO>;
using SendLimit = net::detail::socket_option::integer<SOL_SOCKET, SO_SNDTIMEO>;
void receiveTimeoutAsOption(net::io_context &io) {
  char buffer[64];
  tcp::socket socket(io);
  socket.set_option(ReceiveLimit{200});
  socket.read_some(net::buffer(buffer));
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'read_some' can wait for ever for data: 'socket' has a time limit, but Asio polls for ever after the SO_RCVTIMEO of the descriptor [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:10: note: the limit is set here
}
void receiveTimeoutAsVariable(net::io_context &io) {
  char buffer[64];
  beast::tcp_stream stream(io);
  const ReceiveLimit limit(200);
  stream.socket().set_option(limit);
  net::read(stream.socket(), net::buffer(buffer));
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'read' can wait for ever for data: 'stream' has a time limit, but Asio polls for ever after the SO_RCVTIMEO of the descriptor [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:19: note: the limit is set here
}
void sendTimeoutAsOption(net::io_context &io, const tcp::endpoint &to) {
  tcp::socket socket(io);
  socket.set_option(SendLimit(200));
  socket.connect(to);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'connect' has no time limit: the kernel gives up only after about two minutes; 'socket' has a time limit, but Asio polls on after the SO_SNDTIMEO of the descriptor [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:10: note: the limit is set here
}
// Options that have nothing to do with time.
void otherOptions(net::io_context &io) {
  char buffer[64];
  tcp::socket socket(io);
  socket.set_option(tcp::socket::receive_buffer_size(20));
  socket.set_option(tcp::socket::keep_alive(true));
  socket.set_option(net::detail::socket_option::integer<6, SO_RCVTIMEO>(1));
  socket.read_some(net::buffer(buffer));
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'read_some' can wait for ever for data: 'socket' has no time limit; Asio has none for synchronous calls: start the asynchronous one and drive it with io_context::run_for() [leash-missing-timeout]
}
void optionOfNonBlocking(net::io_context &io) {
  char buffer[64];
  boost::system::error_code error;
  tcp::socket socket(io);
  socket.set_option(ReceiveLimit{200});
  socket.non_blocking(true);
  socket.read_some(net::buffer(buffer), error);
}
void optionForAsynchronous(net::io_context &io) {
  char buffer[64];
  tcp::socket socket(io);
  socket.set_option(ReceiveLimit{200});
  net::async_read(socket, net::buffer(buffer),
                  [](boost::system::error_code, std::size_t) {});
  io.run_for(5s);
}
void optionOfSomebody(tcp::socket &socket) {
  char buffer[64];
  socket.set_option(ReceiveLimit{200});
  socket.read_some(net::buffer(buffer));
}
template <typename Option> void readAfter(net::io_context &io, Option option) {
  char buffer[64];
  tcp::socket socket(io);
  socket.set_option(option);
  socket.read_some(net::buffer(buffer));
}
void nativeNonBlocking(net::io_context &io) {
  char buffer[64];
  tcp::socket socket(io);
  socket.native_non_blocking(true);
  socket.read_some(net::buffer(buffer));
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'read_some' can wait for ever for data: 'socket' has a time limit, but only non_blocking(true) counts for Asio's own synchronous calls [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:10: note: the limit is set here
}
void nonBlocking(net::io_context &io) {
  char buffer[64];
  boost::system::error_code error;
  tcp::socket socket(io);
  socket.non_blocking(true);
  socket.read_some(net::buffer(buffer), error);
}
void asynchronous(net::io_context &io) {
  char buffer[64];
  tcp::socket socket(io);
  net::async_read(socket, net::buffer(buffer),
                  [](boost::system::error_code, std::size_t) {});
  io.run_for(5s);
}
void noLimitAtAll(net::io_context &io) {
  char buffer[64];
  tcp::socket socket(io);
  net::read(socket, net::buffer(buffer));
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'read' can wait for ever for data: 'socket' has no time limit; Asio has none for synchronous calls: start the asynchronous one and drive it with io_context::run_for() [leash-missing-timeout]
}
void somebodysSocket(tcp::socket &socket) {
  char buffer[64];
  net::read(socket, net::buffer(buffer));
}
void fromElsewhere(net::io_context &io) {
  char buffer[64];
  tcp::socket socket = dial(io);
  net::read(socket, net::buffer(buffer));
}
void connects(net::io_context &io, const tcp::endpoint &to) {
  tcp::socket socket(io);
  socket.connect(to);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'connect' has no time limit: the kernel gives up only after about two minutes; start async_connect() and drive it with io_context::run_for() [leash-missing-timeout]
}
void connectsAStream(const tcp::endpoint &to) {
  tcp::iostream stream("cache", "http");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'basic_socket_iostream' has no time limit: the kernel gives up only after about two minutes; make it of nothing, and call expires_after() before connect() [leash-missing-timeout]
  tcp::iostream other(to);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'basic_socket_iostream' has no time limit: the kernel gives up only after about two minutes; make it of nothing, and call expires_after() before connect() [leash-missing-timeout]
}
void connectsAStreamInTime(tcp::socket &socket) {
  tcp::iostream stream;
  stream.expires_after(5s);
  stream.connect("cache", "http");
  tcp::iostream connected(std::move(socket));
  tcp::iostream moved(std::move(stream));
}
void connectsToAName(net::io_context &io) {
  tcp::socket socket(io);
  tcp::resolver resolver(io);
  net::connect(socket, resolver.resolve("cache", "http"));
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'connect' has no time limit: the kernel gives up only after about two minutes; start async_connect() and drive it with io_context::run_for() [leash-missing-timeout]
}
void accepts(net::io_context &io, const tcp::endpoint &at) {
  tcp::acceptor acceptor(io, at);
  while (true)
    acceptor.accept();
}

//===--- Beast's limits are for asynchronous operations -------------------===//

void expiresAfter(net::io_context &io) {
  beast::tcp_stream stream(io);
  beast::flat_buffer buffer;
  Message message;
  stream.expires_after(30s);
  http::read(stream, buffer, message);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'read' can wait for ever for the message: 'stream' has a time limit, but it counts for asynchronous operations only [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:10: note: the limit is set here
}
void expiresAfterForTheLowestLayer(net::io_context &io) {
  beast::tcp_stream stream(io);
  beast::flat_buffer buffer;
  Message message;
  beast::get_lowest_layer(stream).expires_after(30s);
  http::read(stream, buffer, message);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'read' can wait for ever for the message: 'stream' has a time limit, but it counts for asynchronous operations only [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:35: note: the limit is set here
}
void expiresAsynchronously(net::io_context &io) {
  beast::tcp_stream stream(io);
  beast::flat_buffer buffer;
  Message message;
  stream.expires_after(30s);
  http::async_read(stream, buffer, message,
                   [](beast::error_code, std::size_t) {});
  io.run();
}
void noExpiry(net::io_context &io) {
  beast::tcp_stream stream(io);
  beast::flat_buffer buffer;
  Message message;
  http::read(stream, buffer, message);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'read' can wait for ever for the message: 'stream' has no time limit; Beast has none for synchronous calls: use the asynchronous one after expires_after() [leash-missing-timeout]
}
void nonBlockingBelow(net::io_context &io) {
  beast::tcp_stream stream(io);
  beast::flat_buffer buffer;
  Message message;
  beast::error_code error;
  stream.socket().non_blocking(true);
  http::read(stream, buffer, message, error);
}
void somebodysStream(beast::tcp_stream &stream) {
  beast::flat_buffer buffer;
  Message message;
  http::read(stream, buffer, message);
}

//===--- WebSockets -------------------------------------------------------===//

void websocketTimeout(net::io_context &io) {
  websocket::stream<beast::tcp_stream> socket(io);
  beast::flat_buffer buffer;
  socket.set_option(
      websocket::stream_base::timeout::suggested(beast::role_type::client));
  socket.read(buffer);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'read' can wait for ever for a message: 'socket' has a time limit, but it counts for asynchronous operations only [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:10: note: the limit is set here
}
void websocketTimeoutFilled(net::io_context &io) {
  websocket::stream<beast::tcp_stream> socket(io);
  beast::flat_buffer buffer;
  websocket::stream_base::timeout limit{30s, 300s, true};
  socket.set_option(limit);
  socket.read(buffer);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'read' can wait for ever for a message: 'socket' has a time limit, but it counts for asynchronous operations only [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:10: note: the limit is set here
}
void websocketAsynchronously(net::io_context &io) {
  websocket::stream<beast::tcp_stream> socket(io);
  beast::flat_buffer buffer;
  websocket::stream_base::timeout limit{30s, 300s, true};
  socket.set_option(limit);
  socket.async_read(buffer, [](beast::error_code, std::size_t) {});
  io.run();
}
void somebodysWebsocket(websocket::stream<beast::tcp_stream> &socket) {
  beast::flat_buffer buffer;
  socket.read(buffer);
}

//===--- hiredis: connecting is not commanding ----------------------------===//

void redisConnecting() {
  redisContext *redis = redisConnectWithTimeout("cache", 6379, timeval{1, 0});
  redisCommand(redis, "PING");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'redisCommand' can wait for ever for the server: 'redis' has a time limit, but it only limits connecting; redisSetTimeout is for commands [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:25: note: the limit is set here
  redisFree(redis);
}
void redisZero() {
  redisContext *redis = redisConnect("cache", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'redisConnect' has no time limit: the kernel gives up only after about two minutes; redisConnectWithTimeout limits it [leash-missing-timeout]
  redisSetTimeout(redis, timeval{0, 0});
  redisCommand(redis, "PING");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'redisCommand' can wait for ever for the server: the time limit of 'redis' is 0, which means for ever [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: it is set here
  redisFree(redis);
}
void redisInTime() {
  redisContext *redis = redisConnectWithTimeout("cache", 6379, timeval{1, 0});
  redisSetTimeout(redis, timeval{2, 0});
  redisCommand(redis, "BRPOP jobs 1");
  redisFree(redis);
}
// Before 1.0, reconnecting took the limit back.
void redisReconnecting() {
  redisContext *redis = redisConnectWithTimeout("cache", 6379, timeval{1, 0});
  redisSetTimeout(redis, timeval{2, 0});
  redisReconnect(redis);
  redisCommand(redis, "PING");
  // CHECK-MESSAGES-OLD: :[[@LINE-1]]:3: warning: 'redisCommand' can wait for ever for the server: the time limit of 'redis' is taken back [leash-missing-timeout]
  // CHECK-MESSAGES-OLD: :[[@LINE-4]]:3: note: the limit is set here
  // CHECK-MESSAGES-OLD: :[[@LINE-4]]:3: note: it is taken back here
  redisFree(redis);
}
void redisReconnectingFirst() {
  redisContext *redis = redisConnect("cache", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'redisConnect' has no time limit: the kernel gives up only after about two minutes; redisConnectWithTimeout limits it [leash-missing-timeout]
  redisReconnect(redis);
  redisSetTimeout(redis, timeval{2, 0});
  redisCommand(redis, "PING");
  redisFree(redis);
}
void redisReconnectingWithoutBlocking() {
  redisContext *redis = redisConnectNonBlock("cache", 6379);
  redisReconnect(redis);
  redisCommand(redis, "PING");
  redisFree(redis);
}
void redisNonBlocking() {
  redisContext *redis = redisConnectNonBlock("cache", 6379);
  redisCommand(redis, "PING");
  redisFree(redis);
}

//===--- MySQL: each limit has its part -----------------------------------===//

void mysqlConnecting(const char *query) {
  MYSQL *mysql = mysql_init(nullptr);
  unsigned limit = 5;
  mysql_options(mysql, MYSQL_OPT_CONNECT_TIMEOUT, &limit);
  mysql_real_connect(mysql, "db", "u", "p", "app", 0, nullptr, 0);
  mysql_query(mysql, query);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'mysql_query' can wait for ever for the server: 'mysql' has a time limit, but MYSQL_OPT_CONNECT_TIMEOUT only limits connecting and logging in [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the limit is set here
  mysql_close(mysql);
}
void mysqlReading(const char *query) {
  MYSQL *mysql = mysql_init(nullptr);
  unsigned limit = 5;
  mysql_options(mysql, MYSQL_OPT_READ_TIMEOUT, &limit);
  mysql_real_connect(mysql, "db", "u", "p", "app", 0, nullptr, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'mysql_real_connect' can wait for ever for the server: 'mysql' has a time limit, but MYSQL_OPT_READ_TIMEOUT does not limit connecting and logging in [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the limit is set here
  mysql_query(mysql, query);
  mysql_close(mysql);
}
void mysqlAll(const char *query) {
  MYSQL *mysql = mysql_init(nullptr);
  unsigned limit = 5;
  mysql_options(mysql, MYSQL_OPT_CONNECT_TIMEOUT, &limit);
  mysql_options(mysql, MYSQL_OPT_READ_TIMEOUT, &limit);
  mysql_options(mysql, MYSQL_OPT_WRITE_TIMEOUT, &limit);
  mysql_real_connect(mysql, "db", "u", "p", "app", 0, nullptr, 0);
  mysql_query(mysql, query);
  mysql_close(mysql);
}
// The limits may be in the file.
void mysqlFile(const char *query) {
  MYSQL *mysql = mysql_init(nullptr);
  mysql_options(mysql, MYSQL_READ_DEFAULT_GROUP, "app");
  mysql_real_connect(mysql, "db", "u", "p", "app", 0, nullptr, 0);
  mysql_query(mysql, query);
  mysql_close(mysql);
}

//===--- cpr: ConnectTimeout is a Timeout to C++ only ---------------------===//

void cprConnecting() {
  cpr::Get(cpr::Url{"http://service/"}, cpr::ConnectTimeout{1000});
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'Get' can wait for ever for the response: a time limit is given, but it limits the connection phase only [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-2]]:41: note: the limit is set here
}
void cprForEver() {
  cpr::Get(cpr::Url{"http://service/"}, cpr::Timeout{0});
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'Get' can wait for ever for the response: the time limit given is 0, which means for ever [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-2]]:41: note: it is set here
}
void cprWithoutLimit() {
  cpr::Post(cpr::Url{"http://service/"}, cpr::Body{"x"});
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'Post' can wait for ever for the response: no time limit is given; an argument cpr::Timeout limits it [leash-missing-timeout]
}
void cprSlow() {
  cpr::Get(cpr::Url{"http://service/"}, cpr::LowSpeed{1, 30s});
}
void cprSession() {
  cpr::Session session;
  session.SetConnectTimeout(cpr::ConnectTimeout{1000});
  session.Get();
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'Get' can wait for ever for the response: 'session' has a time limit, but it limits the connection phase only [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:11: note: the limit is set here
}
void cprSessionInTime() {
  cpr::Session session;
  session.SetTimeout(cpr::Timeout{10s});
  session.Get();
}
void cprInTime() {
  cpr::Get(cpr::Url{"http://service/"}, cpr::Timeout{1000});
}

//===--- The AWS SDK: three seconds, until somebody switches them off -----===//

bool awsConnecting(const Aws::S3::Model::GetObjectRequest &request) {
  Aws::Client::ClientConfiguration config;
  config.connectTimeoutMs = 1000;
  config.requestTimeoutMs = 0;
  config.httpRequestTimeoutMs = 0;
  Aws::S3::S3Client client(config);
  return client.GetObject(request).IsSuccess();
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'GetObject' can wait for ever for the service: the time limit of 'client' is 0, which means for ever [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:3: note: it is set here
}
bool awsConnectingOnTheHeap(const Aws::S3::Model::GetObjectRequest &request) {
  Aws::S3::S3ClientConfiguration config;
  config.requestTimeoutMs = 0;
  auto client = std::make_unique<Aws::S3::S3Client>(config);
  return client->GetObject(request).IsSuccess();
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'GetObject' can wait for ever for the service: the time limit of 'client' is 0, which means for ever [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:3: note: it is set here
}
class Store {
public:
  Store() : client(settings()) {}
  explicit Store(long) : client(given) { given.requestTimeoutMs = 0; }
  bool get(const Aws::S3::Model::GetObjectRequest &request) {
    return client.GetObject(request).IsSuccess();
  }

private:
  static Aws::Client::ClientConfiguration settings();
  Aws::Client::ClientConfiguration given;
  Aws::S3::S3Client client;
};
bool awsByDefault(const Aws::S3::Model::GetObjectRequest &request) {
  Aws::Client::ClientConfiguration config;
  config.connectTimeoutMs = 0;
  config.httpRequestTimeoutMs = 0;
  Aws::S3::S3Client client(config), other;
  return client.GetObject(request).IsSuccess() &&
         other.GetObject(request).IsSuccess();
}
bool awsWithOneLimit(const Aws::S3::Model::GetObjectRequest &request) {
  Aws::Client::ClientConfiguration config;
  config.requestTimeoutMs = 0;
  config.httpRequestTimeoutMs = 10000;
  Aws::S3::S3Client client(config);
  return client.GetObject(request).IsSuccess();
}
bool awsInTheEnd(const Aws::S3::Model::GetObjectRequest &request) {
  Aws::Client::ClientConfiguration config;
  config.requestTimeoutMs = 0;
  config.requestTimeoutMs = 5000;
  Aws::S3::S3Client client(config);
  return client.GetObject(request).IsSuccess();
}
void awsAsynchronously(const Aws::S3::Model::GetObjectRequest &request) {
  Aws::Client::ClientConfiguration config;
  config.requestTimeoutMs = 0;
  Aws::S3::S3Client client(config);
  client.GetObjectAsync(request, [] {});
  client.GetObjectCallable(request).wait_for(5s);
}
bool awsOfSomebody(Aws::S3::S3Client &client,
                   const Aws::Client::ClientConfiguration &config,
                   const Aws::S3::Model::GetObjectRequest &request) {
  Aws::S3::S3Client copy(config);
  return client.GetObject(request).IsSuccess() &&
         copy.GetObject(request).IsSuccess();
}

//===--- gRPC -------------------------------------------------------------===//

bool waitsUntilReady(demo::Echo::Stub &stub) {
  grpc::ClientContext context;
  context.set_wait_for_ready(true);
  demo::Reply reply;
  return stub.Say(&context, demo::Request(), &reply).ok();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'Say' can wait for ever for the server: 'context' has no time limit; set_deadline() limits it [leash-missing-timeout]
}
// The keepalive of the channel finds out that the server is dead, not that it
// does not answer.
bool keptAlive() {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, 10000);
  auto channel = grpc::CreateCustomChannel(
      "service:1", grpc::InsecureChannelCredentials(), arguments);
  auto stub = demo::Echo::NewStub(channel);
  grpc::ClientContext context;
  demo::Reply reply;
  return stub->Say(&context, demo::Request(), &reply).ok();
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'Say' can wait for ever for the server: 'context' has no time limit, and the keepalive of its channel only finds dead servers, not handlers that hang; set_deadline() limits it [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-8]]:13: note: it is set here
}
bool keptAliveInTime() {
  grpc::ChannelArguments arguments;
  arguments.SetInt("grpc.keepalive_time_ms", 10000);
  auto stub = demo::Echo::NewStub(grpc::CreateCustomChannel(
      "service:1", grpc::InsecureChannelCredentials(), arguments));
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + 5s);
  demo::Reply reply;
  return stub->Say(&context, demo::Request(), &reply).ok();
}
bool otherArguments() {
  grpc::ChannelArguments arguments, others;
  arguments.SetInt(GRPC_ARG_MAX_SEND_MESSAGE_LENGTH, 10000);
  others.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, 10000);
  auto stub = demo::Echo::NewStub(grpc::CreateCustomChannel(
      "service:1", grpc::InsecureChannelCredentials(), arguments));
  grpc::ClientContext context;
  demo::Reply reply;
  return stub->Say(&context, demo::Request(), &reply).ok();
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'Say' can wait for ever for the server: 'context' has no time limit; set_deadline() limits it [leash-missing-timeout]
}
class KeptAlive {
public:
  explicit KeptAlive(std::shared_ptr<grpc::Channel> channel)
      : stub(demo::Echo::NewStub(channel)) {}
  bool say() {
    grpc::ClientContext context;
    demo::Reply reply;
    return stub->Say(&context, demo::Request(), &reply).ok();
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'Say' can wait for ever for the server: 'context' has no time limit, and the keepalive of its channel only finds dead servers, not handlers that hang; set_deadline() limits it [leash-missing-timeout]
    // CHECK-MESSAGES: :[[@LINE+10]]:13: note: it is set here
  }

private:
  std::unique_ptr<demo::Echo::Stub> stub;
};
bool keptAliveMember() {
  // As text, too.
  grpc::ChannelArguments arguments;
  arguments.SetInt("grpc.max_send_message_length", 10000);
  arguments.SetInt("grpc.keepalive_time_ms", 10000);
  KeptAlive client(grpc::CreateCustomChannel(
      "service:1", grpc::InsecureChannelCredentials(), arguments));
  return client.say();
}
bool inherited(demo::Echo::Stub &stub, const grpc::ServerContext &call) {
  auto context = grpc::ClientContext::FromServerContext(call);
  demo::Reply reply;
  return stub.Say(context.get(), demo::Request(), &reply).ok();
}
