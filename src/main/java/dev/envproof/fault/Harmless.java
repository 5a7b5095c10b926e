package dev.envproof.fault;

/** A healthy state that resembles a fault; every rule must stay green over it. */
public sealed interface Harmless extends Deviation
        permits LookAlike,
                AddressLookAlike,
                ContainerLookAlike,
                EdgeLookAlike,
                HostilityLookAlike,
                ParityLookAlike,
                RedisLookAlike,
                SecretLookAlike,
                StoreLookAlike {
    /** What it must not be taken for. */
    Deviation resembles();
}
