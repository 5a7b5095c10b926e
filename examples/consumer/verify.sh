#!/usr/bin/env bash
# Installs envproof into a local repository of its own, verifies this project with it, and lets it catch a fault by this
# project's own rule. Arguments go to Maven: -o works offline once everything was downloaded.
set -euo pipefail
cd "$(dirname "$0")"

readonly downloaded=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
repository=$(mktemp -d)
log=$(mktemp)
trap 'rm -rf "$repository" "$log"' EXIT

# What was downloaded is used as it is; only envproof itself goes to the throw-away repository.
link() {
  local entry
  mkdir -p "$2"
  for entry in "$1"/*; do
    [[ ! -e $entry || $(basename "$entry") == "$3" ]] || ln -s "$entry" "$2/"
  done
}
link "$downloaded" "$repository" dev
link "$downloaded/dev" "$repository/dev" envproof

maven() { mvn -B -ntp -q "-Dmaven.repo.local=$repository" "$@"; }

maven "$@" -f ../../pom.xml -Dmaven.test.skip=true -Dshade.skip package org.apache.maven.plugins:maven-install-plugin:install
maven "$@" verify | tee "$log"
grep -qE '^shop +1 held +1 held' "$log" || { echo "the project's own rule was not judged"; exit 1; }

if maven "$@" verify -Denv=staging -Dfault=health/unhealthy-body > "$log" 2>&1; then
  cat "$log"
  echo "green although the api does not say ok"
  exit 1
fi
grep -qF "[HIGH] staging: the api's health says ok - BROKEN" "$log" || { cat "$log"; exit 1; }
echo "consumer: verified with its own rule, suite and checks; the fault was caught by shop/api-says-ok"
