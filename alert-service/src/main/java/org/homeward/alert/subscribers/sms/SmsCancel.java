package org.homeward.alert.subscribers.sms;

import java.util.List;

/**
 * What a provider says of segments that it shall not deliver any more.
 *
 * @param sure of each that it was asked about it says that it does not arrive
 * @param left those that it was not asked about, or throttled: it may be asked again
 */
public record SmsCancel(boolean sure, List<String> left) {

  public SmsCancel {
    left = List.copyOf(left);
  }

  /** Certainly none of them arrives. */
  public boolean isDone() {
    return sure && left.isEmpty();
  }
}
