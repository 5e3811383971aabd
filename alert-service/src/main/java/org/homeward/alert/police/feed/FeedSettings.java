package org.homeward.alert.police.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.feed.*}.
 *
 * @param capSender who sends CAP messages, the same for ever
 * @param sign the longest silence on a stream
 * @param heartbeat how often a stream says which notices were last
 * @param streamsPerDesk how many streams a desk may have open; one more ends its oldest
 * @param streams how many there may be in this process
 */
@ConfigurationProperties("homeward.feed")
record FeedSettings(
    String capSender, Duration sign, Duration heartbeat, int streamsPerDesk, int streams) {

  FeedSettings {
    if (!sign.isPositive() || !heartbeat.isPositive()) {
      throw new IllegalArgumentException("homeward.feed.sign or heartbeat is not positive");
    }
  }
}
