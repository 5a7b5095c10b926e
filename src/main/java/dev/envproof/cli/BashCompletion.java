package dev.envproof.cli;

import dev.envproof.fault.Deviation;
import dev.envproof.run.Flag;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                env) _envproof_files environments/*/*.yaml; echo all ;;
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
              if [[ $word == -D*=* && $command == verify ]]; then
                known=$(_envproof_values "$(name=${word%%=*}; echo "${name#-D}")")
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
              case $command in compare | import | merge) COMPREPLY+=($(compgen -f -- "$word")) ;; esac
            }
            complete -F _envproof envproof
            """;

    private BashCompletion() {}

    static String script() {
        return SCRIPT.replace("@FAULTS@", joined(Deviation.all().map(Deviation::id)))
                .replace(
                        "@FLAGS@",
                        joined(Arrays.stream(Flag.values()).map(flag -> "-D" + flag.key() + "=")) + " --help")
                .replace("@COMMANDS@", joined(Commands.ALL.stream().map(Command::name)))
                .replace("@FLAG_VALUES@", flagValues())
                .replace("@COMMAND_WORDS@", commandWords());
    }

    private static String flagValues() {
        return Arrays.stream(Flag.values())
                .filter(flag -> flag.example().contains("|"))
                .map(flag -> "    " + flag.key() + ") printf '%s\\n' "
                        + flag.example().replace('|', ' ') + " ;;")
                .collect(Collectors.joining("\n"));
    }

    private static String commandWords() {
        return Commands.ALL.stream()
                .filter(command -> !command.name().equals("verify"))
                .map(command -> "    " + command.name() + ") known='"
                        + joined(Stream.concat(command.options().stream(), command.words().stream())) + " --help' ;;")
                .collect(Collectors.joining("\n"));
    }

    private static String joined(Stream<String> names) {
        return names.collect(Collectors.joining(" "));
    }
}
