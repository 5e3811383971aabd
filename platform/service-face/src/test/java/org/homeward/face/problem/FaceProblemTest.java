package org.homeward.face.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.homeward.face.testing.ProblemList;
import org.homeward.face.testing.ProblemSchema;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FaceProblemTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void everyKindOfProblemIsListedForClients() throws IOException {
    ProblemList.assertListed(List.of(FaceProblem.values()));
  }

  @Test
  void codesAreUnique() {
    assertThat(Arrays.stream(FaceProblem.values()).map(FaceProblem::code)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void everyProblemNamesItsTypeStatusAndRemedy(FaceProblem kind) {
    var body = body(kind.problem());

    assertThat(body.get("type").asString()).isEqualTo("urn:homeward:problem:" + kind.code());
    assertThat(body.get("status").asInt()).isEqualTo(kind.status()).isBetween(400, 599);
    assertThat(body.get("detail").asString()).endsWith(".");
    assertThat(kind.code()).matches("[a-z]+(-[a-z]+)*");
  }

  @ParameterizedTest
  @EnumSource
  void everyBodyConformsToTheSchemaOfTheStandard(FaceProblem kind) {
    Assumptions.assumeTrue(
        ProblemSchema.isThere(), "conformance vectors are not beside the project");
    var problem =
        kind.problem().error("/says/children/0/name", "required").with("allowed", List.of());

    assertThat(ProblemSchema.violations(new String(Problems.body(problem)))).isEmpty();
  }

  @Test
  void theSchemaAgreesWithThePublishedCases() {
    Assumptions.assumeTrue(
        ProblemSchema.isThere(), "conformance vectors are not beside the project");
    for (var example : JSON.readTree(ProblemSchema.cases())) {
      if (example.get("expect").asString().equals("valid") && example.get("body").isObject()) {
        assertThat(ProblemSchema.violations(example.get("body").toString()))
            .as(example.get("id").asString())
            .isEmpty();
      }
    }
    assertThat(ProblemSchema.violations("{\"status\":\"400\"}")).isNotEmpty();
  }

  @Test
  void errorsAndExtensionsAreMembersInTheOrderGiven() {
    var problem =
        FaceProblem.CONFLICT
            .problem()
            .error("/a", "one")
            .errors(List.of(new Violation("/b/0", "two")))
            .with("allowed", List.of("release", "hold"));

    assertThat(new String(Problems.body(problem)))
        .endsWith(
            "\"errors\":[{\"pointer\":\"/a\",\"rule\":\"one\"},{\"pointer\":\"/b/0\",\"rule\":\"two\"}],"
                + "\"allowed\":[\"release\",\"hold\"]}");
  }

  @Test
  void aStandardMemberCannotBeOverwrittenByAnExtension() {
    assertThatThrownBy(() -> FaceProblem.CONFLICT.problem().with("detail", "Milica"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyUnavailableSaysWhenToComeBack() {
    assertThat(FaceProblem.UNAVAILABLE.problem().headers()).containsEntry("Retry-After", "5");
  }

  @Test
  void anExceptionSaysNoMoreThanTheCode() {
    var refusal = FaceProblem.INVALID.problem().error("/says/name", "length").exception();

    assertThat(refusal).hasMessage("invalid").hasNoCause();
  }

  @Test
  void unknownStatusesBecomeTheNearestProblem() {
    assertThat(FaceProblem.ofStatus(404)).isEqualTo(FaceProblem.NOT_FOUND);
    assertThat(FaceProblem.ofStatus(418)).isEqualTo(FaceProblem.MALFORMED);
    assertThat(FaceProblem.ofStatus(501)).isEqualTo(FaceProblem.MALFORMED);
    assertThat(FaceProblem.ofStatus(599)).isEqualTo(FaceProblem.INTERNAL);
  }

  private static JsonNode body(Problem problem) {
    return JSON.readTree(Problems.body(problem));
  }
}
