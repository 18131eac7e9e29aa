// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.goldens;

import ai.heymilo.HeyMilo;
import java.util.function.Consumer;

/**
 * A call of one operation through the client.
 *
 * @param operation the document's operation id
 * @param size {@code minimal}: what is required, and no more; {@code full}: all that there is; or
 *     what else there is to choose from
 * @param answer what the server answers
 * @param call makes the call
 */
record GoldenCase(String operation, String size, String answer, Consumer<HeyMilo> call) {
  String file() {
    return operation + "." + size + ".json";
  }

  @Override
  public String toString() {
    return operation + ", " + size;
  }
}
