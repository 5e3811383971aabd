package org.homeward.alert.police.feed;

import java.util.List;
import org.homeward.durable.log.Cursor;

/** The dense list of everything the feed ever told. */
interface FeedLog {

  /** The newest entry's place; n is 0 when there is none. */
  Cursor head();

  /** The entries from {@code first} (1 or more) to {@code last}, as far as they exist. */
  List<FeedEntry> range(long first, long last);
}
