package dev.envproof.cli;

/** A bash function that completes without starting Java: names of files are read from the folder it is in. */
final class BashCompletion {
    private static final String SCRIPT = """
            # bash completion for envproof; load it with: source <(envproof completion bash)
            _envproof_files() { # the names of the files that match, without folder and ending
              local file
              for file in "$@"; do
                [[ -f $file ]] || continue
                file=${file##*/}
                [[ $file == system.yaml ]] || printf '%s\\n' "${file%.yaml}"
              done
            }
            _envproof_systems() {
              local file
              for file in environments/*/system.yaml; do
                [[ -f $file ]] && file=${file%/system.yaml} && printf '%s\\n' "${file##*/}"
              done
            }
            _envproof_values() { # what a flag takes
              case $1 in
                env) _envproof_files environments/*/*.yaml | sort -u; echo all ;;
                system) _envproof_systems ;;
                suite) _envproof_files suites/*.yaml ;;
                fault) printf '%s\\n' @FAULTS@ ;;
            @FLAG_VALUES@
              esac
            }
            _envproof() {
              local line=${COMP_LINE:0:COMP_POINT} word command known before=
              word=${line##*[[:space:]]}
              command=verify
              ((COMP_CWORD > 1)) && [[ ${COMP_WORDS[1]} != -* ]] && command=${COMP_WORDS[1]}
              COMPREPLY=()
              if [[ $word == -D*=* && $command =~ ^(verify|fingerprints|merge)$ ]]; then
                known=${word%%=*}
                case ${known#-D} in
                  @FILE_FLAGS@) COMPREPLY=($(compgen -f -- "${word#*=}"))
                    [[ $COMP_WORDBREAKS == *=* ]] || COMPREPLY=("${COMPREPLY[@]/#/$known=}")
                    return ;;
                esac
                known=$(_envproof_values "${known#-D}")
                before=${word%%=*}=
                word=${word#*=}
                if [[ $word == *,* ]]; then before+=${word%,*},; word=${word##*,}; fi
                # bash replaces only what stands behind the last of its word breaks
                [[ $COMP_WORDBREAKS == *=* ]] && before=${before#*=}
                COMPREPLY=($(compgen -P "$before" -W "$known" -- "$word"))
                return
              fi
              case $command in
                verify) known='@FLAGS@'; ((COMP_CWORD > 1)) || known+=' @COMMANDS@' ;;
            @COMMAND_WORDS@
              esac
              COMPREPLY=($(compgen -W "$known" -- "$word"))
              if [[ ${COMPREPLY[0]-} == *= ]]; then compopt -o nospace 2> /dev/null; fi
              case $command in compare | fingerprints | import | merge) COMPREPLY+=($(compgen -f -- "$word")) ;; esac
            }
            complete -F _envproof envproof
            """;

    private BashCompletion() {}

    static String script() {
        return CompletionWords.filledIn(SCRIPT);
    }
}
