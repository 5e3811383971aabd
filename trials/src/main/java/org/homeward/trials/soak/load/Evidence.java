package org.homeward.trials.soak.load;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Http;
import org.homeward.trials.soak.history.Kind;
import org.homeward.trials.soak.load.Call.Team;
import org.homeward.trials.soak.load.RepeatingSender.Repeatable;

/** A photo of the child of a report, and a tip about the child. */
final class Evidence {
  private static final byte[] JPEG = jpeg();

  private final Team team;
  private final RepeatingSender sender;
  private final String plate;
  private final boolean exercise;

  Evidence(Team team, RepeatingSender sender, String plate, boolean exercise) {
    this.team = team;
    this.sender = sender;
    this.plate = plate;
    this.exercise = exercise;
  }

  void photo(String caseId, String child, boolean twice) {
    sender.send(
        new Repeatable(
                Kind.UPLOAD,
                team.operator(),
                key -> team.operating().photo(caseId, child, JPEG, key))
            .giving(answer -> answer.text("photo")),
        twice);
  }

  /** Sent by a stranger, with a picture; its answer names no tip. */
  static void pictured(Team team, RepeatingSender sender, String plate) {
    String body = SoakReports.pictured(plate, Base64.getEncoder().encodeToString(JPEG));
    URI door = team.hotline().node().door().resolve("/api/v1/tips/pictured");
    sender.send(
        new Repeatable(
            Kind.PICTURED,
            "stranger",
            key ->
                team.hotline()
                    .http()
                    .send(
                        Http.to(door)
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", key)
                            .POST(BodyPublishers.ofString(body))
                            .build())));
  }

  /** Taken on the telephone, and tied to the case. */
  void tip(String caseId, boolean twice) {
    String body = SoakReports.tip(plate, exercise);
    Answer taken =
        sender.send(
            new Repeatable(
                    Kind.TIP,
                    team.operator(),
                    key -> team.operating().post("/api/v1/tips/taken", body, key, ""))
                .giving(answer -> answer.text("tip")),
            twice);
    if (taken.isSuccess()) {
      String path = "/api/v1/tips/" + taken.text("tip") + "/tie";
      String to = "{\"case\": \"%s\"}".formatted(caseId);
      sender.send(
          new Repeatable(
                  Kind.TIE, team.operator(), key -> team.operating().post(path, to, key, "*"))
              .giving(answer -> answer.text("tip")),
          twice);
    }
  }

  private static byte[] jpeg() {
    var image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    var paint = image.createGraphics();
    paint.setColor(Color.ORANGE);
    paint.fillOval(100, 40, 120, 160);
    paint.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
