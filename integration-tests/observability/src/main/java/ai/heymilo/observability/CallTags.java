// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.observability;

import ai.heymilo.transport.CallListener.Call;
import ai.heymilo.transport.CallListener.End;
import io.micrometer.common.KeyValues;

/** Names and values of tags, which are the same for meters and observations. */
final class CallTags {
  private CallTags() {}

  static KeyValues of(Call call) {
    return KeyValues.of(
        "operation", call.operationId(), "method", call.method(), "uri", call.pathTemplate());
  }

  static KeyValues of(End end) {
    Throwable failure = end.failure();
    return status(end.status())
        .and("outcome", failure == null ? "SUCCESS" : failure.getClass().getSimpleName());
  }

  static KeyValues status(int status) {
    return KeyValues.of("status", status == 0 ? "NONE" : String.valueOf(status));
  }
}
