package dev.envproof.suites;

import dev.envproof.junit.FamilyOf;
import dev.envproof.junit.FamilyTests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@FamilyOf("secrets")
@Tag("secret-uniqueness")
@DisplayName("secret uniqueness")
class SecretUniquenessSuite extends FamilyTests {}
