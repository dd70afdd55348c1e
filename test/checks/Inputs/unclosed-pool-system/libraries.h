/* Pools of C libraries, as far as unclosed-pool-libraries.c needs them. */

#ifndef LIBRARIES_H
#define LIBRARIES_H

typedef struct rd_kafka_s rd_kafka_t;
typedef struct rd_kafka_conf_s rd_kafka_conf_t;
typedef enum { RD_KAFKA_PRODUCER, RD_KAFKA_CONSUMER } rd_kafka_type_t;
rd_kafka_t *rd_kafka_new(rd_kafka_type_t, rd_kafka_conf_t *, char *,
                         unsigned long);
int rd_kafka_poll(rd_kafka_t *, int);
int rd_kafka_flush(rd_kafka_t *, int);
int rd_kafka_consumer_close(rd_kafka_t *);
void rd_kafka_destroy(rd_kafka_t *);

typedef struct thpool_ *threadpool;
threadpool thpool_init(int);
int thpool_add_work(threadpool, void (*)(void *), void *);
void thpool_wait(threadpool);
void thpool_destroy(threadpool);

struct MHD_Daemon;
struct MHD_Daemon *MHD_start_daemon(unsigned, unsigned short, void *, void *,
                                    void *, void *, ...);
void MHD_stop_daemon(struct MHD_Daemon *);

typedef struct _mongoc_client_pool_t mongoc_client_pool_t;
typedef struct _mongoc_client_t mongoc_client_t;
typedef struct _mongoc_uri_t mongoc_uri_t;
mongoc_client_pool_t *mongoc_client_pool_new(const mongoc_uri_t *);
mongoc_client_t *mongoc_client_pool_pop(mongoc_client_pool_t *);
void mongoc_client_pool_push(mongoc_client_pool_t *, mongoc_client_t *);
void mongoc_client_pool_destroy(mongoc_client_pool_t *);

struct mosquitto;
struct mosquitto *mosquitto_new(const char *, int, void *);
int mosquitto_connect(struct mosquitto *, const char *, int, int);
int mosquitto_loop_start(struct mosquitto *);
int mosquitto_loop_stop(struct mosquitto *, int);
void mosquitto_destroy(struct mosquitto *);

void *zmq_ctx_new(void);
void *zmq_socket(void *, int);
int zmq_close(void *);
int zmq_ctx_term(void *);
int zmq_ctx_shutdown(void *);

typedef void CURLM;
CURLM *curl_multi_init(void);
int curl_multi_perform(CURLM *, int *);
int curl_multi_cleanup(CURLM *);

#endif
