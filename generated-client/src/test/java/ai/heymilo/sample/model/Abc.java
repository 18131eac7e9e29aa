// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;

/** An object of two properties at least, so that it matters how many are set. */
final class Abc extends ApiModel {
  private static final SerializedString[] NAMES = Writers.names("a\nb\nc");

  final Object[] values = {null, Writers.UNDEFINED, null};

  @Override
  SerializedString[] wireNames() {
    return NAMES;
  }

  @Override
  Object valueAt(int index) {
    return values[index];
  }

  @Override
  void readAt(int index, JsonParser in) throws IOException {
    values[index] = Readers.any().read(in);
  }

  @Override
  String statedLimits() {
    return "{\"\":{\"minProperties\":2}}";
  }

  @Override
  ApiModel newInstance() {
    return new Abc();
  }
}
