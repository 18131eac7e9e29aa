// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A document of two operations, so that these tests do not depend on the vendor's. */
final class SmallDocument {
  static final String TEXT =
      """
      {
        "openapi": "3.1.0",
        "info": {"title": "Small", "version": "1.0"},
        "paths": {
          "/gadgets": {
            "post": {
              "operationId": "makeGadget",
              "parameters": [
                {"name": "X-Workshop", "in": "header", "schema": {"type": "string"}}
              ],
              "requestBody": {
                "required": true,
                "content": {
                  "application/json": {"schema": {"$ref": "#/components/schemas/MakeRequest"}}
                }
              },
              "responses": {
                "201": {
                  "description": "Made.",
                  "content": {
                    "application/json": {"schema": {"$ref": "#/components/schemas/Gadget"}}
                  }
                }
              }
            },
            "get": {
              "operationId": "listGadgets",
              "parameters": [
                {"name": "X-Workshop", "in": "header", "schema": {"type": "string"}}
              ],
              "responses": {"204": {"description": "There are none."}}
            }
          }
        },
        "components": {
          "schemas": {
            "MakeRequest": {
              "type": "object",
              "properties": {
                "title": {"type": "string", "description": "A name.", "maxLength": 200}
              }
            },
            "Gadget": {
              "type": "object",
              "properties": {
                "id": {"type": "string"},
                "making": {"type": "number", "description": "Unix timestamp."}
              }
            }
          }
        }
      }
      """;

  private SmallDocument() {}

  static ObjectNode read() {
    try {
      return (ObjectNode) new ObjectMapper().readTree(TEXT);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
