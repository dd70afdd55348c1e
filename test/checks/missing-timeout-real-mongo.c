// leash-missing-timeout with the real headers of the MongoDB C driver, whose
// operations have limits by default, and of Eclipse Paho for C, where everything
// that waits takes a time or has one.
//
// REQUIRES: mongoc-headers, paho-headers
// RUN: %check %s leash-missing-timeout -std=c11,c17 -- -- -I/usr/include/libmongoc-1.0 -I/usr/include/libbson-1.0
#include <MQTTClient.h>
#include <mongoc/mongoc.h>

/*===--- Waiting for a client ---------------------------------------------===*/

void pops(void) {
  mongoc_uri_t *uri = mongoc_uri_new_for_host_port("db", 27017);
  mongoc_client_pool_t *pool = mongoc_client_pool_new(uri);
  mongoc_client_t *client = mongoc_client_pool_pop(pool);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: 'mongoc_client_pool_pop' can wait for ever for a client that is free: 'pool' has no time limit; waitQueueTimeoutMS in its URI limits it, mongoc_client_pool_try_pop does not wait [leash-missing-timeout]
  mongoc_client_pool_push(pool, client);
  mongoc_client_pool_destroy(pool);
  mongoc_uri_destroy(uri);
}
void popsInTime(void) {
  mongoc_uri_t *uri = mongoc_uri_new_for_host_port("db", 27017);
  mongoc_uri_set_option_as_int32(uri, MONGOC_URI_WAITQUEUETIMEOUTMS, 500);
  mongoc_client_pool_t *pool = mongoc_client_pool_new(uri);
  mongoc_client_t *client = mongoc_client_pool_pop(pool);
  mongoc_client_pool_push(pool, client);
  mongoc_client_pool_destroy(pool);
  mongoc_uri_destroy(uri);
}
// The pool keeps a copy of the URI that it was made with.
void popsLimitedTooLate(void) {
  mongoc_uri_t *uri = mongoc_uri_new_for_host_port("db", 27017);
  mongoc_client_pool_t *pool = mongoc_client_pool_new(uri);
  mongoc_uri_set_option_as_int32(uri, MONGOC_URI_WAITQUEUETIMEOUTMS, 500);
  mongoc_client_pool_push(pool, mongoc_client_pool_pop(pool));
  // CHECK-MESSAGES: :[[@LINE-1]]:33: warning: 'mongoc_client_pool_pop' can wait for ever for a client that is free: 'pool' has no time limit; waitQueueTimeoutMS in its URI limits it, mongoc_client_pool_try_pop does not wait [leash-missing-timeout]
}
// It may be among the options.
void popsAsTheTextSays(const char *text, bson_error_t *error) {
  mongoc_uri_t *uri = mongoc_uri_new_with_error(text, error);
  mongoc_client_pool_t *pool = mongoc_client_pool_new(uri);
  mongoc_client_pool_push(pool, mongoc_client_pool_pop(pool));
}
void popsOfACopy(void) {
  mongoc_uri_t *uri =
      mongoc_uri_new("mongodb://db/?waitQueueTimeoutMS=500&maxPoolSize=4");
  mongoc_uri_t *copy = mongoc_uri_copy(uri);
  mongoc_client_pool_t *pool = mongoc_client_pool_new_with_error(copy, NULL);
  mongoc_client_pool_push(pool, mongoc_client_pool_pop(pool));
}
void popsOfAnUnlimitedCopy(void) {
  mongoc_uri_t *uri = mongoc_uri_new_for_host_port("db", 27017);
  mongoc_uri_t *copy = mongoc_uri_copy(uri);
  mongoc_client_pool_t *pool = mongoc_client_pool_new_with_error(copy, NULL);
  mongoc_client_pool_push(pool, mongoc_client_pool_pop(pool));
  // CHECK-MESSAGES: :[[@LINE-1]]:33: warning: 'mongoc_client_pool_pop' can wait for ever for a client that is free: 'pool' has no time limit; waitQueueTimeoutMS in its URI limits it, mongoc_client_pool_try_pop does not wait [leash-missing-timeout]
}
void popsWhatIsFree(void) {
  mongoc_uri_t *uri = mongoc_uri_new_for_host_port("db", 27017);
  mongoc_client_pool_t *pool = mongoc_client_pool_new(uri);
  mongoc_client_t *client = mongoc_client_pool_try_pop(pool);
  if (client)
    mongoc_client_pool_push(pool, client);
}
mongoc_client_t *popsOfSomebody(mongoc_client_pool_t *pool) {
  return mongoc_client_pool_pop(pool);
}

/*===--- Operations: five minutes for a reply, by default -----------------===*/

bool pings(bson_error_t *error) {
  mongoc_client_t *client = mongoc_client_new("mongodb://db");
  bson_t *ping = BCON_NEW("ping", BCON_INT32(1));
  bson_t reply;
  return mongoc_client_command_simple(client, "admin", ping, NULL, &reply,
                                      error);
}
const bson_t *finds(mongoc_collection_t *collection, const bson_t *filter) {
  const bson_t *found = NULL;
  mongoc_cursor_t *cursor =
      mongoc_collection_find_with_opts(collection, filter, NULL, NULL);
  mongoc_cursor_next(cursor, &found);
  return found;
}

/*===--- Eclipse Paho for C -----------------------------------------------===*/

// Thirty seconds to connect, unless the options say otherwise.
int mqttPublishes(const char *broker, MQTTClient_message *message) {
  MQTTClient client;
  MQTTClient_deliveryToken token;
  MQTTClient_connectOptions options = MQTTClient_connectOptions_initializer;
  MQTTClient_create(&client, broker, "me", MQTTCLIENT_PERSISTENCE_NONE, NULL);
  if (MQTTClient_connect(client, &options) != MQTTCLIENT_SUCCESS)
    return -1;
  MQTTClient_publishMessage(client, "state", message, &token);
  return MQTTClient_waitForCompletion(client, token, 1000UL);
}
int mqttSubscribes(MQTTClient client) {
  return MQTTClient_subscribe(client, "state", 1);
}
int mqttReceives(MQTTClient client) {
  char *topic;
  int size;
  MQTTClient_message *message;
  return MQTTClient_receive(client, &topic, &size, &message, 0);
}
