package org.homeward.alert.config;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.homeward.alert.feed.ReadFeed;
import org.homeward.alert.feed.ShowNotice;
import org.homeward.alert.mongo.MongoFeedLog;
import org.homeward.alert.notices.PoliceNotice;
import org.homeward.alert.web.FeedController;
import org.homeward.alert.web.FeedForms;
import org.homeward.durable.document.DerivedIds;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.log.Log;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.TransferRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The police feed, and the one way out to it. */
@Configuration(proxyBeanMethods = false)
public class FeedConfiguration {

  @Bean
  Log policeFeed(MongoDatabase database) {
    return new Log(database, "police-feed");
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
  FeedController feedController(
      MongoFeedLog feedLog,
      GuardedDocuments<PoliceNotice> policeNotices,
      Disclosures disclosures,
      DerivedIds ids,
      NodeSettings node,
      AlertSettings settings) {
    return new FeedController(
        new ReadFeed(feedLog, policeNotices, disclosures, node.node()),
        new ShowNotice(policeNotices, disclosures, node.node()),
        new FeedForms(
            ids.of("feed", node.node() + "/police", 0),
            node.node(),
            settings.phone(),
            settings.gateway()));
  }
}
