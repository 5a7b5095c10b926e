package dev.envproof.replica.embedded;

import java.util.Optional;

/** One thing that a service answers; empty where the request is not for it. */
interface Answering {
    Optional<Answer> to(Visit visit) throws StoreFailure;
}
