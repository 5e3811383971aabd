package org.homeward.peers.feed;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

@Configuration
class FeedConfiguration {
  @Bean
  Feed feed(JdbcTemplate jdbc) {
    return new Feed(jdbc);
  }

  @Bean
  Shown shown() {
    return new Shown(Clock.systemUTC());
  }

  @Bean
  FeedListener feedListener(Feed feed, JsonMapper json, Shown shown) {
    return new FeedListener(feed, json, shown);
  }
}
