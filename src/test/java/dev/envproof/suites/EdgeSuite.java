package dev.envproof.suites;

import dev.envproof.junit.FamilyOf;
import dev.envproof.junit.FamilyTests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@FamilyOf("edge")
@Tag("edge")
@DisplayName("edge")
class EdgeSuite extends FamilyTests {}
