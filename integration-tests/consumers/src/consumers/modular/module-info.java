module app {
  requires ai.heymilo.client;
  requires ai.heymilo.sandbox;
}
