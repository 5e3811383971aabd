package org.homeward.alert.orders.preview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.homeward.alert.subscribers.destinations.Channel;
import org.homeward.schema.facts.PhotoLabel;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;

/** A preview and what it was made from, about two invented children. */
public final class PreviewSamples {

  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  public static final Instant UNTIL = NOW.plus(Duration.ofHours(3));
  public static final String CASE = "0b9f3a52-6f0e-4c1a-8a70-3f7f1f6a1c01";
  public static final String ALERT = "0b9f3a52-6f0e-4c1a-8a70-3f7f1f6a1c02";
  public static final String BOY = "0b9f3a52-6f0e-4c1a-8a70-3f7f1f6a1c03";
  public static final String GIRL = "0b9f3a52-6f0e-4c1a-8a70-3f7f1f6a1c04";
  public static final String ENTRY = "0b9f3a52-6f0e-4c1a-8a70-3f7f1f6a1c05";

  private PreviewSamples() {}

  public static AlertWish wish() {
    return new AlertWish(
        new Area("RS", List.of("RS-01")),
        List.of("en", "sr"),
        Map.of("en", "Bojan likes trains."),
        UNTIL,
        ENTRY,
        "K-17/26");
  }

  /** The bytes that are approved. */
  public static Preview preview(PreviewDocument document) {
    return Preview.of(document, NOW);
  }

  /** The same as the first builds have made it. */
  public static Preview ofAnEarlierBuild(PreviewDocument document) {
    Preview now = preview(document);
    String json =
        now.json()
            .replace(",\"regionsMeet\":true,\"channels\":[\"MAIL\",\"WEBHOOK\",\"SMS\"]", "")
            .replaceAll(",\"byChannel\":\\{[^}]*}", "")
            .replace(",\"addressees\":" + document.addressees(), "")
            .replace(",\"reference\":\"" + document.reference() + "\"", "");
    return new Preview(json, now.hash(), now.at());
  }

  public static Part part(String language) {
    return new Part(
        "Missing child " + language,
        "opening",
        Map.of(BOY, "Name: Bojan", GIRL, "Name: Gordana"),
        "Last seen in: Novi Sad",
        "Bojan likes trains.",
        "takes the place of earlier ones",
        "closing " + Part.LEAVE,
        new EndText("over " + language, "not active any more " + Part.LEAVE));
  }

  /** With a picture of the boy. */
  public static PreviewDocument withPhoto(String photo) {
    var picture =
        new OpenPhoto(photo, BOY, Code.of(PhotoLabel.UNCHANGED), null, Map.of("400", "00"));
    return document(1, 30, false, List.of(picture));
  }

  public static PreviewDocument document(int edition, long watermark, boolean exercise) {
    return document(edition, watermark, exercise, List.of());
  }

  private static PreviewDocument document(
      int edition, long watermark, boolean exercise, List<OpenPhoto> photos) {
    return new PreviewDocument(
        ALERT,
        edition,
        CASE,
        7,
        "rs",
        exercise,
        Audience.VOLUNTEER,
        Words.VERSION,
        new PreviewDocument.Rule(
            new Area("RS", List.of("RS-01")),
            List.of("en", "sr"),
            exercise,
            watermark,
            true,
            List.of(Channel.values())),
        2,
        UNTIL,
        new PreviewDocument.Authority(ENTRY, "Odeljenje", "K-17/26"),
        Map.of("en", part("en"), "sr", part("sr")),
        List.of(),
        "K7QX-2MRD",
        List.of(),
        Map.of(Channel.MAIL, 2),
        photos,
        null);
  }
}
