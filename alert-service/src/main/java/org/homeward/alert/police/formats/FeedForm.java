package org.homeward.alert.police.formats;

import java.util.Optional;

/** One form of the feed, as it is written now. */
public interface FeedForm {

  Representation representation();

  /** Settings outside the feed on which the bytes depend. */
  String wording();

  byte[] feed(FeedPage page, boolean exercise, FeedWish wish);

  /** Empty when there is no message of it in this form. */
  Optional<byte[]> item(FeedItem item);
}
