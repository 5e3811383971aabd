package org.homeward.alert.feed;

/** What a reader gets. */
public sealed interface FeedAnswer {

  record Told(FeedPage page) implements FeedAnswer {}

  /** The look could not be recorded, so nothing is told. */
  record Unrecorded() implements FeedAnswer {}
}
