package org.homeward.alert.config;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.Producer;
import org.homeward.alert.copies.FollowCase;
import org.homeward.alert.kafka.CasesReader;
import org.homeward.alert.kafka.NoticeEvents;
import org.homeward.alert.kafka.ReaderEndpoint;
import org.homeward.alert.kafka.RepublishEndpoint;
import org.homeward.alert.mongo.MongoFeedLog;
import org.homeward.alert.notices.PoliceNotice;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.publication.EventTopic;
import org.homeward.durable.publication.Publication;
import org.homeward.durable.reader.Poison;
import org.homeward.durable.reader.ReaderSettings;
import org.homeward.durable.reader.TopicReader;
import org.homeward.schema.event.EventCodec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The broker: the topic of cases is read, the topic of alerts written. */
@Configuration(proxyBeanMethods = false)
public class BrokerConfiguration {

  private static final int ADMIN_MILLIS = 5_000;
  private static final Duration MAX_BACK_OFF = Duration.ofSeconds(10);

  @Bean
  Admin broker(NodeSettings node) {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, node.kafka(),
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ADMIN_MILLIS,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ADMIN_MILLIS));
  }

  @Bean
  Producer<String, byte[]> producer(NodeSettings node) {
    return EventTopic.producer(node.kafka());
  }

  /** Closed with its producer. */
  @Bean(destroyMethod = "")
  EventTopic alertsTopic(NodeSettings node, Producer<String, byte[]> producer) {
    return new EventTopic(node.topic("alerts"), producer);
  }

  @Bean
  NoticeEvents noticeEvents(EventCodec codec) {
    return new NoticeEvents(codec);
  }

  /** The feed first: who is told on the topic must find it on the feed. */
  @Bean(destroyMethod = "")
  Publication<PoliceNotice> publication(
      GuardedDocuments<PoliceNotice> policeNotices,
      MongoFeedLog feedLog,
      EventTopic alertsTopic,
      NoticeEvents events) {
    return new Publication<>(
        "police-notices", policeNotices, List.of(feedLog, alertsTopic.drain(events::render)));
  }

  @Bean
  Background publishing(Publication<PoliceNotice> publication) {
    return new Background(publication::start, publication::close);
  }

  @Bean(destroyMethod = "")
  TopicReader casesReader(
      NodeSettings node,
      AlertSettings settings,
      MongoDatabase database,
      Producer<String, byte[]> producer,
      EventCodec codec,
      FollowCase followCase,
      MeterRegistry metrics) {
    return new TopicReader(
        new ReaderSettings(
            node.kafka(),
            node.topic("cases"),
            node.topic("alert"),
            settings.instance(),
            MAX_BACK_OFF),
        database,
        new Poison(node.topic("poison"), producer),
        new CasesReader(codec, followCase, metrics));
  }

  @Bean
  Background reading(TopicReader casesReader) {
    return new Background(casesReader::start, casesReader::close);
  }

  @Bean
  RepublishEndpoint republishEndpoint(Publication<PoliceNotice> publication) {
    return new RepublishEndpoint(publication);
  }

  @Bean
  ReaderEndpoint readerEndpoint(TopicReader casesReader) {
    return new ReaderEndpoint(casesReader);
  }
}
