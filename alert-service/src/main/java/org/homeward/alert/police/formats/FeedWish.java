package org.homeward.alert.police.formats;

import org.homeward.durable.log.Cursor;

/** Which part of the feed a reader wants. */
public sealed interface FeedWish {

  /** How many notices at most. */
  int limit();

  /** The newest ones first, as feed readers poll it. */
  record Newest(int limit) implements FeedWish {}

  /** The newest ones before a place, newest first: the pages behind the first. */
  record Before(Cursor place, int limit) implements FeedWish {}

  /** The entries after a place, in order, for a program that follows the feed. */
  record After(Cursor place, int limit) implements FeedWish {}

  /** The last entries up to a place, that one included, in order: the page before one of those. */
  record UpTo(Cursor place, int limit) implements FeedWish {}
}
