package org.homeward.intake.tips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import org.homeward.face.problem.ProblemException;
import org.homeward.frame.web.Fields;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TipBodyTest {

  private static final Instant NOW = Instant.parse("2026-03-01T22:15:00Z");

  private static Fields fields(String field, String value) {
    var body = Json.mapper().createObjectNode().put("text", "seen").put(field, value);
    return Fields.of(body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Path strings() {
    String named = System.getenv("CONFORMANCE_DIR");
    Path root = Path.of(named == null ? "../../shared/conformance" : named);
    Path file = root.resolve("abuse/strings/blns.json");
    assumeTrue(Files.isRegularFile(file), "no conformance material at " + root);
    return file;
  }

  /** What is refused is named by its place; what is taken is what was typed. */
  @Test
  void hostileStringsAreTakenUnchangedOrRefusedByName() throws IOException {
    int taken = 0;
    int refused = 0;
    for (JsonNode each : Json.mapper().readTree(Files.readAllBytes(strings()))) {
      String naughty = each.asString("");
      Fields fields = fields("text", naughty);
      TipWords words = TipBody.words(fields, NOW);
      ProblemException problem = catchThrowableOfType(ProblemException.class, fields::check);
      if (problem == null) {
        assertThat(words.text()).isEqualTo(naughty);
        taken++;
      } else {
        assertThat(problem.problem().errors())
            .allSatisfy(wrong -> assertThat(wrong.pointer()).isEqualTo("/text"));
        refused++;
      }
    }
    System.out.printf("abuse/strings as tips: %d taken, %d refused%n", taken, refused);
    assertThat(taken).isGreaterThan(450);
  }

  @Test
  void bytesOfAPictureAreBase64OrRefused() {
    byte[] bytes = {1, 2, 3, (byte) 0xff};
    String encoded = Base64.getEncoder().encodeToString(bytes);
    assertThat(fields("picture", encoded).requiredBytes("picture")).isEqualTo(bytes);
    Fields wrong = fields("picture", "AQ!");
    assertThat(wrong.requiredBytes("picture")).isEmpty();
    wrong.text("text", 10);
    assertThat(catchThrowableOfType(ProblemException.class, wrong::check)).isNotNull();
  }
}
