// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A place in a document that callers meet, with the facts by which a change of it is judged. */
final class Place {
  enum Kind {
    DOCUMENT,
    ACCESS,
    OPERATION,
    /** A class that is generated for a path, or a method of one. */
    RESOURCE,
    PARAMETER,
    BODY,
    ANSWER,
    SCHEMA,
    FIELD,
    /** The items of a list, or the values of a map. */
    PART
  }

  private final Kind kind;
  private final String name;
  private final String where;
  private final String pointer;
  private final String parent;
  private final boolean sent;
  private final boolean read;
  private final Map<String, JsonNode> facts = new LinkedHashMap<>();
  private String owner = "";
  private String uses = "";

  private Place(
      Kind kind,
      String name,
      String where,
      String pointer,
      String parent,
      boolean sent,
      boolean read) {
    this.kind = kind;
    this.name = name;
    this.where = where;
    this.pointer = pointer;
    this.parent = parent;
    this.sent = sent;
    this.read = read;
  }

  /** Creates a place that is in no other. */
  static Place of(Kind kind, String name, String pointer, boolean sent, boolean read) {
    return new Place(kind, name, name, pointer, "", sent, read);
  }

  /** Creates a place within this one, whose key is given. */
  Place within(String key, Kind part, String partName, String words, String below) {
    return new Place(
        part,
        partName,
        where + words,
        pointer + below,
        key,
        sent && part != Kind.ANSWER,
        read && part != Kind.PARAMETER && part != Kind.BODY);
  }

  /** Returns this place, before it has facts, with a pointer that is not below the one it is in. */
  Place at(String elsewhere) {
    return new Place(kind, name, where, elsewhere, parent, sent, read);
  }

  /** Returns this place with its facts, within a place that has another key now. */
  Place movedInto(String newParent) {
    return copy(newParent, sent, read);
  }

  /** Returns this place with its facts, as the sides see it that see another place. */
  Place seenAs(Place other) {
    return copy(parent, other.sent, other.read);
  }

  private Place copy(String newParent, boolean isSent, boolean isRead) {
    Place copy = new Place(kind, name, where, pointer, newParent, isSent, isRead);
    copy.facts.putAll(facts);
    copy.usedAs(owner, uses);
    return copy;
  }

  /** Sets what names this place in hand-written code: a class, and a pattern of its members. */
  void usedAs(String className, String members) {
    this.owner = className;
    this.uses = members;
  }

  void put(String fact, JsonNode value) {
    if (!value.isMissingNode()
        && !value.isNull()
        && !(value.isContainerNode() && value.isEmpty())) {
      facts.put(fact, value);
    }
  }

  void put(String fact, String value) {
    facts.put(fact, TextNode.valueOf(value));
  }

  void put(String fact, boolean value) {
    if (value) {
      facts.put(fact, BooleanNode.TRUE);
    }
  }

  JsonNode fact(String fact) {
    return facts.getOrDefault(fact, MissingNode.getInstance());
  }

  boolean has(String fact) {
    return facts.containsKey(fact);
  }

  boolean is(String fact) {
    return fact(fact).asBoolean();
  }

  Map<String, JsonNode> facts() {
    return facts;
  }

  Kind kind() {
    return kind;
  }

  /** Returns what the document calls it, without what it is in. */
  String name() {
    return name;
  }

  /** Returns where it is, in words: {@code CreatePostingRequest.title}. */
  String where() {
    return where;
  }

  String pointer() {
    return pointer;
  }

  /** Returns the key of the place that it is in; empty for none. */
  String parent() {
    return parent;
  }

  boolean isSent() {
    return sent;
  }

  boolean isRead() {
    return read;
  }

  /** Returns the generated class that has to be mentioned near a use; empty for any. */
  String owner() {
    return owner;
  }

  /** Returns a regular expression of how Java or JSON uses it; empty if by nothing. */
  String uses() {
    return uses;
  }
}
