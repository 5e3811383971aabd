package org.homeward.alert.config;

import java.time.Clock;
import org.homeward.alert.feed.ReadFeed;
import org.homeward.alert.feed.ShowNotice;
import org.homeward.alert.mongo.LogAuditTrail;
import org.homeward.alert.mongo.MongoFeedLog;
import org.homeward.alert.notices.DerivedIds;
import org.homeward.alert.notices.PoliceNotice;
import org.homeward.alert.web.FeedController;
import org.homeward.alert.web.FeedForms;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.log.Log;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.TransferRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The police feed, and the one way out to it. */
@Configuration(proxyBeanMethods = false)
public class FeedConfiguration {

  @Bean
  MongoFeedLog feedLog(Log policeFeed) {
    return new MongoFeedLog(policeFeed);
  }

  @Bean
  Disclosures disclosures(Log audit, NodeSettings node, Clock clock) {
    return new Disclosures(
        new LogAuditTrail(audit), TransferRules.withinNode(node.node(), node.country()), clock);
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
