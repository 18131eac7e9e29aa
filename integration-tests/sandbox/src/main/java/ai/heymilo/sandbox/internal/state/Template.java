// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** An interview template: a blueprint, and what ties it to an ATS if anything does. */
final class Template {
  private final JsonNode blueprint;
  private final @Nullable ObjectNode ats;

  Template(JsonNode blueprint, @Nullable ObjectNode ats) {
    this.blueprint = blueprint;
    this.ats = ats;
  }

  /** Returns the blueprint, as a {@code CreatePostingRequest}. */
  JsonNode blueprint() {
    return blueprint;
  }

  /** Returns the {@code ats_metadata} of postings made from it, null for none. */
  @Nullable ObjectNode ats() {
    return ats == null ? null : ats.deepCopy();
  }
}
