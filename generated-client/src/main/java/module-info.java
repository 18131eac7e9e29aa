/** The generated client: objects and stubs of the HeyMilo API. */
module ai.heymilo.generated {
  requires transitive com.fasterxml.jackson.databind;
  requires transitive java.net.http;
  requires transitive org.openapitools.jackson.nullable;

  exports ai.heymilo.generated;
  exports ai.heymilo.generated.api;
  exports ai.heymilo.generated.model;

  opens ai.heymilo.generated.model to
      com.fasterxml.jackson.databind;
}
