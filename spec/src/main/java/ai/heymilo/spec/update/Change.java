// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

/** One difference of two documents, judged for what callers send and for what they read. */
public final class Change {
  private final ChangeKind kind;
  private final Place place;
  private final Effect request;
  private final Effect response;
  private final String sentence;

  Change(ChangeKind kind, Place place, Effect request, Effect response, String sentence) {
    this.kind = kind;
    this.place = place;
    this.request = place.isSent() ? request : Effect.NONE;
    this.response = place.isRead() ? response : Effect.NONE;
    this.sentence = sentence;
  }

  /** Returns what kind of change it is. */
  public ChangeKind kind() {
    return kind;
  }

  /** Returns where it is, in words: {@code CreatePostingRequest.title}. */
  public String where() {
    return place.where();
  }

  /** Returns where it is: a JSON pointer, into the new document unless it is about a removal. */
  public String pointer() {
    return place.pointer();
  }

  /** Returns what it does to what callers send. */
  public Effect request() {
    return request;
  }

  /** Returns what it does to what callers read. */
  public Effect response() {
    return response;
  }

  /** Returns the worse of the two effects. */
  public Effect effect() {
    return request.compareTo(response) > 0 ? request : response;
  }

  /** Returns what changed, in one sentence. */
  public String sentence() {
    return sentence;
  }

  Place place() {
    return place;
  }

  @Override
  public String toString() {
    return where() + ": " + sentence + " [" + effect().words() + "]";
  }
}
