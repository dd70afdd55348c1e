//===--- glib.h - a mock of the header ----------------------------*- C -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_GLIB
#define LEASH_MOCK_GLIB

#ifdef __cplusplus
extern "C" {
#endif

typedef char gchar;
typedef int gint;
typedef int gboolean;
typedef void *gpointer;
typedef struct _GThread GThread;
typedef struct _GThreadPool GThreadPool;
typedef struct _GError GError;
typedef struct _GAsyncQueue GAsyncQueue;
typedef gpointer (*GThreadFunc)(gpointer);
typedef void (*GFunc)(gpointer, gpointer);

GThread *g_thread_new(const gchar *, GThreadFunc, gpointer);
GThread *g_thread_try_new(const gchar *, GThreadFunc, gpointer, GError **);
GThread *g_thread_ref(GThread *);
void g_thread_unref(GThread *);
gpointer g_thread_join(GThread *);

GThreadPool *g_thread_pool_new(GFunc, gpointer, gint, gboolean, GError **);
gboolean g_thread_pool_push(GThreadPool *, gpointer, GError **);
void g_thread_pool_free(GThreadPool *, gboolean, gboolean);

gint g_atomic_int_get(const volatile gint *);
void g_atomic_int_set(volatile gint *, gint);

#ifdef __cplusplus
}
#endif

#endif // LEASH_MOCK_GLIB
