// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

/** A place in a document, and the sides that see it. */
final class Place {
  private final String where;
  private final String pointer;
  private final boolean sent;
  private final boolean read;

  Place(String where, String pointer, boolean sent, boolean read) {
    this.where = where;
    this.pointer = pointer;
    this.sent = sent;
    this.read = read;
  }

  String where() {
    return where;
  }

  String pointer() {
    return pointer;
  }

  boolean isSent() {
    return sent;
  }

  boolean isRead() {
    return read;
  }

  /** Returns a place below this one. */
  Place part(String words, String pointerBelow) {
    return new Place(where + words, pointer + pointerBelow, sent, read);
  }

  Place inRequests() {
    return new Place(where, pointer, true, false);
  }

  Place inResponses() {
    return new Place(where, pointer, false, true);
  }
}
