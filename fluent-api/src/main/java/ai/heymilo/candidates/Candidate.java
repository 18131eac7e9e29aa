// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.generated.Json;
import ai.heymilo.generated.model.CandidateIngestRequest;
import ai.heymilo.generated.model.Limits;
import ai.heymilo.generated.model.Violation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A candidate to ingest. Immutable as far as the values given to {@code data} are; {@link
 * #toString} has no personal data.
 */
public final class Candidate {
  private final CandidateIngestRequest request;
  private volatile int size;

  private Candidate(CandidateIngestRequest request) {
    this.request = request;
  }

  /**
   * Creates a candidate with the required fields only.
   *
   * @param name the full name
   * @param email the e-mail address, to which the invitation is sent
   * @return the candidate
   */
  public static Candidate of(String name, String email) {
    return of(name, email, fields -> {});
  }

  /**
   * Creates a candidate.
   *
   * @param name the full name
   * @param email the e-mail address, to which the invitation is sent
   * @param more sets optional properties
   * @return the candidate
   */
  public static Candidate of(
      String name, String email, Consumer<? super CandidateIngestRequest.Builder> more) {
    return new Candidate(
        CandidateIngestRequest.Builder.build(
            fields -> more.accept(fields.name(name).email(email))));
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

  /** Returns the e-mail address in the form in which equal addresses are equal. */
  @Nullable String emailKey() {
    return emailKey(email());
  }

  static @Nullable String emailKey(@Nullable String email) {
    return email == null ? null : email.strip().toLowerCase(Locale.ROOT);
  }

  /** Returns 128 bits of a salted SHA-256 of the e-mail address, else of the name. */
  UUID fingerprint(String salt) {
    String identity = salt + '\n' + Objects.requireNonNullElse(emailKey(), name());
    return sha256(identity.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the first 128 bits of the SHA-256 of some bytes. */
  static UUID sha256(byte[] bytes) {
    try {
      ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
      return new UUID(hash.getLong(), hash.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  /**
   * Returns what keeps this candidate from being sent, without sending it.
   *
   * @param limits whether to check the limits of the document
   */
  List<Violation> violations(boolean limits) {
    try {
      List<Violation> found = limits ? request.violations() : List.of();
      if (found.isEmpty()) {
        size = Json.write(request).length;
      }
      return found;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      Limits unwritable = new Limits();
      unwritable.refuse("data", "cannot be written as JSON (" + e.getClass().getSimpleName() + ")");
      return unwritable.violations();
    }
  }

  /** Returns the length in JSON, in bytes; known after {@link #violations} found none. */
  int size() {
    return size;
  }

  CandidateIngestRequest request() {
    return request;
  }

  @Override
  public String toString() {
    return "Candidate";
  }
}
