# Removes the Compose projects of a run that was killed. The first line on standard input names them; the input ends when
# the run's process does. A second line, `done`, means that the run removed them itself.
trap '' HUP INT TERM
IFS= read -r projects
if IFS= read -r last && [ "$last" = done ]; then exit 0; fi
label=com.docker.compose.project

# The compose program may still be starting parts when its run is killed: look again until nothing comes any more.
tries=0
while [ "$tries" -lt 8 ]; do
    for project in $projects; do
        for container in $(docker ps -aq --filter "label=$label=$project"); do docker rm -f -v "$container"; done
        for network in $(docker network ls -q --filter "label=$label=$project"); do docker network rm "$network"; done
        for volume in $(docker volume ls -q --filter "label=$label=$project"); do docker volume rm -f "$volume"; done
    done
    tries=$((tries + 1))
    sleep 1
done
