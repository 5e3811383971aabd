package org.homeward.alert.orders.preview;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The exact words of an alert in one language. Each child has a part of its own, so that one can be
 * taken away without touching another.
 *
 * @param children the words about each child, by id
 * @param about what concerns all of them
 * @param author the author's own words; they may be about any of the children
 * @param reduced what is said when somebody of it was taken away
 */
public record Part(
    String subject,
    String opening,
    Map<String, String> children,
    @Nullable String about,
    @Nullable String author,
    @Nullable String reduced,
    String closing,
    EndText end) {

  /** A placeholder for the reader's unsubscribe link, the only difference between mails. */
  public static final String LEAVE = "{leave}";

  /** A placeholder in our own sentences for the alert's reference. */
  static final String ALERT = "{alert}";

  public Part {
    requireNonNull(subject, "subject");
    requireNonNull(opening, "opening");
    requireNonNull(closing, "closing");
    requireNonNull(end, "end");
    children = children == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(children));
  }

  /** The same with the alert's reference, in what goes out and in its end. */
  Part named(String reference) {
    return new Part(
        subject.replace(ALERT, reference),
        opening,
        children,
        about,
        author,
        reduced,
        closing.replace(ALERT, reference),
        end.named(reference));
  }

  /** The text without those who were withdrawn; the author's words may name them and go too. */
  public String text(Set<String> withdrawn) {
    var text = new StringBuilder(opening).append("\n\n");
    boolean whole = withdrawn.stream().noneMatch(children::containsKey);
    if (reduced != null && !whole) {
      text.append(reduced).append("\n\n");
    }
    for (var child : children.entrySet()) {
      if (!withdrawn.contains(child.getKey())) {
        text.append(child.getValue()).append("\n\n");
      }
    }
    if (about != null) {
      text.append(about).append("\n\n");
    }
    if (author != null && whole) {
      text.append(author).append("\n\n");
    }
    return text.append(closing).append('\n').toString();
  }

  @Override
  public String toString() {
    return "Part[redacted]";
  }
}
