package org.homeward.alert.config;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.apache.kafka.clients.admin.Admin;
import org.homeward.alert.copies.CaseCopy;
import org.homeward.alert.desks.Desk;
import org.homeward.alert.notices.PoliceNotice;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.Incarnation;
import org.homeward.durable.document.JsonStateCodec;
import org.homeward.durable.document.StoreConnection;
import org.homeward.durable.document.WriteSettings;
import org.homeward.durable.log.Log;
import org.homeward.durable.publication.OwnTopic;
import org.homeward.schema.json.Json;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database: three collections of documents and two logs. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

  @Bean
  MongoClient store(NodeSettings node) {
    return StoreConnection.open(node.storeUri());
  }

  @Bean
  MongoDatabase database(MongoClient store, NodeSettings node) {
    return store.getDatabase(node.node() + "_alert");
  }

  @Bean
  GuardedDocuments<CaseCopy> caseCopies(
      MongoDatabase database, Incarnation incarnation, Clock clock) {
    return documents(database, "case-copies", CaseCopy.class, incarnation, clock);
  }

  @Bean
  GuardedDocuments<PoliceNotice> policeNotices(
      MongoDatabase database, Incarnation incarnation, Clock clock) {
    return documents(database, "police-notices", PoliceNotice.class, incarnation, clock);
  }

  @Bean
  GuardedDocuments<Desk> desks(MongoDatabase database, Incarnation incarnation, Clock clock) {
    return documents(database, "desks", Desk.class, incarnation, clock);
  }

  @Bean
  Log policeFeed(MongoDatabase database) {
    return new Log(database, "police-feed");
  }

  @Bean
  Log audit(MongoDatabase database) {
    return new Log(database, "audit");
  }

  @Bean
  Opening opening(
      AlertSettings settings,
      NodeSettings node,
      MongoDatabase database,
      Admin broker,
      GuardedDocuments<CaseCopy> caseCopies,
      GuardedDocuments<PoliceNotice> policeNotices,
      GuardedDocuments<Desk> desks,
      Log policeFeed,
      Log audit) {
    return new Opening(
        settings.startPatience(),
        () -> {
          OwnTopic.claim(database, broker, node.node(), node.topic("alerts"), node.topic("poison"));
          caseCopies.prepare();
          policeNotices.prepare();
          desks.prepare();
          policeFeed.prepare();
          audit.prepare();
        });
  }

  private static <S> GuardedDocuments<S> documents(
      MongoDatabase database, String name, Class<S> type, Incarnation incarnation, Clock clock) {
    return new GuardedDocuments<>(
        database,
        name,
        new JsonStateCodec<>(Json.mapper(), type, 1),
        incarnation,
        clock,
        WriteSettings.DEFAULT);
  }
}
