package dev.envproof.probe.secrets;

import dev.envproof.environment.DeclaredSecret.Kind;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.secrets.Sighting.Presence;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The one place where a secret's value is looked at.
 *
 * @param environmentNames of the whole system, aliases included
 * @param systemWords other words that the system's files are made of, of which no secret should be
 */
record Eye(Fingerprints fingerprints, Set<String> environmentNames, Set<String> systemWords) {
    /** Longer values are files, and no form of them is worth a comparison. */
    private static final int LONGEST = 8_192;
    /** {@code https://<ref>.supabase.co} and {@code db.<ref>.supabase.co}; references are twenty letters. */
    private static final Pattern PROJECT =
            Pattern.compile("\\w+://(?:[^@/]*@)?(?:db\\.)?([a-z]{20})\\.supabase\\.(?:co|in|red|net)\\b.*");

    /** An address without its user information: a password may hold anything. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:jdbc:)?[A-Za-z][A-Za-z0-9+.-]*://(?:.*@)?(?<server>(?<label>[^./:@?#]*)[^@]*)", Pattern.DOTALL);

    /** Stores that ask for a password. */
    private static final Pattern STORE = Pattern.compile(
            "(?:jdbc:)?(?:postgres|postgresql|mysql|mariadb|mongodb|rediss?|amqps?|sqlserver|mssql|clickhouse)"
                    + "(?:\\+\\w+)?://\\S+");

    Sighting see(String variable, Slot slot, String raw) {
        Residue residue = Residue.of(raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw);
        Optional<Credential> credential = Credential.inside(residue.value());
        Optional<String> core = core(residue.value(), slot, credential);
        if (residue.value().isEmpty()
                || core.filter(String::isBlank).isPresent()
                || lacksPassword(slot, residue.value(), credential)) {
            return Sighting.without(variable, slot.secret(), Presence.EMPTY);
        }
        Residue inner = Residue.of(core.orElse(""));
        CanonicalForms forms = CanonicalForms.of(inner.value(), environmentNames);
        Set<Shape> shapes = EnumSet.noneOf(Shape.class);
        shapes.addAll(residue.shapes());
        shapes.addAll(inner.shapes());
        core.flatMap(secret -> standIn(inner.value(), forms, names(variable, credential)))
                .or(() -> inAddress(residue.value(), credential))
                .ifPresent(shapes::add);
        return new Sighting(
                variable,
                slot.secret(),
                Presence.SET,
                core.map(secret -> LengthClass.of(inner.value())),
                core.isEmpty() || length(inner.value()) >= slot.secret().minimumLength(),
                shapes,
                core.map(secret -> fingerprints(forms)).orElse(Set.of()),
                credential.map(found -> fingerprints.of(found.server())),
                claims(forms).or(() -> damaged(slot, inner.value())),
                project(residue.value()));
    }

    /** The secret inside the value; a URL without one holds a secret only where the file says that it is one. */
    private static Optional<String> core(String value, Slot slot, Optional<Credential> credential) {
        if (credential.isPresent()) {
            return credential.map(Credential::secret);
        }
        boolean isAddress = slot.secret().kind() == Kind.URL && Credential.isUrl(value);
        return isAddress && !slot.isDeclaredSecret() ? Optional.empty() : Optional.of(value);
    }

    /** The first that applies, so that one bad value is told once. */
    private static Optional<Shape> standIn(String value, CanonicalForms forms, Set<String> names) {
        if (Template.isIn(value) || forms.texts().stream().anyMatch(Template::isIn)) {
            return Optional.of(Shape.TEMPLATE);
        }
        if (forms.texts().stream().anyMatch(PublishedSecrets::hold)) {
            return Optional.of(Shape.PUBLISHED);
        }
        if (forms.texts().stream().anyMatch(text -> Placeholder.is(text, names))) {
            return Optional.of(Shape.PLACEHOLDER);
        }
        return forms.texts().stream().anyMatch(Patterned::is) ? Optional.of(Shape.PATTERNED) : Optional.empty();
    }

    /** A sample's host, or a template of which another part than the password stayed unresolved. */
    private static Optional<Shape> inAddress(String value, Optional<Credential> credential) {
        Matcher address = ADDRESS.matcher(value);
        boolean isAddress = address.matches();
        Optional<String> server = credential
                .map(Credential::server)
                .or(() -> isAddress ? Optional.of(address.group("server")) : Optional.empty());
        if (server.filter(Template::isPartOf).isPresent()) {
            return Optional.of(Shape.TEMPLATE);
        }
        return isAddress && Placeholder.asksForReplacement(address.group("label"))
                ? Optional.of(Shape.PLACEHOLDER)
                : Optional.empty();
    }

    /** A declared secret that names a store and lets everyone in; other addresses hold their secret elsewhere. */
    private static boolean lacksPassword(Slot slot, String value, Optional<Credential> credential) {
        return slot.isDeclaredSecret()
                && credential.isEmpty()
                && STORE.matcher(value).matches();
    }

    /** It begins like a token and is none: cut, or garbled on the way. */
    private static Optional<Claims> damaged(Slot slot, String value) {
        return slot.secret().kind() == Kind.JWT && value.startsWith("eyJ")
                ? Optional.of(Claims.NONE)
                : Optional.empty();
    }

    private Set<String> names(String variable, Optional<Credential> credential) {
        Set<String> names = new HashSet<>(environmentNames);
        names.addAll(systemWords);
        names.addAll(Words.in(variable));
        credential.ifPresent(found -> names.addAll(found.names()));
        return names;
    }

    @SuppressWarnings("ByteBufferBackingArray") // each wraps exactly one form
    private Set<String> fingerprints(CanonicalForms forms) {
        return forms.bytes().stream()
                .map(form -> fingerprints.of(form.array()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Claims> claims(CanonicalForms forms) {
        return forms.texts().stream()
                .flatMap(text -> JsonWebToken.in(text).map(JsonWebToken::claims).or(() -> prefixed(text)).stream())
                .findFirst();
    }

    private static Optional<Claims> prefixed(String text) {
        if (text.startsWith("sb_secret_")) {
            return Optional.of(Claims.ofRole("service_role"));
        }
        return text.startsWith("sb_publishable_") ? Optional.of(Claims.ofRole("anon")) : Optional.empty();
    }

    private static Optional<String> project(String value) {
        Matcher host = PROJECT.matcher(value);
        return host.matches() ? Optional.of(host.group(1)) : Optional.empty();
    }

    private static int length(String value) {
        return value.codePointCount(0, value.length());
    }
}
