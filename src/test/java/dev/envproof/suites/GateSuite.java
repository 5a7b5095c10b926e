package dev.envproof.suites;

import dev.envproof.junit.GateTests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("gate")
@DisplayName("gate")
class GateSuite extends GateTests {}
