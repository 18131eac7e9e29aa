// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

/**
 * Takes out the server's defaults: a generator writes them into new objects, and a default that is
 * sent overwrites what a template brought.
 */
final class Defaults implements Rule {
  @Override
  public void apply(Document document, Findings findings) {
    document.forEachSchema((schema, pointer) -> schema.remove("default"));
  }
}
