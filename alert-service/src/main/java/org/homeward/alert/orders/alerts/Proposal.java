package org.homeward.alert.orders.alerts;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.TreeSet;
import org.homeward.alert.orders.preview.AlertWish;
import org.homeward.alert.orders.preview.Preview;

/**
 * A draft or update that waits for approval.
 *
 * @param author opaque id of the person who wrote it last
 * @param authors everybody whose words may be in it; none of them approves it
 */
record Proposal(String author, Set<String> authors, AlertWish wish, Preview preview) {

  Proposal {
    requireNonNull(author, "author");
    authors = authors == null ? Set.of(author) : Set.copyOf(authors);
    requireNonNull(wish, "wish");
    requireNonNull(preview, "preview");
  }

  static Proposal by(String author, AlertWish wish, Preview preview) {
    return new Proposal(author, Set.of(author), wish, preview);
  }

  /** The authors whose text it builds on. */
  Proposal after(Set<String> earlier) {
    Set<String> all = new TreeSet<>(authors);
    all.addAll(earlier); // upholds 3
    return new Proposal(author, all, wish, preview);
  }
}
