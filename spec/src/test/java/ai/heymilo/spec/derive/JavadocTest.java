// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavadocTest {
  private static String of(String property) {
    return Views.answered(property).path("x-javadoc").asText();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Use `a` or ``b < c``|Use <code>a</code> or <code>b &lt; c</code>",
        "**Must** not be > 5 & so|<b>Must</b> not be &gt; 5 &amp; so",
        "Ends a comment: */|Ends a comment: *&#47;",
        "Unicode \\u0022 and @param|Unicode &#92;u0022 and &#64;param",
      })
  void markdownBecomesHtmlThatCannotLeaveTheComment(String markdown, String html) {
    assertThat(Javadoc.html(markdown)).isEqualTo(html);
  }

  @Test
  void paragraphsStayParagraphs() {
    assertThat(Javadoc.html("one\ntwo\n\n three ")).isEqualTo("one two <p>three");
  }

  @Test
  void limitsAndTheServersDefaultAreTold() {
    assertThat(
            of(
                """
                {"type": "string", "description": "A name", "minLength": 3, "maxLength": 9,
                 "default": "x"}
                """))
        .isEqualTo("A name. Length 3–9 characters. The server's default: <code>x</code>.");
    assertThat(of("{\"type\": \"integer\", \"minimum\": 1}")).isEqualTo("Range at least 1.");
    assertThat(of("{\"type\": \"array\", \"items\": {\"type\": \"string\"}, \"maxItems\": 4}"))
        .isEqualTo("Size at most 4 items.");
  }

  @Test
  void whatIsNotDescribedIsNamed() {
    assertThat(of("{\"type\": \"string\"}")).isEqualTo("The <code>p</code> property.");
  }
}
