package org.homeward.intake.photos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.homeward.face.access.Role;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.schema.json.Json;

/** A photo or a paper that an operator has just sent. */
public final class PhotoOfCase {

  private final TrialIntake intake;

  public PhotoOfCase(TrialIntake intake) {
    this.intake = intake;
  }

  /** Its bytes, with a word planted in the file. */
  public static byte[] jpeg() {
    return Pictures.jpeg();
  }

  /** The bytes of a picture that nobody has sent before. */
  public static byte[] fresh() {
    return Pictures.fresh();
  }

  /** The word in {@link #jpeg}. */
  public static String planted() {
    return Pictures.PLANTED;
  }

  /** The id of a new photo of this child. */
  public String uploaded(String caseId, String child) {
    return uploaded(caseId, child, Pictures.jpeg());
  }

  /** The same of this picture. */
  public String uploaded(String caseId, String child, byte[] picture) {
    return sent("/api/v1/cases/%s/children/%s/photos".formatted(caseId, child), "photo", picture);
  }

  /** The id of a new paper of this case, a picture. */
  public String attached(String caseId) {
    return sent("/api/v1/cases/%s/attachments".formatted(caseId), "attachment", Pictures.jpeg());
  }

  private String sent(String path, String named, byte[] picture) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + intake.port() + path))
            .header(
                "Authorization",
                intake.authorization("ana", Role.OPERATOR).replace("Authorization: ", ""))
            .header("Content-Type", "image/jpeg")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofByteArray(picture))
            .build();
    try {
      byte[] answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()).body();
      return Json.mapper().readTree(answer).path(named).asString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
