// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.sample.Wire;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scalars may come in another form of themselves; anything else is refused. */
class LenienceTest {
  private static final JavaType PAGE =
      TypeFactory.defaultInstance()
          .constructParametricType(ListResponse.class, CandidateResponse.class);

  @ParameterizedTest
  @CsvSource({"7,7", "\"7\",7", "\" 7 \",7", "\"\",", "null,", "7.0,7", "-2147483648,-2147483648"})
  void wholeNumbers(String json, Integer value) throws Exception {
    assertThat(Wire.read("{\"order\":" + json + "}", WorkflowStep.class).getOrder())
        .isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"87.5,87.5", "87,87.0", "\"87.5\",87.5", "\"\",", "null,", "1e2,100.0"})
  void numbers(String json, Double value) throws Exception {
    assertThat(Wire.read("{\"score\":" + json + "}", CandidateResponse.class).getScore())
        .isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "true,true",
    "false,false",
    "\"true\",true",
    "\"False\",false",
    "1,true",
    "0,false",
    "\"\",",
    "null,"
  })
  void truthValues(String json, Boolean value) throws Exception {
    assertThat(
            Wire.read("{\"shortlisted\":" + json + "}", CandidateResponse.class).getShortlisted())
        .isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"\"x\",x", "\"\",''", "7,7", "1.50,1.50", "true,true", "null,"})
  void texts(String json, String value) throws Exception {
    assertThat(Wire.read("{\"name\":" + json + "}", CandidateResponse.class).getName())
        .isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"order\":\"x\"}",
        "{\"order\":true}",
        "{\"order\":{}}",
        "{\"order\":3000000000}",
        "{\"order\":\"3000000000\"}",
        "{\"config\":[]}",
        "{\"config\":\"x\"}",
        "{\"id\":{}}",
        "{\"id\":[]}",
        "{\"type\":{}}",
        "[]",
        "\"x\"",
        "7"
      })
  void whatIsOfAnotherKindIsRefused(String json) {
    assertThatThrownBy(() -> Wire.read(json, WorkflowStep.class))
        .isInstanceOf(JacksonException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"data\":[{},{\"shortlisted\":\"maybe\"}]}|data[1].shortlisted",
        "{\"data\":[{},{\"shortlisted\":[]}]}|data[1].shortlisted",
        "{\"data\":[{},{\"name\":{}}]}|data[1].name",
        "{\"data\":[{},7]}|data[1]",
        "{\"data\":{}}|data",
        "{\"data\":[{\"agent_summary\":{\"web_interview\":3}}]}|data[0].agent_summary.web_interview",
        "{\"data\":[{\"metadata\":{\"a\":{}}}]}|data[0].metadata.a"
      })
  void whereIsSaid(String json, String path) {
    assertThatThrownBy(() -> Wire.read(json, PAGE))
        .isInstanceOfSatisfying(
            JsonMappingException.class, e -> assertThat(pathOf(e)).isEqualTo(path));
  }

  private static String pathOf(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference part : e.getPath()) {
      path.append(
          part.getFieldName() == null
              ? "[" + part.getIndex() + "]"
              : (path.length() == 0 ? "" : ".") + part.getFieldName());
    }
    return path.toString();
  }

  @Test
  void anythingThatJacksonKnowsCanBeAnAdditionalProperty() throws Exception {
    UUID id = new UUID(1, 2);
    ResumeStep step =
        new ResumeStep()
            .additionalProperty("uuid", id)
            .additionalProperty("numbers", new int[] {1, 2})
            .additionalProperty("big", BigInteger.TEN.pow(20))
            .additionalProperty("map", Map.of(1, List.of(new FormStep(), PostingStatus.DRAFT)))
            .additionalProperty("list", Arrays.asList(null, true, 1.5, 2L, (short) 3));

    assertThat(Wire.write(step))
        .isEqualTo(
            "{\"type\":\"resume\",\"uuid\":\"00000000-0000-0001-0000-000000000002\",\"numbers\":[1,2],"
                + "\"big\":100000000000000000000,\"map\":{\"1\":[{\"type\":\"form\"},\"draft\"]},"
                + "\"list\":[null,true,1.5,2,3]}");
  }
}
