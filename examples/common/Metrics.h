// The metrics of the service, a part in C
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#ifndef LEASH_EXAMPLES_METRICS_H
#define LEASH_EXAMPLES_METRICS_H

#ifdef __cplusplus
extern "C" {
#endif

/// Starts the sampling of the process's memory.
void metricsStart(void);
/// Sends the latest sample to the statistics server.
void metricsFlush(void);
/// Writes the latest sample where a scraper finds it; -1 when there is none.
int metricsExport(void);
void metricsStop(void);

#ifdef __cplusplus
}
#endif

#endif
