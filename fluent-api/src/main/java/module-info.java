/** The client for the HeyMilo API. */
module ai.heymilo.client {
  requires transitive ai.heymilo.generated;

  exports ai.heymilo;
  exports ai.heymilo.candidates;
  exports ai.heymilo.errors;
  exports ai.heymilo.paging;
  exports ai.heymilo.postings;
  exports ai.heymilo.resources;
  exports ai.heymilo.transport;
}
