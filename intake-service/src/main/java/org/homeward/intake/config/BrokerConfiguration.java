package org.homeward.intake.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.publication.EventTopic;
import org.homeward.durable.publication.Publication;
import org.homeward.durable.reader.TopicReader;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.frame.broker.Readers;
import org.homeward.frame.operate.ReaderEndpoint;
import org.homeward.frame.operate.RepublishEndpoint;
import org.homeward.frame.start.Background;
import org.homeward.intake.cases.CaseEnds;
import org.homeward.intake.cases.FollowNews;
import org.homeward.intake.cases.KeptCase;
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

  /** What took something away is on the disk outside the store before anybody is told. */
  @Bean(destroyMethod = "")
  Publication<KeptCase> publication(
      GuardedDocuments<KeptCase> cases, EventTopic ownTopic, CaseEvents events, EndsLog endsLog) {
    return new Publication<>(
        "cases", cases, List.of(endsLog.drain(CaseEnds::of), ownTopic.drain(events::render)));
  }

  @Bean
  Background publishing(Publication<KeptCase> publication) {
    return new Background(publication::start, publication::close);
  }

  @Bean
  RepublishEndpoint republishEndpoint(Publication<KeptCase> publication) {
    return new RepublishEndpoint(publication);
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

  @Bean
  Background readingHandovers(TopicReader handoversReader) {
    return new Background(handoversReader::start, handoversReader::close);
  }

  @Bean
  Background readingAlerts(TopicReader alertsReader) {
    return new Background(alertsReader::start, alertsReader::close);
  }

  @Bean
  ReaderEndpoint readerEndpoint(TopicReader handoversReader, TopicReader alertsReader) {
    return new ReaderEndpoint(handoversReader, alertsReader);
  }
}
