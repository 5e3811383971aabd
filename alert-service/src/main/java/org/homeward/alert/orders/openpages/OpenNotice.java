package org.homeward.alert.orders.openpages;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.alert.orders.alerts.Issue;
import org.homeward.alert.orders.preview.Area;
import org.homeward.alert.orders.preview.OpenLanguages;
import org.homeward.alert.orders.preview.Part;
import org.homeward.alert.orders.preview.PreviewDocument;

/**
 * The part of an alert that everybody reads: exactly what was approved.
 *
 * @param code of its page
 * @param reference by which people speak of it
 * @param since when these words were written
 * @param texts by language; that of its area is the first
 */
record OpenNotice(
    String code,
    String reference,
    boolean exercise,
    Area area,
    Instant since,
    Instant until,
    Map<String, Text> texts) {

  OpenNotice {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }

  /** The words in one language. */
  record Text(String title, List<String> paragraphs) {

    Text {
      paragraphs = List.copyOf(paragraphs);
    }

    @Override
    public String toString() {
      return "Text[redacted]";
    }
  }

  /**
   * @param code of the approved document, which only a public alert has
   */
  static OpenNotice of(Issue issue, PreviewDocument approved, String code) {
    Map<String, Text> texts = new LinkedHashMap<>();
    for (String language : OpenLanguages.inOrder(approved)) {
      Part part = approved.parts().get(language);
      if (part != null) {
        texts.put(language, new Text(part.subject(), part.paragraphs(issue.withdrawn())));
      }
    }
    return new OpenNotice(
        code,
        String.valueOf(approved.reference()),
        approved.exercise(),
        approved.rule().area(),
        issue.preview().at(),
        approved.until(),
        texts);
  }

  @Override
  public String toString() {
    return "OpenNotice[" + code + "]";
  }
}
