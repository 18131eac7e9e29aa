// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.testkit;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import ai.heymilo.generated.ApiClient;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test that is about the bundled document itself, such as something that it lacks. The test is
 * skipped when the build is made of another document. After an update of the bundled document, read
 * the tests that are skipped, then set {@link #SHA256} to the new document's.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnBundledDocument.Condition.class)
public @interface OnBundledDocument {
  /** The document that such tests were written about. */
  String SHA256 = "49f273cd3b46af4f11f6f44d59a594c8b870eb618a1d3b29141e67ff8bdf81e2";

  /** Compares the document of the build with the one that tests were written about. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return ApiClient.SPEC_SHA256.equals(SHA256)
          ? enabled("the build is made of the bundled document")
          : disabled("about the document " + SHA256 + ", not " + ApiClient.SPEC_SHA256);
    }
  }
}
