// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A set of texts that keeps of each 128 bits of its SHA-256: a sixth of what the texts would take,
 * and no two that anybody has found to be the same. Not thread-safe.
 */
final class Fingerprints {
  private final MessageDigest digest;

  /** Two numbers for each text, at the place that the first one says or after; zeros elsewhere. */
  private long[] table = new long[2 * 256];

  private int size;

  Fingerprints() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  /** Adds a text; says whether it was not there. */
  boolean add(String text) {
    ByteBuffer chars = ByteBuffer.allocate(text.length() * Character.BYTES);
    chars.asCharBuffer().put(text);
    ByteBuffer hash = ByteBuffer.wrap(digest.digest(chars.array()));
    long first = hash.getLong() | 1; // never zero
    long second = hash.getLong();
    int at = find(first, second);
    if (table[at] != 0) {
      return false;
    }
    put(at, first, second);
    if (++size * 3L > table.length) { // two thirds of table.length / 2 places
      grow();
    }
    return true;
  }

  private int find(long first, long second) {
    int at = 2 * (int) ((first >>> 1) & (table.length / 2 - 1));
    while (table[at] != 0 && (table[at] != first || table[at + 1] != second)) {
      at = (at + 2) & (table.length - 1);
    }
    return at;
  }

  private void put(int at, long first, long second) {
    table[at] = first;
    table[at + 1] = second;
  }

  private void grow() {
    long[] old = table;
    table = new long[old.length * 2];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0) {
        put(find(old[i], old[i + 1]), old[i], old[i + 1]);
      }
    }
  }
}
