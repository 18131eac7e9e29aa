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
    this.request = request;
    this.response = response;
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

  /** Returns what changed, in one sentence. */
  public String sentence() {
    return sentence;
  }

  /** Says whether callers have to do something. */
  public boolean isBreaking() {
    return request.isBreaking() || response.isBreaking();
  }

  boolean breaksJava() {
    return request == Effect.SOURCE || response == Effect.SOURCE;
  }

  @Override
  public String toString() {
    return kind + " " + where() + " (" + request + "/" + response + "): " + sentence;
  }
}
