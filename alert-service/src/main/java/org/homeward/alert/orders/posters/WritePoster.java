package org.homeward.alert.orders.posters;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.Issue;
import org.homeward.alert.orders.posters.FindFace.Face;
import org.homeward.alert.orders.posters.Poster.LeftOut;
import org.homeward.alert.orders.preview.OpenLanguages;
import org.homeward.alert.orders.preview.Part;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.orders.preview.SaidTime;

/** Puts on a poster what was approved for everybody, and nothing else about a child. */
final class WritePoster {

  private final FindFace findFace;
  private final URI gateway;
  private final String phone;
  private final ZoneId zone;

  /**
   * @param gateway where the outside reaches this node
   * @param phone the hotline's number
   * @param zone in which paper is dated
   */
  WritePoster(FindFace findFace, URI gateway, String phone, ZoneId zone) {
    this.findFace = findFace;
    this.gateway = gateway;
    this.phone = phone;
    this.zone = zone;
  }

  /**
   * Empty when a picture that belongs on it cannot be read now.
   *
   * @param active goes out now
   * @param code of its page
   */
  Optional<Poster> write(String alert, Alert.Active active, String code, Instant now) {
    Issue issue = active.issue();
    PreviewDocument approved = issue.preview().read();
    List<String> languages = OpenLanguages.inOrder(approved);
    List<Sheet> sheets = new ArrayList<>();
    Map<String, byte[]> faces = new HashMap<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (String language : languages) {
      Part part = approved.parts().get(language);
      if (part != null) {
        String printed = SaidTime.of(now, zone, language);
        sheets.add(sheet(language, part, issue, printed, code));
      }
    }
    for (String child : approved.children()) {
      if (!issue.withdrawn().contains(child)) {
        switch (findFace.find(alert, active, child)) {
          case Face.Jpeg(byte[] jpeg) when DrawPoster.tall(jpeg).isPresent() ->
              faces.put(child, jpeg);
          case Face.Jpeg _, Face.None _ -> leftOut.add(new LeftOut(LeftOut.What.FACE, ""));
          case Face.Labelled _ -> leftOut.add(new LeftOut(LeftOut.What.FACE_LABELLED, ""));
          case Face.Away _ -> {
            return Optional.empty();
          }
        }
      }
    }
    URI link = URI.create(gateway + "/n/" + code);
    String exercise = "";
    if (approved.exercise()) {
      exercise = PosterWords.in(languages.getFirst()).exercise(); // upholds 9
    }
    return Optional.of(
        new Poster(
            code, link, phone, exercise, sheets, faces, leftOut.stream().distinct().toList()));
  }

  /** The children first, because people look at them. */
  private static Sheet sheet(String language, Part part, Issue issue, String printed, String code) {
    List<Sheet.Paragraph> children = new ArrayList<>();
    part.children()
        .forEach(
            (child, words) -> {
              if (!issue.withdrawn().contains(child)) { // upholds 4
                children.add(new Sheet.Paragraph(words.lines().toList(), child));
              }
            });
    List<Sheet.Paragraph> others =
        part.paragraphs(issue.withdrawn()).stream()
            .filter(paragraph -> !part.children().containsValue(paragraph))
            .map(paragraph -> new Sheet.Paragraph(paragraph.lines().toList(), null))
            .toList();
    List<Sheet.Paragraph> all = new ArrayList<>(children);
    all.addAll(others);
    return new Sheet(language, part.subject(), all, PosterWords.in(language).foot(printed, code));
  }
}
