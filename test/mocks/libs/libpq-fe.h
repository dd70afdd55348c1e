//===--- libpq-fe.h - a mock of the header ------------------------*- C -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_LIBPQ
#define LEASH_MOCK_LIBPQ

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;

PGconn *PQconnectdb(const char *conninfo);
PGresult *PQexec(PGconn *conn, const char *query);
void PQfinish(PGconn *conn);

#ifdef __cplusplus
}
#endif

#endif // LEASH_MOCK_LIBPQ
