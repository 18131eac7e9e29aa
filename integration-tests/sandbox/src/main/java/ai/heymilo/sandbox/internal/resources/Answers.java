// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.resources;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.document.DocumentedAnswer;
import ai.heymilo.sandbox.internal.examples.Amount;
import ai.heymilo.sandbox.internal.operations.Call;
import ai.heymilo.sandbox.internal.operations.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts objects into the answers that the document describes. */
final class Answers {
  private final ApiDocument document;
  private final Catalogue catalogue;
  private final Mould mould;

  Answers(ApiDocument document, Catalogue catalogue, Mould mould) {
    this.document = document;
    this.catalogue = catalogue;
    this.mould = mould;
  }

  /** Answers with an object: as it is, or with its fields in what the answer's schema wants. */
  Reply with(Call call, JsonNode schema, ObjectNode object) {
    Envelope envelope = envelope(call);
    Known fields =
        (name, property) -> catalogue.isSame(property, schema) ? object : object.get(name);
    JsonNode content =
        catalogue.isSame(envelope.content(), schema)
            ? object.deepCopy()
            : mould.made(envelope.content(), fields, Amount.MINIMAL, call.seed(), null);
    return wrapped(call, envelope, content, Known.in(JsonNodeFactory.instance.objectNode()));
  }

  Reply deleted(Call call, ObjectNode object) {
    Known known =
        (name, schema) ->
            name.equals("deleted") ? JsonNodeFactory.instance.booleanNode(true) : object.get(name);
    return made(
        call,
        known.or(
            Known.in(
                Shelves.pathValues(call.route().operation().segments(), call.route().path()))));
  }

  Reply list(Call call, List<ObjectNode> objects, boolean more, int total) {
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    objects.forEach(object -> items.add(object.deepCopy()));
    ObjectNode pagination =
        JsonNodeFactory.instance.objectNode().put("has_more", more).put("total_count", total);
    pagination.put("url", String.join("/", call.route().path()));
    Known page =
        (name, schema) ->
            name.equals("pagination")
                ? mould.made(schema, Known.in(pagination), Amount.MINIMAL, call.seed(), null)
                : pagination.get(name);
    return wrapped(call, envelope(call), items, page);
  }

  /** Answers from the schema, with the values that are known. */
  Reply made(Call call, Known known) {
    Envelope envelope = envelope(call);
    JsonNode content =
        envelope.isJson()
            ? mould.made(envelope.content(), known, Amount.FULL, call.seed(), null)
            : MissingNode.getInstance();
    return wrapped(call, envelope, content, known);
  }

  private Reply wrapped(Call call, Envelope envelope, JsonNode content, Known known) {
    DocumentedAnswer answer = envelope.answer();
    if (answer == null) {
      return Reply.empty(200);
    }
    int status = answer.status();
    JsonNode body = content;
    if (envelope.isJson() && envelope.isWrapped()) {
      Known data = (name, schema) -> name.equals("data") ? content : known.of(name, schema);
      body = mould.made(envelope.schema(), data, Amount.MINIMAL, call.seed(), null);
    }
    Reply reply =
        answer.mediaType().isEmpty()
            ? Reply.empty(status)
            : envelope.isJson()
                ? Reply.of(status, body)
                : Reply.of(status, concrete(answer.mediaType()), bytes(call, answer));
    for (Map.Entry<String, String> header : answer.headers().entrySet()) {
      JsonNode value =
          mould
              .examples(Amount.FULL, call.seed())
              .of(document.at(header.getValue()), header.getKey().toLowerCase(Locale.ROOT));
      reply = reply.withHeader(header.getKey(), headerText(header.getKey(), value, call));
    }
    return status >= 300 && !reply.headers().containsKey("Location")
        ? reply.withHeader("Location", location(call))
        : reply;
  }

  private static String headerText(String name, JsonNode value, Call call) {
    return name.equalsIgnoreCase("Location") && !value.asText().startsWith("http")
        ? location(call)
        : value.asText().replaceAll("[^\\x20-\\x7e]", "");
  }

  private static String location(Call call) {
    return "https://files.heymilo.test"
        + String.join("/", call.route().path()).replaceAll("[^\\w/.-]", "_");
  }

  private static String concrete(String mediaType) {
    return mediaType.contains("*") ? "application/octet-stream" : mediaType;
  }

  private byte[] bytes(Call call, DocumentedAnswer answer) {
    String text =
        "sandbox " + answer.mediaType() + " of " + String.join("/", call.route().path()) + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Envelope envelope(Call call) {
    return catalogue.envelope(call.route().operation());
  }

  /** Returns the schema of the JSON that an operation takes; a missing node for none. */
  JsonNode bodySchema(Call call) {
    String pointer = call.route().operation().jsonBody();
    return pointer == null ? MissingNode.getInstance() : document.at(pointer);
  }
}
