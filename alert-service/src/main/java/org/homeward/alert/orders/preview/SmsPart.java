package org.homeward.alert.orders.preview;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The exact words of an alert as a text message, in the letters that leave: no name, no link, and
 * none of the author's own words.
 *
 * @param children a few words about each child, by id
 * @param place where they were last seen
 * @param reduced what is said when somebody of it was taken away
 */
public record SmsPart(
    String opening,
    Map<String, String> children,
    @Nullable String place,
    String reduced,
    String closing) {

  private static final String SPACE = " ";

  public SmsPart {
    requireNonNull(opening, "opening");
    requireNonNull(reduced, "reduced");
    requireNonNull(closing, "closing");
    children = children == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(children));
  }

  SmsPart named(String reference) {
    return new SmsPart(opening.replace(Part.ALERT, reference), children, place, reduced, closing);
  }

  /** The text without those who were withdrawn. */
  public String text(Set<String> withdrawn) {
    List<String> sentences = new ArrayList<>();
    if (withdrawn.stream().anyMatch(children::containsKey)) {
      sentences.add(reduced);
    }
    sentences.add(opening);
    Map<String, String> left = new TreeMap<>(children);
    left.keySet().removeAll(withdrawn);
    sentences.add(String.join("; ", left.values()) + ".");
    if (place != null) {
      sentences.add(place);
    }
    sentences.add(closing);
    return String.join(SPACE, sentences);
  }

  @Override
  public String toString() {
    return "SmsPart[redacted]";
  }
}
