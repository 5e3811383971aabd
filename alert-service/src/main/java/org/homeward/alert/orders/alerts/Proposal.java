package org.homeward.alert.orders.alerts;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.TreeSet;
import org.homeward.alert.orders.preview.Preview;
import org.homeward.alert.orders.preview.Wish;

/**
 * What one person has written and nobody has approved.
 *
 * @param author opaque id of the person who wrote it last
 * @param authors everybody whose words may be in it; none of them approves it
 */
public record Proposal(String author, Set<String> authors, Wish wish, Preview preview) {

  public Proposal {
    requireNonNull(author, "author");
    authors = authors == null ? Set.of(author) : Set.copyOf(authors);
    requireNonNull(wish, "wish");
    requireNonNull(preview, "preview");
  }

  static Proposal by(String author, Wish wish, Preview preview) {
    return new Proposal(author, Set.of(author), wish, preview);
  }

  /** It was written upon what these have written. */
  Proposal after(Set<String> earlier) {
    Set<String> all = new TreeSet<>(authors);
    all.addAll(earlier); // upholds 3
    return new Proposal(author, all, wish, preview);
  }
}
