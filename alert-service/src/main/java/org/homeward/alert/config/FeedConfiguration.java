package org.homeward.alert.config;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.homeward.alert.desks.RecogniseDesk;
import org.homeward.alert.feed.FollowFeed;
import org.homeward.alert.feed.HeadWatch;
import org.homeward.alert.feed.ReadFeed;
import org.homeward.alert.feed.ShowNotice;
import org.homeward.alert.feed.Streams;
import org.homeward.alert.mongo.MongoFeedLog;
import org.homeward.alert.notices.PoliceNotice;
import org.homeward.alert.web.FeedController;
import org.homeward.alert.web.FeedForms;
import org.homeward.alert.web.FeedStreamController;
import org.homeward.alert.web.FeedTags;
import org.homeward.durable.Aggregate;
import org.homeward.durable.document.DerivedIds;
import org.homeward.durable.document.Incarnation;
import org.homeward.durable.log.Log;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.TransferRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The police feed, and the one way out to it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedSettings.class)
public class FeedConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(FeedConfiguration.class);

  @Bean
  Log policeFeed(MongoDatabase database, Incarnation incarnation) {
    return new Log(database, "police-feed", incarnation);
  }

  @Bean
  AtOpening feedOpening(Log policeFeed) {
    return policeFeed::prepare;
  }

  @Bean
  MongoFeedLog feedLog(Log policeFeed) {
    return new MongoFeedLog(policeFeed);
  }

  @Bean
  Disclosures disclosures(LogAuditTrail auditTrail, NodeSettings node, Clock clock) {
    return new Disclosures(
        auditTrail, TransferRules.withinNode(node.node(), requireNonNull(node.country())), clock);
  }

  @Bean
  ReadFeed readFeed(
      MongoFeedLog feedLog,
      Aggregate<PoliceNotice> policeNotices,
      Disclosures disclosures,
      NodeSettings node) {
    return new ReadFeed(feedLog, policeNotices.documents(), disclosures, node.node());
  }

  @Bean
  FeedForms feedForms(
      DerivedIds ids, NodeSettings node, AlertSettings settings, FeedSettings feed) {
    return new FeedForms(
        ids.of("feed", node.node() + "/police", 0),
        node.node(),
        settings.phone(),
        settings.gateway(),
        feed.capSender());
  }

  @Bean
  FeedController feedController(
      ReadFeed readFeed,
      Aggregate<PoliceNotice> policeNotices,
      Disclosures disclosures,
      FeedForms feedForms,
      DerivedIds ids,
      NodeSettings node) {
    return new FeedController(
        readFeed,
        new ShowNotice(policeNotices.documents(), disclosures, node.node()),
        feedForms,
        new FeedTags(ids));
  }

  @Bean
  HeadWatch headWatch(MongoFeedLog feedLog) {
    return new HeadWatch(feedLog);
  }

  @Bean
  StreamsEnd streamsEnd(HeadWatch headWatch) {
    return new StreamsEnd(headWatch);
  }

  @Bean
  Streams streams(FeedSettings feed, HeadWatch headWatch, MeterRegistry metrics) {
    var displaced = metrics.counter("homeward.feed.streams.displaced");
    return new Streams(
        feed.streamsPerDesk(),
        feed.streams(),
        desk -> {
          displaced.increment();
          headWatch.rouse();
          LOG.warn("desk {} opened one more stream than it may have; its oldest ends", desk);
        });
  }

  @Bean
  MeterBinder streamMetrics(Streams streams) {
    return registry ->
        Gauge.builder("homeward.feed.streams", streams, Streams::open)
            .description("readers that follow the police feed")
            .register(registry);
  }

  @Bean
  FeedStreamController feedStreamController(
      ReadFeed readFeed,
      HeadWatch headWatch,
      Streams streams,
      RecogniseDesk recogniseDesk,
      FeedForms feedForms,
      FeedSettings feed,
      Clock clock) {
    return new FeedStreamController(
        new FollowFeed(readFeed, headWatch, feed.sign(), feed.heartbeat()),
        streams,
        recogniseDesk,
        feedForms,
        clock);
  }
}
