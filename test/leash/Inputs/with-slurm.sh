#===--- with-slurm.sh - runs a command beside a cluster of one node ------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#
#
#   with-slurm.sh FOLDER COMMAND [ARGUMENT]...
#
# Starts munged, slurmctld and slurmd of the test's own, on the loopback alone,
# and stops them when the command has ended. FOLDER is made anew.
#
#===----------------------------------------------------------------------------#

set -eu
Folder=$1
shift
PATH=$PATH:/usr/sbin
Port=$((20000 + $$ % 20000))
Host=$(hostname -s)
User=$(id -un)
rm -rf "$Folder"
mkdir -p "$Folder/state" "$Folder/spool"
dd if=/dev/urandom of="$Folder/munge.key" bs=1024 count=1 2>/dev/null
chmod 400 "$Folder/munge.key"

cat >"$Folder/slurm.conf" <<END
ClusterName=leash
SlurmctldHost=$Host(127.0.0.1)
SlurmctldPort=$Port
SlurmdPort=$((Port + 1))
AuthType=auth/munge
AuthInfo=socket=$Folder/munge.socket
SlurmUser=$User
SlurmdUser=$User
StateSaveLocation=$Folder/state
SlurmdSpoolDir=$Folder/spool
SlurmctldPidFile=$Folder/slurmctld.pid
SlurmdPidFile=$Folder/slurmd.pid
SlurmctldLogFile=$Folder/slurmctld.log
SlurmdLogFile=$Folder/slurmd.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
ReturnToService=2
NodeName=$Host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=main Nodes=$Host Default=YES State=UP
END
export SLURM_CONF="$Folder/slurm.conf"

# One after the other: without munged, slurmctld does not come to its end.
stop() {
  for Name in slurmd slurmctld munged; do
    [ -s "$Folder/$Name.pid" ] || continue
    Pid=$(cat "$Folder/$Name.pid")
    kill "$Pid" || continue
    Left=50
    while kill -0 "$Pid" 2>/dev/null; do
      [ $((Left -= 1)) != 0 ] || { kill -9 "$Pid" && break; }
      sleep 0.2
    done
  done
}
trap stop EXIT

munged --force --key-file "$Folder/munge.key" --socket "$Folder/munge.socket" \
  --pid-file "$Folder/munged.pid" --log-file "$Folder/munged.log" \
  --seed-file "$Folder/munge.seed"
slurmctld -f "$SLURM_CONF"
slurmd -f "$SLURM_CONF"
Left=100
until sinfo --noheader --format %t 2>"$Folder/sinfo.log" | grep -q idle; do
  [ $((Left -= 1)) != 0 ] || { cat "$Folder"/*.log >&2 && exit 1; }
  sleep 0.2
done

"$@"
