# Cleans up after a run that was killed. The first line on standard input is the run's folder; the input ends when the
# run's process does, however it ended. A folder that is gone by then means that the run cleaned up itself.
trap '' HUP INT TERM
IFS= read -r run
IFS= read -r end

command_of() {
    if [ -r "/proc/$1/cmdline" ]; then tr '\0' ' ' <"/proc/$1/cmdline"; else ps -o args= -p "$1"; fi
}

# A process id is believed only where its command names the folder: systems use ids again.
stop_servers() {
    for file in "$run"/*/postmaster.pid; do
        [ -f "$file" ] || continue
        IFS= read -r pid <"$file"
        case "$(command_of "$pid")" in *"${file%/*}"*) kill "-$1" "$pid" ;; esac
    done
}

# By its label, which is the name of the run's folder.
remove_containers() {
    for container in $(docker ps -aq --filter "label=dev.envproof.run=${run##*/}"); do
        docker rm -f -v "$container"
    done
}

case "$run" in */envproof-*) ;; *) exit 1 ;; esac
[ -f "$run/containers" ] && used_docker=yes
tries=0
while [ -d "$run" ] && [ "$tries" -lt 20 ]; do
    if [ "$tries" -lt 10 ]; then stop_servers QUIT; else stop_servers KILL; fi
    sleep 0.2 2>/dev/null || sleep 1
    rm -rf -- "$run"
    tries=$((tries + 1))
done
[ "${used_docker:-no}" = no ] || remove_containers
