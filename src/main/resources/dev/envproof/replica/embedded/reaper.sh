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
    for file in "$run"/*/postmaster.pid "$run"/*/redis.pid; do
        [ -f "$file" ] || continue
        IFS= read -r pid <"$file"
        case "$(command_of "$pid")" in *"${file%/*}"*) kill "-$1" "$pid" ;; esac
    done
}

# By its label, which is the name of the run's folder.
labelled() {
    docker "$@" -q --filter "label=dev.envproof.run=${run##*/}"
}

# Again until nothing is found twice: the engine may still be making what the run asked for last. Ids are words.
remove_from_docker() {
    empty=0
    rounds=0
    while [ "$empty" -lt 2 ] && [ "$rounds" -lt 10 ]; do
        rounds=$((rounds + 1))
        containers=$(labelled ps -a)
        [ -z "$containers" ] || docker rm -f -v $containers
        networks=$(labelled network ls)
        [ -z "$networks" ] || docker network rm $networks
        volumes=$(labelled volume ls)
        [ -z "$volumes" ] || docker volume rm -f $volumes
        if [ -z "$containers$networks$volumes" ]; then empty=$((empty + 1)); else empty=0; fi
        sleep 0.3 2>/dev/null || sleep 1
    done
}

case "$run" in */envproof-*) ;; *) exit 1 ;; esac
[ -f "$run/containers" ] && remove_from_docker
tries=0
while [ -d "$run" ] && [ "$tries" -lt 20 ]; do
    if [ "$tries" -lt 10 ]; then stop_servers QUIT; else stop_servers KILL; fi
    sleep 0.2 2>/dev/null || sleep 1
    rm -rf -- "$run"
    tries=$((tries + 1))
done
