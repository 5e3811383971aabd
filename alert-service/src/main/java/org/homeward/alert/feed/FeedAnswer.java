package org.homeward.alert.feed;

import org.homeward.durable.log.Cursor;

/** What a reader gets. */
public sealed interface FeedAnswer {

  record Found(FeedPage page) implements FeedAnswer {}

  /** The place is not in this log: the reader starts again there. */
  record Gone(Cursor restart) implements FeedAnswer {}

  /** The look could not be recorded, so nothing is told. */
  record Unrecorded() implements FeedAnswer {}
}
