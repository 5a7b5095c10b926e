package dev.envproof.fault;

/** A healthy state that resembles a fault; every rule must stay green over it. */
public sealed interface Harmless extends Deviation
        permits LookAlike,
                AddressLookAlike,
                ContainerLookAlike,
                EdgeLookAlike,
                ParityLookAlike,
                RedisLookAlike,
                StoreLookAlike {
    /** The fault that it must not be taken for. */
    Fault resembles();
}
