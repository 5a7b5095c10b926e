package dev.envproof.probe.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The engine's networks and volumes, which containers name.
 *
 * @param networkProjects by the network's id, the Compose project that made it
 * @param places by the volume's name, the folder or share that it really is
 */
record Surroundings(Map<String, String> networkProjects, Map<String, String> places) {
    Surroundings {
        networkProjects = Map.copyOf(networkProjects);
        places = Map.copyOf(places);
    }

    static Surroundings of(JsonNode networks, JsonNode volumes) {
        Map<String, String> projects = new HashMap<>();
        networks.forEach(network -> Listed.project(network.path("Labels"))
                .ifPresent(project -> projects.put(network.path("Id").asText(), project)));
        Map<String, String> places = new HashMap<>();
        volumes.path("Volumes")
                .forEach(volume -> device(volume.path("Options"))
                        .ifPresent(device -> places.put(volume.path("Name").asText(), device)));
        return new Surroundings(projects, places);
    }

    Optional<String> projectOf(String network) {
        return Optional.ofNullable(networkProjects.get(network));
    }

    String placeOf(String volume) {
        return places.getOrDefault(volume, volume);
    }

    /** A volume may be another name for a folder of this machine, or for a share of a server. */
    private static Optional<String> device(JsonNode options) {
        String device = options.path("device").asText("");
        boolean isFolder =
                device.startsWith("/") && options.path("o").asText("").contains("bind");
        if (isFolder) {
            return Optional.of(device);
        }
        boolean isShare = options.path("o").asText("").contains("addr=");
        return isShare ? Optional.of(options.path("o").asText() + device) : Optional.empty();
    }
}
