package org.homeward.intake.cases.news;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.reader.TopicReader;
import org.homeward.frame.broker.Readers;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.lifts.FollowNodeStop;
import org.homeward.intake.registers.FollowEntry;
import org.homeward.intake.rulings.SightedBeside;
import org.homeward.intake.staff.KnowStaff;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.snapshots.AuthoritySnapshot;
import org.homeward.schema.snapshots.DeskSnapshot;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the news of alerts, stops and handovers about cases from their topics. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NewsSettings.class)
public class NewsConfiguration {

  @Bean
  FollowNews followNews(
      Aggregate<KeptCase> cases,
      DerivedIds ids,
      KnowStaff staff,
      SightedBeside sightedBeside,
      Clock clock) {
    return new FollowNews(
        cases.documents(),
        subject -> ids.of("report", subject, 0),
        staff::now,
        sightedBeside,
        clock);
  }

  @Bean
  NewsTopic newsTopic(
      EventCodec codec,
      FollowNews followNews,
      FollowNodeStop followNodeStop,
      FollowEntry<DeskSnapshot> followDesk,
      FollowEntry<AuthoritySnapshot> followAuthority,
      MeterRegistry metrics) {
    return new NewsTopic(codec, followNews, followNodeStop, followDesk, followAuthority, metrics);
  }

  @Bean(destroyMethod = "")
  TopicReader handoversReader(Readers readers, NewsSettings settings, NewsTopic newsTopic) {
    return readers.first("handovers", settings.instance(), newsTopic);
  }

  @Bean(destroyMethod = "")
  TopicReader alertsReader(Readers readers, NewsSettings settings, NewsTopic newsTopic) {
    return readers.further("alerts", settings.instance(), newsTopic);
  }
}
