package org.homeward.intake.config;

import io.micrometer.core.instrument.MeterRegistry;
import org.homeward.durable.reader.TopicReader;
import org.homeward.frame.broker.Readers;
import org.homeward.intake.cases.FollowNews;
import org.homeward.intake.kafka.CaseEvents;
import org.homeward.intake.kafka.NewsReader;
import org.homeward.schema.event.EventCodec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The broker: the topic of cases is written, those of handovers and alerts are read. */
@Configuration(proxyBeanMethods = false)
public class BrokerConfiguration {

  @Bean
  CaseEvents caseEvents(EventCodec codec) {
    return new CaseEvents(codec);
  }

  @Bean
  NewsReader newsReader(EventCodec codec, FollowNews followNews, MeterRegistry metrics) {
    return new NewsReader(codec, followNews, metrics);
  }

  @Bean(destroyMethod = "")
  TopicReader handoversReader(Readers readers, IntakeSettings settings, NewsReader newsReader) {
    return readers.first("handovers", settings.instance(), newsReader);
  }

  @Bean(destroyMethod = "")
  TopicReader alertsReader(Readers readers, IntakeSettings settings, NewsReader newsReader) {
    return readers.further("alerts", settings.instance(), newsReader);
  }
}
