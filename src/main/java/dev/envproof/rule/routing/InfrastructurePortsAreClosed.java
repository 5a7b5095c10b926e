package dev.envproof.rule.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.Knock;
import dev.envproof.probe.routing.PortProbe;
import dev.envproof.probe.routing.PortProbe.HostPorts;
import dev.envproof.probe.routing.PortProbe.Port;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** Stores and consoles are not published beside the services. */
@Card(
        id = "routing/infrastructure-ports-are-closed",
        says = "its hosts open no port of a store or a console to others",
        severity = Severity.CRITICAL,
        because =
                "a published store is found by scanners within hours, and is read or encrypted by whoever guesses its password",
        remedy =
                "publish the port on 127.0.0.1 or not at all; where it is meant to be open, take it out of `closed-ports`",
        requires = Need.PUBLIC_HOST,
        trippedBy = Fault.ROUTING_STORE_PORT_OPEN,
        verifies = {"CE-16", "EA-01", "EA-13", "EP-09"})
public final class InfrastructurePortsAreClosed implements Rule.OfEnvironment<PortProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, PortProbe.Seen seen) {
        return Verdict.all(
                seen.hosts().stream().map(InfrastructurePortsAreClosed::judge).toList());
    }

    private static Verdict judge(HostPorts host) {
        List<Port> open = host.undeclared().stream().filter(Port::isOpen).toList();
        if (!open.isEmpty()) {
            return Verdict.broken("no listener", host.host() + " opens " + numbers(open));
        }
        if (host.undeclared().isEmpty()) {
            return Verdict.held(host.host() + ": every port that could be asked is declared");
        }
        if (host.declared().stream().noneMatch(Port::isOpen)) {
            return Verdict.inconclusive(
                    host.host() + ": its declared " + numbers(host.declared()) + " does not open either");
        }
        List<Port> unknown = host.undeclared().stream()
                .filter(port -> port.knock() instanceof Knock.Unknown)
                .toList();
        return unknown.isEmpty()
                ? Verdict.held(host.host() + ": " + host.undeclared().size() + " ports are closed")
                : Verdict.inconclusive(host.host() + ": could not look at " + numbers(unknown));
    }

    private static String numbers(List<Port> ports) {
        return ports.stream().map(port -> String.valueOf(port.number())).collect(Collectors.joining(", "));
    }
}
