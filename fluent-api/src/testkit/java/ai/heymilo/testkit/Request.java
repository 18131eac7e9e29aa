// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.testkit;

import java.util.Map;

/** A request as it reached a {@link RawServer}. Header names are in lower case. */
public record Request(String line, Map<String, String> headers, String body) {}
