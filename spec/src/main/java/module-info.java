/** The vendor's document, and what derives the code generator's view of it. */
@SuppressWarnings("module") // the sandbox is built later
module ai.heymilo.spec {
  requires transitive com.fasterxml.jackson.databind;
  requires java.compiler;

  exports ai.heymilo.spec;
  exports ai.heymilo.spec.resource to
      ai.heymilo.sandbox;
}
