package org.homeward.alert.alerts;

import static java.util.Objects.requireNonNull;

/**
 * What one person has written and nobody has approved.
 *
 * @param author opaque id of the person
 */
public record Proposal(String author, Wish wish, Preview preview) {

  public Proposal {
    requireNonNull(author, "author");
    requireNonNull(wish, "wish");
    requireNonNull(preview, "preview");
  }
}
