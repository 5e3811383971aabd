package org.homeward.intake.config;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.apache.kafka.clients.admin.Admin;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.HistoryArchive;
import org.homeward.durable.document.Incarnation;
import org.homeward.durable.document.JsonStateCodec;
import org.homeward.durable.document.StoreConnection;
import org.homeward.durable.document.WriteSettings;
import org.homeward.durable.log.Log;
import org.homeward.durable.publication.OwnTopic;
import org.homeward.intake.cases.Case;
import org.homeward.schema.json.Json;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database: the cases with their history, and the log of looks. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

  @Bean
  MongoClient store(NodeSettings node) {
    return StoreConnection.open(node.storeUri());
  }

  @Bean
  MongoDatabase database(MongoClient store, NodeSettings node) {
    return store.getDatabase(node.node() + "_intake");
  }

  @Bean
  GuardedDocuments<Case> cases(MongoDatabase database, Incarnation incarnation, Clock clock) {
    return new GuardedDocuments<>(
        database,
        "cases",
        new JsonStateCodec<>(Json.mapper(), Case.class, 1),
        incarnation,
        clock,
        WriteSettings.DEFAULT);
  }

  @Bean
  HistoryArchive caseHistory(GuardedDocuments<Case> cases, MongoDatabase database) {
    return new HistoryArchive(cases, database.getCollection("case-history"));
  }

  @Bean
  Log audit(MongoDatabase database) {
    return new Log(database, "audit");
  }

  @Bean
  Opening opening(
      IntakeSettings settings,
      NodeSettings node,
      MongoDatabase database,
      Admin broker,
      GuardedDocuments<Case> cases,
      Log audit) {
    return new Opening(
        settings.startPatience(),
        () -> {
          OwnTopic.claim(database, broker, node.node(), node.topic("cases"), node.topic("poison"));
          cases.prepare("standing");
          audit.prepare();
        });
  }
}
