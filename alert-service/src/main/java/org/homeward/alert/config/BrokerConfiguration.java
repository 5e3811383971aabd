package org.homeward.alert.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.homeward.alert.kafka.NoticeEvents;
import org.homeward.alert.mongo.MongoFeedLog;
import org.homeward.alert.notices.PoliceNotice;
import org.homeward.copies.CasesReader;
import org.homeward.copies.FollowCase;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.publication.EventTopic;
import org.homeward.durable.publication.Publication;
import org.homeward.durable.reader.TopicReader;
import org.homeward.frame.broker.Readers;
import org.homeward.frame.operate.ReaderEndpoint;
import org.homeward.frame.operate.RepublishEndpoint;
import org.homeward.frame.start.Background;
import org.homeward.schema.event.EventCodec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The broker: the topic of cases is read, the topic of alerts written. */
@Configuration(proxyBeanMethods = false)
public class BrokerConfiguration {

  @Bean
  NoticeEvents noticeEvents(EventCodec codec) {
    return new NoticeEvents(codec);
  }

  /** The feed first: who is told on the topic must find it on the feed. */
  @Bean(destroyMethod = "")
  Publication<PoliceNotice> noticePublication(
      GuardedDocuments<PoliceNotice> policeNotices,
      MongoFeedLog feedLog,
      EventTopic ownTopic,
      NoticeEvents events) {
    return new Publication<>(
        "police-notices", policeNotices, List.of(feedLog.then(ownTopic.drain(events::render))));
  }

  @Bean
  Background noticePublishing(Publication<PoliceNotice> noticePublication) {
    return new Background(noticePublication::start, noticePublication::close);
  }

  @Bean(destroyMethod = "")
  TopicReader casesReader(
      Readers readers,
      AlertSettings settings,
      EventCodec codec,
      FollowCase followCase,
      MeterRegistry metrics) {
    return readers.first("cases", settings.instance(), new CasesReader(codec, followCase, metrics));
  }

  @Bean
  Background reading(TopicReader casesReader) {
    return new Background(casesReader::start, casesReader::close);
  }

  @Bean
  RepublishEndpoint republishEndpoint(ObjectProvider<Publication<?>> publications) {
    return new RepublishEndpoint(publications.orderedStream().toArray(Publication<?>[]::new));
  }

  @Bean
  ReaderEndpoint readerEndpoint(TopicReader casesReader) {
    return new ReaderEndpoint(casesReader);
  }
}
