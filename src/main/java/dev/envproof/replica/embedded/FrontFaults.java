package dev.envproof.replica.embedded;

import dev.envproof.environment.SystemUnderTest.Service;
import dev.envproof.fault.Deviation;

/** Which doors of the public front a deviation is about. */
final class FrontFaults {
    private static final String STAGING = "staging";

    private FrontFaults() {}

    static boolean isStaging(PublicDoor door) {
        return door.environment().name().equals(STAGING);
    }

    /** Whether it is the address of staging's service that uses stores. */
    static boolean isStagingsApi(Shape shape, PublicDoor door) {
        return isStaging(door) && isApi(shape, door);
    }

    static boolean isApi(Shape shape, PublicDoor door) {
        return shape.system().services().stream()
                .filter(service -> !service.stores().isEmpty())
                .map(Service::name)
                .findFirst()
                .filter(door.service()::equals)
                .isPresent();
    }

    /** Whether staging shows it at this door. */
    static boolean inStaging(Shape shape, PublicDoor door, Deviation deviation) {
        return isStaging(door) && shape.shows(deviation);
    }

    static boolean isProduction(Shape shape, PublicDoor door) {
        return shape.system().isLastOfPromotion(door.environment());
    }
}
