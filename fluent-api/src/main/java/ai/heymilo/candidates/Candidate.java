// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.generated.model.CandidateIngestRequest;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to be taken in. Immutable as far as the values given to {@code data} are; {@link
 * #toString} shows nothing of the person.
 */
public final class Candidate {
  private final CandidateIngestRequest request;

  private Candidate(CandidateIngestRequest request) {
    this.request = request;
  }

  /**
   * Describes a candidate by what is required.
   *
   * @param name the full name
   * @param email the e-mail address, which the invitation goes to
   * @return the candidate
   */
  public static Candidate of(String name, String email) {
    return of(name, email, fields -> {});
  }

  /**
   * Describes a candidate.
   *
   * @param name the full name
   * @param email the e-mail address, which the invitation goes to
   * @param more sets what is optional
   * @return the candidate
   */
  public static Candidate of(String name, String email, Consumer<? super CandidateFields> more) {
    CandidateIngestRequest request = new CandidateIngestRequest().name(name).email(email);
    more.accept(new CandidateFields(request));
    return new Candidate(request);
  }

  /**
   * Returns the e-mail address.
   *
   * @return the address as it was given
   */
  public String email() {
    return request.getEmail();
  }

  /**
   * Returns the full name.
   *
   * @return the name as it was given
   */
  public String name() {
    return request.getName();
  }

  /**
   * Returns the value of a metadata key.
   *
   * @param key the key
   * @return the value, or null if there is none
   */
  public @Nullable String metadata(String key) {
    return metadata().get(key);
  }

  Map<String, String> metadata() {
    return request.getMetadata();
  }

  /** Returns what two addresses have in common that a server may take for the same. */
  @Nullable String emailKey() {
    return emailKey(email());
  }

  static @Nullable String emailKey(@Nullable String email) {
    return email == null ? null : email.strip().toLowerCase(Locale.ROOT);
  }

  CandidateIngestRequest request() {
    return request;
  }

  @Override
  public String toString() {
    return "Candidate";
  }
}
