package org.homeward.alert.orders.alerts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.alert.orders.preview.AlertWish;
import org.homeward.alert.orders.preview.Preview;
import org.homeward.schema.snapshots.ReturnReason;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * A draft or update that waits for approval.
 *
 * @param author opaque id of the person who wrote it last
 * @param authors everybody whose words may be in it; none of them approves it
 * @param returned why it went back to its author; null while it waits
 */
record Proposal(
    String author,
    Set<String> authors,
    AlertWish wish,
    Preview preview,
    @Nullable Returned returned) {

  /**
   * It went back to its author.
   *
   * @param by opaque id of the person who returned it
   * @param words for the author; null when the reason says enough
   */
  record Returned(String by, Instant at, Code<ReturnReason> reason, @Nullable String words) {

    Returned {
      requireNonNull(by, "by");
      requireNonNull(at, "at");
      requireNonNull(reason, "reason");
    }

    @Override
    public String toString() {
      return "Returned[" + reason + "]";
    }
  }

  Proposal {
    requireNonNull(author, "author");
    authors = authors == null ? Set.of(author) : Set.copyOf(authors);
    requireNonNull(wish, "wish");
    requireNonNull(preview, "preview");
  }

  static Proposal by(String author, AlertWish wish, Preview preview) {
    return new Proposal(author, Set.of(author), wish, preview, null);
  }

  /** The authors whose text it builds on. */
  Proposal after(Set<String> earlier) {
    Set<String> all = new TreeSet<>(authors);
    all.addAll(earlier); // upholds 3
    return new Proposal(author, all, wish, preview, null);
  }

  Proposal returned(Returned why) {
    return new Proposal(author, authors, wish, preview, why);
  }

  /** Nobody writes anew what she herself has returned: another author answers for the words. */
  boolean wasReturnedBy(String person) {
    return returned != null && returned.by().equals(person);
  }

  boolean waits() {
    return returned == null;
  }
}
