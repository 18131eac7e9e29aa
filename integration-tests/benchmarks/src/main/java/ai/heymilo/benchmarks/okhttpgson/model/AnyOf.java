// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.okhttpgson.model;

import com.google.gson.JsonElement;

/** The class that the stock output names and does not bring along; nothing sets a value of it. */
public class AnyOf {
  public static void validateJsonElement(JsonElement element) {}
}
