package dev.envproof.importing;

import dev.envproof.environment.yaml.Place;

/** What could not be told, or was taken for something; it becomes a comment. */
record Note(String text) {
    static Note at(Place place, String text) {
        return new Note(shown(place) + ": " + text);
    }

    /** A place by the file's own name, so that no path of a machine gets into the written files. */
    static String shown(Place place) {
        String name = place.file().substring(place.file().lastIndexOf('/') + 1);
        return new Place(name, place.line(), place.column()).toString();
    }
}
