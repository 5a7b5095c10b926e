package dev.envproof.probe.logs;

import dev.envproof.environment.Target;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import java.util.List;
import java.util.Optional;

/** Sends requests that services log, then looks for their lines, and for secrets, in logs and answers. */
public final class LogProbe implements Probe<LogProbe.Seen> {

    /**
     * @param named one per plain request: which environment its log lines name
     * @param carried one per request that carried a made-up credential
     * @param broken one per request that carried a line break
     * @param leaks secrets in logs and answers; names of variables only
     * @param linesRead how many log lines were searched
     * @param answersRead how many answers were searched; a request that nothing answered is none
     * @param searched how many secrets were searched for
     * @param unread services whose log can't be read
     */
    public record Seen(
            List<Named> named,
            List<Traced> carried,
            List<Traced> broken,
            List<Leak> leaks,
            int linesRead,
            int answersRead,
            int searched,
            List<String> unread)
            implements dev.envproof.probe.Seen {
        public Seen {
            named = List.copyOf(named);
            carried = List.copyOf(carried);
            broken = List.copyOf(broken);
            leaks = List.copyOf(leaks);
            unread = List.copyOf(unread);
        }
    }

    /**
     * A plain request and its log lines.
     *
     * @param doubt why it may not have reached the environment's own stores; empty where they answered
     * @param environments what each of its lines names; an empty text where a line names none
     */
    public record Named(String service, Optional<String> doubt, List<String> environments, Exchange exchange) {
        public Named {
            environments = List.copyOf(environments);
        }
    }

    /**
     * A request that carried something.
     *
     * @param isRefused whether it was answered with a status from 400 to 499, and so need not be logged
     * @param isLogged whether a line has its id, the control
     * @param shows what of it shows where it should not, in words; empty where nothing does
     */
    public record Traced(
            String service, boolean isRefused, boolean isLogged, Optional<String> shows, Exchange exchange) {}

    /**
     * A secret where it should not be.
     *
     * @param kind what shows
     * @param secret the name of its variable, or what it is where no variable is known
     * @param where the log or the answer
     */
    public record Leak(Kind kind, String secret, String where, Optional<Exchange> exchange) {

        /** What shows, and where. */
        public enum Kind {
            IN_LOG,
            IN_ANSWER,
            HASH
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        return new LogLook(target, lookout).look();
    }
}
