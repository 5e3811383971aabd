package org.homeward.alert.police.feed;

import java.util.Collection;
import java.util.Map;

/** A number for each notice that was ever told: given once, kept for ever, never another's. */
@FunctionalInterface
interface NoticeNumbers {

  /** The numbers of these notices; whoever has none gets one. */
  Map<String, Long> of(Collection<String> notices);
}
