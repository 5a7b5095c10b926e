package dev.envproof.cli;

import dev.envproof.environment.Choice;
import java.util.List;

/** {@code completion zsh}: prints what a shell needs to complete commands, flags and names. */
final class CompletionCommand implements Command {
    private static final List<String> SHELLS = List.of("bash", "zsh");

    @Override
    public String name() {
        return "completion";
    }

    @Override
    public String takes() {
        return String.join("|", SHELLS);
    }

    @Override
    public String purpose() {
        return "print the shell's completion: source <(envproof completion bash)";
    }

    @Override
    public List<String> words() {
        return SHELLS;
    }

    @Override
    public ExitCode run(List<String> arguments, Session session) {
        List<String> words = Given.to(this, arguments).words();
        if (words.size() != 1) {
            throw Given.wrong(this, "takes the shell's name");
        }
        String shell = new Choice("completion", "shell", SHELLS).oneOf(words.get(0));
        session.out().print(shell.equals("zsh") ? ZshCompletion.script() : BashCompletion.script());
        return ExitCode.OPEN;
    }
}
