package dev.envproof.probe.secrets;

import java.time.Instant;
import java.util.Optional;

/**
 * What a token says about itself; readable by anyone who holds it, so none of it is secret (RFC 7519, section 4.1).
 *
 * @param role the database role that it grants (Supabase)
 * @param project the reference of the project that it belongs to (Supabase's {@code ref})
 */
public record Claims(
        Optional<String> role,
        Optional<String> project,
        Optional<String> issuer,
        Optional<Instant> issuedAt,
        Optional<Instant> expires,
        Optional<Instant> notBefore) {

    /** Of a token that tells nothing. */
    static final Claims NONE = new Claims(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Keys that carry no claims tell their role by their first letters (Supabase, "Understanding API keys"). */
    static Claims ofRole(String role) {
        return new Claims(
                Optional.of(role),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
