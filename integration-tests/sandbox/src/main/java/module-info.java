/**
 * A stateful stand-in for the HeyMilo API on loopback, for tests.
 *
 * <p>The nullness annotations are those that WireMock has a copy of: a module must not read one
 * package from two.
 */
@SuppressWarnings({
  "requires-automatic",
  "requires-transitive-automatic"
}) // WireMock is no module yet
module ai.heymilo.sandbox {
  requires transitive ai.heymilo.client;
  requires transitive com.fasterxml.jackson.databind;
  requires ai.heymilo.spec;
  requires com.networknt.schema;
  requires transitive wiremock.standalone;
  requires static org.junit.jupiter.api;

  exports ai.heymilo.sandbox;
  exports ai.heymilo.sandbox.junit;
}
