// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Reads what the actuator of a started application publishes. */
record Actuator(int port) {
  JsonNode get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + "/actuator/" + path);
    return new ObjectMapper()
        .readTree(
            HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray())
                .body());
  }
}
