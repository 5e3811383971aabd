package org.homeward.intake.tips;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.homeward.face.testing.Answer;
import org.homeward.face.testing.Wire;
import org.homeward.intake.photos.PhotoOfCase;
import org.homeward.intake.trial.KeptFiles;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;

/** A tip with a picture, as a stranger sends it. */
public final class PicturedTip {

  private static final String PICTURED = "/api/v1/tips/pictured";

  private final TrialIntake intake;

  public PicturedTip(TrialIntake intake) {
    this.intake = intake;
  }

  /**
   * The id of a new one.
   *
   * @param more fields of it, after a comma
   */
  public String sent(String more) {
    return sent(more, PhotoOfCase.jpeg());
  }

  /** The same with this picture. */
  String sent(String more, byte[] picture) {
    String text = "a girl at the station " + UUID.randomUUID();
    Answer answer = sent(text, more, base64(picture), UUID.randomUUID().toString());
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return TrialTips.list(intake.jelena(), "").stream()
        .filter(each -> each.path("text").asString().equals(text))
        .map(each -> each.path("tip").asString())
        .findFirst()
        .orElseThrow();
  }

  static String base64(byte[] picture) {
    return Base64.getEncoder().encodeToString(picture);
  }

  Answer sent(String text, String more, String picture, String key) {
    var random = new Random();
    String body = "{\"text\": \"" + text + "\"" + more + ", \"picture\": \"" + picture + "\"}";
    Answer answer =
        new Wire(intake.port())
            .send(
                "POST",
                PICTURED,
                body,
                "Content-Type: application/json",
                "X-Forwarded-For: 10.%d.%d.%d"
                    .formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256)),
                "Idempotency-Key: " + key);
    assertThat(
            Person.API.problems(
                "POST",
                PICTURED,
                "application/json",
                body.getBytes(UTF_8),
                answer.status(),
                answer.all("Content-Type").getFirst(),
                answer.body()))
        .isEmpty();
    return answer;
  }

  /** Where the bytes of this tip's picture lie. */
  List<Path> files(String tip) {
    return KeptFiles.named(intake, tip);
  }
}
