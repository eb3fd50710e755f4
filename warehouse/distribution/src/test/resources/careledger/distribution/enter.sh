# Goes into the root of a container, within namespaces that the caller made, and becomes a command there:
# enter.sh ROOT JAVA VOLUME rw|ro USER GROUP FOLDER COMMAND...
# The machine's own programs take the place of the base image; Java is where Temurin's images have it.
set -eu
root=$1 java=$2 volume=$3 access=$4 user=$5 group=$6 folder=$7
shift 7
given=$PATH
PATH=/usr/sbin:/usr/bin:/sbin:/bin
chroot=$(command -v chroot)
mount --make-rprivate /
mount --bind "$root" "$root"
for name in bin sbin lib lib32 lib64 libx32 usr; do
  if [ -L "/$name" ]; then
    [ -e "$root/$name" ] || [ -L "$root/$name" ] || cp -P "/$name" "$root/$name"
  elif [ -d "/$name" ]; then
    mkdir -p "$root/$name"
    mount --rbind "/$name" "$root/$name"
  fi
done
mkdir -p "$root/proc" "$root/dev" "$root/srv" "$root/opt/java/openjdk"
mkdir -p -m 1777 "$root/tmp"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --bind "$java" "$root/opt/java/openjdk"
[ -z "$volume" ] || mount --bind "$volume" "$root/srv"
[ "$access" = rw ] || mount -o remount,bind,ro "$root"
ip link set lo up
if [ "$user" = 0 ]; then
  exec env PATH="$given" "$chroot" "$root" /bin/sh -c 'cd "$1" && shift && exec "$@"' sh "$folder" "$@"
fi
exec env PATH="$given" "$chroot" "$root" /usr/bin/setpriv --reuid "$user" --regid "$group" --clear-groups --no-new-privs \
  --inh-caps=-all --bounding-set=-all /bin/sh -c 'cd "$1" && shift && exec "$@"' sh "$folder" "$@"
