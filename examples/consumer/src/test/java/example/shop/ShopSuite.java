package example.shop;

import dev.envproof.junit.EnvironmentTests;

/** Every rule of the suite at every environment, and the gate. */
class ShopSuite extends EnvironmentTests {}
