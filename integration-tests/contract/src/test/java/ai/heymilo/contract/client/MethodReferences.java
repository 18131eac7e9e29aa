// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.client;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads from class files which methods they refer to (JVMS 4.4: the constant pool). */
final class MethodReferences {
  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;
  private static final int METHOD_HANDLE = 15;
  private static final int DYNAMIC = 17;
  private static final int INVOKE_DYNAMIC = 18;
  private static final Set<Integer> PAIRS =
      Set.of(FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, DYNAMIC, INVOKE_DYNAMIC);

  private MethodReferences() {}

  /** Returns {@code pkg/Type.method} of all that the classes below a directory refer to. */
  static Set<String> below(Path classes) throws IOException {
    Set<String> references = new TreeSet<>();
    try (Stream<Path> files = Files.walk(classes)) {
      List<Path> all =
          files.filter(file -> file.toString().endsWith(".class")).collect(Collectors.toList());
      for (Path file : all) {
        try (InputStream in = Files.newInputStream(file)) {
          read(new DataInputStream(in), references);
        }
      }
    }
    return references;
  }

  private static void read(DataInputStream in, Set<String> references) throws IOException {
    in.readFully(new byte[8]); // magic and version
    int size = in.readUnsignedShort();
    int[] tags = new int[size];
    int[][] values = new int[size][2];
    String[] texts = new String[size];
    for (int i = 1; i < size; i++) {
      tags[i] = in.readUnsignedByte();
      if (tags[i] == UTF8) {
        texts[i] = in.readUTF();
      } else if (PAIRS.contains(tags[i])) {
        values[i] = new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
      } else if (tags[i] == METHOD_HANDLE) {
        in.readFully(new byte[3]);
      } else if (tags[i] == LONG || tags[i] == DOUBLE) {
        in.readFully(new byte[8]);
        i++; // takes two entries
      } else if (tags[i] >= CLASS
          && (tags[i] == CLASS || tags[i] == 8 || tags[i] > METHOD_HANDLE)) {
        values[i][0] = in.readUnsignedShort();
      } else {
        in.readFully(new byte[4]); // int, float
      }
    }
    for (int i = 1; i < size; i++) {
      if (tags[i] == METHOD) {
        String owner = texts[values[values[i][0]][0]];
        references.add(owner + "." + texts[values[values[i][1]][0]]);
      }
    }
  }
}
