#===--- with-sshd.sh - runs a command beside an ssh server ---------------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#
#
#   with-sshd.sh FOLDER COMMAND [ARGUMENT]...
#
# A server with keys of its own, on the loopback alone, which lives as long as
# the command. The hosts host-a and host-b lead to it, for GNU parallel and for
# ssh -F FOLDER/client. FOLDER is made anew.
#
#===----------------------------------------------------------------------------#

set -eu
Folder=$1
shift
Port=$((20000 + $$ % 20000))
rm -rf "$Folder"
mkdir -m 700 "$Folder"
ssh-keygen -q -t ed25519 -N '' -f "$Folder/host"
ssh-keygen -q -t ed25519 -N '' -f "$Folder/user"

cat >"$Folder/server" <<END
Port $Port
ListenAddress 127.0.0.1
HostKey $Folder/host
PidFile $Folder/sshd.pid
AuthorizedKeysFile $Folder/user.pub
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
END
cat >"$Folder/client" <<END
Host host-a host-b
  HostName 127.0.0.1
  Port $Port
  IdentityFile $Folder/user
  IdentitiesOnly yes
  UserKnownHostsFile $Folder/known
  StrictHostKeyChecking no
  BatchMode yes
  LogLevel ERROR
END

# sshd separates its privileges there, and wants to be called by its full name.
[ "$(id -u)" != 0 ] || mkdir -p /run/sshd
"$(PATH=$PATH:/usr/sbin command -v sshd)" -f "$Folder/server" -E "$Folder/log"
trap 'kill "$(cat "$Folder/sshd.pid")"' EXIT
Left=50
until [ -s "$Folder/sshd.pid" ] || [ $((Left -= 1)) = 0 ]; do sleep 0.1; done

PARALLEL_SSH="ssh -F $Folder/client" "$@"
