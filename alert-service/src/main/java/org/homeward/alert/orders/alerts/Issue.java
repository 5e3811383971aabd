package org.homeward.alert.orders.alerts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeward.alert.orders.preview.AlertWish;
import org.homeward.alert.orders.preview.EndText;
import org.homeward.alert.orders.preview.Preview;
import org.jspecify.annotations.Nullable;

/**
 * The approved edition that goes out.
 *
 * @param edition counts what went out of one alert, from 1: what was approved, and what is left of
 *     it once a child is taken out
 * @param withdrawn children whose part does not go out any more
 * @param lessSince since when it is without the last of them; null when none was taken out, or an
 *     earlier build did it
 * @param authors everybody whose words may be in it
 * @param earlierEnds how the end is said in languages of earlier editions
 */
public record Issue(
    int edition,
    AlertOrder order,
    AlertWish wish,
    Preview preview,
    Set<String> withdrawn,
    @Nullable Instant lessSince,
    Set<String> authors,
    Map<String, EndText> earlierEnds) {

  public Issue {
    requireNonNull(order, "order");
    requireNonNull(wish, "wish");
    requireNonNull(preview, "preview");
    withdrawn = withdrawn == null ? Set.of() : Set.copyOf(withdrawn);
    authors = authors == null ? Set.of(order.author()) : Set.copyOf(authors);
    earlierEnds =
        earlierEnds == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(earlierEnds));
  }

  /**
   * Goes out as an edition of its own: everybody who has the child's part hears that it is over.
   */
  Issue without(String child, Instant now) {
    Set<String> more = new TreeSet<>(withdrawn);
    more.add(child);
    return new Issue(edition + 1, order, wish, preview, more, now, authors, earlierEnds);
  }

  /** Those whose part goes out still. */
  Set<String> childrenNow() {
    Set<String> now = new TreeSet<>(preview.read().children());
    now.removeAll(withdrawn);
    return now;
  }

  /** Whether what was made at a time has the words of this edition, as far as somebody knows. */
  public boolean isThatOf(@Nullable Instant made) {
    if (edition == 1) return true;
    boolean isTimed = withdrawn.isEmpty() || lessSince != null;
    return made != null && isTimed && !made.isBefore(since());
  }

  /** Since when it goes out. */
  public Instant since() {
    return lessSince == null ? order.approvedAt() : lessSince;
  }

  /** The version of the case for which it was approved. */
  long caseVersion() {
    Long approved = order.caseVersion();
    return approved == null ? preview.read().caseVersion() : approved;
  }

  /** The end text in every language in which something of it went out. */
  Map<String, EndText> ends() {
    Map<String, EndText> ends = new TreeMap<>();
    ends.putAll(earlierEnds); // upholds 4
    preview.read().parts().forEach((language, part) -> ends.put(language, part.end()));
    return ends;
  }
}
