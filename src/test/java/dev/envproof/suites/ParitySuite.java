package dev.envproof.suites;

import dev.envproof.junit.FamilyOf;
import dev.envproof.junit.FamilyTests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@FamilyOf("parity")
@Tag("parity")
@DisplayName("parity")
class ParitySuite extends FamilyTests {}
