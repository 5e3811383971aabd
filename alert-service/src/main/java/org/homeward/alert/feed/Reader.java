package org.homeward.alert.feed;

import static java.util.Objects.requireNonNull;

/** The desk that reads. */
public record Reader(String desk, String country, boolean exercise) {

  public Reader {
    requireNonNull(desk, "desk");
    requireNonNull(country, "country");
  }
}
