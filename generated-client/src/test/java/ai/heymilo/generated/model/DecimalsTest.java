// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.generated.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A number with a point is the double that is nearest to it. */
class DecimalsTest {
  private static void isRead(String number) throws IOException {
    assertThat(Json.read(number.getBytes(StandardCharsets.UTF_8), Readers.number()))
        .as(number)
        .isEqualTo(Double.valueOf(number)); // of equal bits: -0.0 is not 0.0
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0",
        "-0.0",
        "0.1",
        "-87.5",
        "4.35",
        "1.005",
        "0.000000000000001",
        "0.0000000000000001",
        "9007199254740991.0",
        "900719925474099.1",
        "9007199254740993.0",
        "90071992547409.93",
        "900719925474099.25",
        "9223372036854775807.5",
        "18446744073709551617.5",
        "123456789012345678901234567890.12345678901234567890",
        "1.7976931348623157e308",
        "4.9E-324",
        "1.5e3",
        "2.5E-1",
        "1e2",
        "0.30000000000000004"
      })
  void atTheEndsOfWhatIsReadInOneGo(String number) throws IOException {
    isRead(number);
  }

  @Test
  void whateverItsDigits() throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      BigInteger digits = new BigInteger(1 + random.nextInt(64), random);
      BigDecimal number = new BigDecimal(digits, 1 + random.nextInt(17));
      isRead((random.nextBoolean() ? "-" : "") + number.toPlainString());
    }
  }
}
