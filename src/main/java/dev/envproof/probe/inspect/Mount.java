package dev.envproof.probe.inspect;

/**
 * Something outside of a container that it sees as a folder or file.
 *
 * @param name of the volume; for a folder of this machine its path
 * @param place where the data really lies: a volume's name, or the path of the folder that it is
 * @param destination its path in the container
 */
public record Mount(Kind kind, String name, String place, String destination, boolean writable) {

    /** Whether both see the same data: one place, or a folder in the other's. */
    public boolean overlaps(Mount other) {
        return kind != Kind.MEMORY
                && other.kind != Kind.MEMORY
                && (place.equals(other.place) || isIn(place, other.place) || isIn(other.place, place));
    }

    private static boolean isIn(String inner, String outer) {
        return outer.startsWith("/") && inner.startsWith(outer.endsWith("/") ? outer : outer + "/");
    }

    /** Where the data lies. */
    public enum Kind {
        VOLUME,
        /** A folder or file of this machine. */
        BIND,
        MEMORY
    }
}
