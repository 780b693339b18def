#!/bin/sh
# Runs a command inside another Debian, as if that were the machine: own mounts, own processes, and no chroot, in which
# the kernel would refuse Chromium's sandbox.     inside.sh ROOT COMMAND [ARGUMENT ...]
set -eu
root=$1
shift
exec unshare --mount --pid --ipc --uts --fork --kill-child --propagation private sh -c '
    set -eu
    root=$1; shift
    mount --bind "$root" "$root"
    cd "$root"
    mkdir -p proc dev sys tmp mnt dev/shm
    mount -t proc proc proc
    mount --rbind /dev dev
    mount -t tmpfs tmpfs dev/shm
    [ -e etc/resolv.conf ] || : >etc/resolv.conf
    mount --bind /etc/resolv.conf etc/resolv.conf
    pivot_root . mnt
    umount -l /mnt
    cd /
    exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
' inside "$root" "$@"
