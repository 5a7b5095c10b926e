package dev.envproof.cli;

/** A zsh function that completes without starting Java: names of files are read from the folder it is in. */
final class ZshCompletion {
    private static final String SCRIPT = """
            #compdef envproof
            # zsh completion for envproof; load it with: source <(envproof completion zsh)
            _envproof_values() { # what a flag takes; (N) and the rest of it: nothing where no file matches, names alone
              case $1 in
                env) print -l environments/*/*.yaml(N:t:r) all | grep -vx system | sort -u ;;
                system) print -l environments/*/system.yaml(N:h:t) ;;
                suite) print -l suites/*.yaml(N:t:r) ;;
                fault) printf '%s\\n' @FAULTS@ ;;
            @FLAG_VALUES@
              esac
            }
            _envproof() {
              local word=$words[CURRENT] command=verify known
              (( CURRENT > 2 )) && [[ $words[2] != -* ]] && command=$words[2]
              if [[ $word == -D*=* && $command == (verify|fingerprints|merge) ]]; then
                case ${${word%%=*}#-D} in @FILE_FLAGS@) compset -P '*='; _files; return ;; esac
                compset -P '*[=,]'
                compadd -- ${(f)"$(_envproof_values ${${word%%=*}#-D})"}
                return
              fi
              case $command in
                verify) known='@FLAGS@'; (( CURRENT > 2 )) || known+=' @COMMANDS@' ;;
            @COMMAND_WORDS@
              esac
              compadd -S '' -- ${(M)${=known}:#*=}
              compadd -- ${${=known}:#*=}
              case $command in compare | fingerprints | import | merge) _files ;; esac
            }
            (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
            compdef _envproof envproof
            """;

    private ZshCompletion() {}

    static String script() {
        return CompletionWords.filledIn(SCRIPT);
    }
}
