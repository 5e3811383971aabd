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
 * The exact words of an alert in one language. Each child has a part of its own, so that one can be
 * taken away without touching another.
 *
 * @param children the words about each child, by id
 * @param about what concerns all of them
 * @param author the author's own words; they may be about any of the children
 * @param reduced what is said when somebody of it was taken away
 * @param sms the same as a text message; null where none goes out
 */
public record Part(
    String subject,
    String opening,
    Map<String, String> children,
    @Nullable String about,
    @Nullable String author,
    @Nullable String reduced,
    String closing,
    EndText end,
    @Nullable SmsPart sms) {

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

  /** One that goes out as no text message. */
  public Part(
      String subject,
      String opening,
      Map<String, String> children,
      @Nullable String about,
      @Nullable String author,
      @Nullable String reduced,
      String closing,
      EndText end) {
    this(subject, opening, children, about, author, reduced, closing, end, null);
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
        end.named(reference),
        sms == null ? null : sms.named(reference));
  }

  Part with(WriteSms.Written sms) {
    return new Part(
        subject,
        opening,
        children,
        about,
        author,
        reduced,
        closing,
        end.with(sms.end(), sms.wrongChild()),
        sms.part());
  }

  /** The text without those who were withdrawn. */
  public String text(Set<String> withdrawn) {
    return String.join("\n\n", paragraphs(withdrawn)) + '\n';
  }

  /** The same in its parts; the author's words may name who was withdrawn, and go too. */
  public List<String> paragraphs(Set<String> withdrawn) {
    List<String> paragraphs = new ArrayList<>(List.of(opening));
    boolean whole = withdrawn.stream().noneMatch(children::containsKey);
    if (reduced != null && !whole) {
      paragraphs.add(reduced);
    }
    for (var child : children.entrySet()) {
      if (!withdrawn.contains(child.getKey())) {
        paragraphs.add(child.getValue());
      }
    }
    if (about != null) {
      paragraphs.add(about);
    }
    if (author != null && whole) {
      paragraphs.add(author);
    }
    paragraphs.add(closing);
    return paragraphs;
  }

  @Override
  public String toString() {
    return "Part[redacted]";
  }
}
