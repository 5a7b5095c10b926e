#!/usr/bin/env bash
# Verifies one running system by four shards, each a task of a Docker Swarm job, and merges what they found. It needs a
# Docker engine, target/envproof.jar, and an image with a JRE: BASE=eclipse-temurin:17-jre. The system is a replica in
# a container; for yours, leave that part out and pass your own variables. It stops and removes all that it starts.
set -euo pipefail
cd "$(dirname "$0")/../.."

readonly SHARDS=4 CONCURRENT=${CONCURRENT:-4} SUITE=${SUITE:-smoke} BASE=${BASE:-eclipse-temurin:17-jre}
readonly name=envproof-swarm-$$
joined=0
variables=$(mktemp)

end() {
  local status=$? left
  set +e
  docker service rm "$name" > /dev/null 2>&1
  # the tasks' containers go a moment after their service
  for _ in {1..50}; do
    [[ -n $(docker ps -q --filter "name=^/$name\\.") ]] || break
    sleep 0.2
  done
  ((joined == 0)) || docker swarm leave --force > /dev/null
  left=$(docker ps -aq --filter "name=^/$name")
  [[ -z $left ]] || docker rm -fv $left > /dev/null
  left=$(docker volume ls -q --filter "name=^$name-")
  [[ -z $left ]] || docker volume rm $left > /dev/null
  docker image rm "$name" > /dev/null 2>&1
  rm -f "$variables"
  exit "$status"
}
trap end EXIT
trap 'exit 130' INT TERM

if [[ $(docker info --format '{{.Swarm.LocalNodeState}}') == inactive ]]; then
  docker swarm init --advertise-addr 127.0.0.1 > /dev/null
  joined=1
fi
docker buildx version > /dev/null 2>&1 || export DOCKER_BUILDKIT=0
docker build -q --build-arg "BASE=$BASE" -f examples/docker/Dockerfile -t "$name" . > "$variables" 2>&1 \
  || { cat "$variables" >&2; exit 1; }

# The system: its variables are what a deployment's secrets would be.
docker run -d -i --name "$name-replica" --network host --read-only "$name" replica > /dev/null
for _ in {1..300}; do
  docker logs "$name-replica" 2> /dev/null > "$variables"
  ! grep -qx ready "$variables" || break
  [[ $(docker inspect -f '{{.State.Running}}' "$name-replica") == true ]] || break
  sleep 0.2
done
grep -qx ready "$variables" || { docker logs "$name-replica" >&2; echo "the replica did not start" >&2; exit 1; }
sed -i '/^ready$/d; /^#/d' "$variables"
set -a
# shellcheck disable=SC1090
. "$variables"
set +a

environment=()
while IFS= read -r variable; do
  environment+=(--env "$variable")
done < <(sed -nE 's/^(export )?([A-Za-z_][A-Za-z0-9_]*)=.*/\2/p' "$variables")

# A job's slots count from 0, and the engine shows the node's name for 0. A closed gate is a result and no failed task:
# exit codes up to 2 are verdicts.
# shellcheck disable=SC2016
readonly task='case $SLOT in *[!0-9]*) SLOT=0 ;; esac
java -jar envproof.jar -Dtarget=remote "-Dsuite=$SUITE" --shard "$((SLOT % SHARDS + 1))/$SHARDS" || [ $? -le 2 ]'
docker service create --quiet --detach --name "$name" --mode replicated-job --replicas "$SHARDS" --max-concurrent "$CONCURRENT" \
  --restart-condition none --network host --read-only \
  "${environment[@]}" --env "SLOT={{.Task.Slot}}" --env "SHARDS=$SHARDS" --env "SUITE=$SUITE" \
  --mount "type=volume,source=$name-{{.Task.Slot}},target=/envproof/reports" \
  --entrypoint sh "$name" -c "$task" > /dev/null 2>&1

tasks() { docker service ps --no-trunc --format '{{.CurrentState}} {{.Error}}' "$name"; }
for _ in {1..600}; do
  ((SHARDS > $(tasks | grep -cE '^(Complete|Failed|Rejected)' || true))) || break
  sleep 0.2
done
tasks | sed 's/^/task: /'

mounts=() reports=()
for volume in $(docker volume ls -q --filter "name=^$name-"); do
  mounts+=(-v "$volume:/shards/$volume:ro")
  reports+=("/shards/$volume")
done
docker run --rm --name "$name-merge" --read-only "${mounts[@]}" "$name" merge "${reports[@]}"
