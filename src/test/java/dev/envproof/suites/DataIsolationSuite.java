package dev.envproof.suites;

import dev.envproof.junit.FamilyOf;
import dev.envproof.junit.FamilyTests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@FamilyOf("isolation")
@Tag("data-isolation")
@DisplayName("data isolation")
class DataIsolationSuite extends FamilyTests {}
