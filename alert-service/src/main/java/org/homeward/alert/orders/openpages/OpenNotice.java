package org.homeward.alert.orders.openpages;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.homeward.alert.orders.alerts.Issue;
import org.homeward.alert.orders.preview.Area;
import org.homeward.alert.orders.preview.OpenLanguages;
import org.homeward.alert.orders.preview.OpenPhoto;
import org.homeward.alert.orders.preview.Part;
import org.homeward.alert.orders.preview.PreviewDocument;

/**
 * The part of an alert that everybody reads: exactly what was approved.
 *
 * @param alert its id, which no stranger is told
 * @param code of its page
 * @param reference by which people speak of it
 * @param since when these words were written
 * @param texts by language; that of its area is the first
 * @param photos the pictures that may be shown now, by number
 */
record OpenNotice(
    String alert,
    String code,
    String reference,
    boolean exercise,
    Area area,
    Instant since,
    Instant until,
    Map<String, Text> texts,
    SortedMap<Integer, OpenPhoto> photos) {

  OpenNotice {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    photos = Collections.unmodifiableSortedMap(new TreeMap<>(photos));
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
  static OpenNotice of(
      String alert,
      Issue issue,
      PreviewDocument approved,
      String code,
      SortedMap<Integer, OpenPhoto> photos) {
    Map<String, Text> texts = new LinkedHashMap<>();
    for (String language : OpenLanguages.inOrder(approved)) {
      Part part = approved.parts().get(language);
      if (part != null) {
        texts.put(language, new Text(part.subject(), part.paragraphs(issue.withdrawn())));
      }
    }
    return new OpenNotice(
        alert,
        code,
        String.valueOf(approved.reference()),
        approved.exercise(),
        approved.rule().area(),
        issue.preview().at(),
        approved.until(),
        texts,
        photos);
  }

  /** Empty when no picture of this number may be shown now. */
  Optional<OpenPhoto> photo(String number) {
    return photos.entrySet().stream()
        .filter(each -> number.equals(String.valueOf(each.getKey())))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  @Override
  public String toString() {
    return "OpenNotice[" + code + "]";
  }
}
