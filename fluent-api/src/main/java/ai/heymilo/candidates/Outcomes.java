// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.candidates.IngestOutcome.MatchedBy;
import ai.heymilo.candidates.IngestOutcome.Status;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One outcome for each input. Those that were accepted, nearly all, are kept as bytes, in half the
 * space of the objects; each look makes the object again.
 */
final class Outcomes extends AbstractList<IngestOutcome> implements RandomAccess {
  private static final List<MatchedBy> WAYS = List.of(MatchedBy.values());

  /** Index, way of matching, length of the id with a sign for an address that is null. */
  private static final int HEAD_BYTES = 8 + 1 + 4;

  private final List<@Nullable Object> slots = new ArrayList<>();

  /** Puts an outcome at the position of its input. */
  void settle(IngestOutcome outcome) {
    int at = Math.toIntExact(outcome.index());
    while (slots.size() <= at) {
      slots.add(null);
    }
    slots.set(at, packed(outcome));
  }

  /** Forgets positions without an outcome: inputs that an ingestion did not come to. */
  void close() {
    slots.removeIf(slot -> slot == null);
  }

  @Override
  public IngestOutcome get(int position) {
    Object slot = slots.get(position);
    if (slot == null) {
      throw new IllegalStateException("no outcome yet at " + position);
    }
    return slot instanceof byte[] ? unpacked((byte[]) slot) : (IngestOutcome) slot;
  }

  @Override
  public int size() {
    return slots.size();
  }

  /** Returns those that are wanted, unpacked as they are looked at, too; unmodifiable. */
  List<IngestOutcome> where(Predicate<IngestOutcome> wanted) {
    int[] positions = IntStream.range(0, size()).filter(i -> wanted.test(get(i))).toArray();
    return new AbstractList<>() {
      @Override
      public IngestOutcome get(int position) {
        return Outcomes.this.get(positions[position]);
      }

      @Override
      public int size() {
        return positions.length;
      }
    };
  }

  int count(Status status) {
    int count = 0;
    for (Object slot : slots) {
      Status theirs =
          slot instanceof IngestOutcome ? ((IngestOutcome) slot).status() : Status.ACCEPTED;
      count += theirs == status ? 1 : 0;
    }
    return count;
  }

  /** Returns an outcome as bytes, or as it is if it does not go into bytes without loss. */
  private static Object packed(IngestOutcome outcome) {
    String text = outcome.id();
    String url = outcome.interviewUrl();
    MatchedBy matchedBy = outcome.matchedBy();
    if (text == null || matchedBy == null || !isLatin(text) || (url != null && !isLatin(url))) {
      return outcome;
    }
    byte[] id = text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] address = url == null ? new byte[0] : url.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(HEAD_BYTES + id.length + address.length)
        .putLong(outcome.index())
        .put((byte) WAYS.indexOf(matchedBy))
        .putInt(url == null ? -1 - id.length : id.length)
        .put(id)
        .put(address)
        .array();
  }

  private static boolean isLatin(String text) {
    return text.chars().allMatch(c -> c < 256);
  }

  private static IngestOutcome unpacked(byte[] bytes) {
    ByteBuffer head = ByteBuffer.wrap(bytes);
    long index = head.getLong();
    MatchedBy matchedBy = WAYS.get(head.get());
    int length = head.getInt();
    int idLength = length < 0 ? -1 - length : length;
    int end = HEAD_BYTES + idLength;
    String id = new String(bytes, HEAD_BYTES, idLength, StandardCharsets.ISO_8859_1);
    String url =
        length < 0 ? null : new String(bytes, end, bytes.length - end, StandardCharsets.ISO_8859_1);
    return IngestOutcome.accepted(index, id, url, matchedBy);
  }
}
