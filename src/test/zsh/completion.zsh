#!/usr/bin/env -S zsh -f
# zsh itself runs the completion that the jar prints; only the line editor is stood in for.
# usage, in the project's folder: src/test/zsh/completion.zsh [JAR]
emulate zsh
completed=() IPREFIX=
compdef() { : }
compset() { IPREFIX=${(M)words[CURRENT]##*[=,]} }
compadd() { # keeps what begins as the word does
  while [[ $1 != -- ]]; do shift; done
  shift
  local word
  for word in "$@"; do
    [[ $word == ${words[CURRENT]#$IPREFIX}* ]] && completed+=($word)
  done
}
_files() { completed+=(FILES) }
source <(java -jar ${1:-target/envproof.jar} completion zsh) || exit

typeset -i failed=0
expect() { # TYPED COMPLETED
  words=("${(@s: :)1}") completed=() IPREFIX=
  CURRENT=$#words
  _envproof
  [[ ${(o)completed} == "$2" ]] && return
  print -u2 -- "'$1' completed to '${(o)completed}', not '$2'"
  failed=1
}
expect 'envproof ver' 'verify'
expect 'envproof exp' 'explain'
expect 'envproof -De' '-Denv= -Dexpect.version='
expect 'envproof verify -Dsu' '-Dsuite='
expect 'envproof -Denv=sta' 'staging'
expect 'envproof -Denv=staging,prod' 'production'
expect 'envproof fingerprints -Denv=dev' 'development'
expect 'envproof fingerprints -Denv' '-Denv= FILES'
expect 'envproof -Dsystem=job' 'job-platform'
expect 'envproof -Dsuite=sm' 'smoke'
expect 'envproof verify -Dtarget=rem' 'remote'
expect 'envproof -Dfault=cors/reflect-any-o' 'cors/reflect-any-origin'
expect 'envproof -Dhistory=READ' 'FILES'
expect 'envproof merge -Dhistory=READ' 'FILES'
expect 'envproof --sh' '--shard'
expect 'envproof explain cors/foreign' 'cors/foreign-origin-is-refused'
expect 'envproof list --json' '--json'
expect 'envproof list su' 'suites'
expect 'envproof compare --j' '--json FILES'
expect 'envproof completion z' 'zsh'
(( failed )) || print 'zsh completes as it should'
exit failed
