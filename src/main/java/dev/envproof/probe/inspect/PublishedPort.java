package dev.envproof.probe.inspect;

/**
 * A port of a container that this machine passes on.
 *
 * @param port in the container, as {@code 5432/tcp}
 * @param address of this machine that it listens on; every one where it is a wildcard
 */
public record PublishedPort(String port, String address, String hostPort) {

    /** Whether only this machine reaches it. */
    public boolean isLoopback() {
        return address.startsWith("127.") || address.equals("::1") || address.equals("localhost");
    }

    @Override
    public String toString() {
        String shown = address.contains(":") ? "[" + address + "]" : address;
        return port + " at " + shown + ":" + hostPort;
    }
}
