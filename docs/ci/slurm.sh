#!/bin/bash
#===--- slurm.sh - a part of the files, as a task of a Slurm array job ---------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#
#
#   sbatch --array=1-4 slurm.sh 4
#
# How many parts there are is said twice, since Slurm's own number is another one
# when single tasks are run again: sbatch --array=3 slurm.sh 4
#
# The folder that it is started in must be the repository, on a file system that
# all nodes share, with the compile database in build/. Task i writes
# leash-i.sarif; it fails only when there is no such result, not because of
# findings.
#
#===----------------------------------------------------------------------------#

#SBATCH --job-name=leash
#SBATCH --output=leash-%a.log

Result="leash-$SLURM_ARRAY_TASK_ID.sarif"
rm -f "$Result"
"${LEASH:-leash}" -p build --shard "$SLURM_ARRAY_TASK_ID/${1:?how many parts}" \
  -j "${SLURM_CPUS_PER_TASK:-${SLURM_CPUS_ON_NODE:-1}}" --quiet \
  --format text --format "sarif=$Result" ||
  test -s "$Result"
