package org.homeward.intake.config;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.HistoryArchive;
import org.homeward.durable.document.Incarnation;
import org.homeward.durable.document.JsonStateCodec;
import org.homeward.durable.document.StoreConnection;
import org.homeward.durable.document.WriteSettings;
import org.homeward.durable.log.Log;
import org.homeward.intake.cases.Case;
import org.homeward.intake.mongo.AuditLog;
import org.homeward.schema.json.Json;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands in the store: the cases with their history, and the audit trail. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

  @Bean
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
  }

  @Bean
  MongoClient mongoClient(IntakeSettings settings) {
    return StoreConnection.open(settings.storeUri());
  }

  @Bean
  MongoDatabase database(MongoClient client, IntakeSettings settings) {
    return client.getDatabase(settings.database());
  }

  @Bean
  GuardedDocuments<Case> cases(
      MongoDatabase database, IntakeSettings settings, Clock clock, Engines engines) {
    engines.ready();
    var cases =
        new GuardedDocuments<>(
            database,
            "cases",
            new JsonStateCodec<>(Json.mapper(), Case.class, 1),
            Incarnation.read(settings.dataDirectory().resolve("incarnation")),
            clock,
            WriteSettings.DEFAULT);
    cases.prepare("standing");
    return cases;
  }

  @Bean
  HistoryArchive caseHistory(GuardedDocuments<Case> cases, MongoDatabase database) {
    return new HistoryArchive(cases, database.getCollection("case-history"));
  }

  @Bean
  AuditLog auditLog(MongoDatabase database, Engines engines) {
    engines.ready();
    var log = new Log(database, "audit");
    log.prepare();
    return new AuditLog(log);
  }
}
