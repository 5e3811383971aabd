package org.homeward.durable.document;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.homeward.durable.Engines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedGuardedDocumentsIT implements GuardedDocumentsContract {

  private static Engines engines;
  private static MongoClient client;

  @BeforeAll
  static void start() {
    engines = Engines.store();
    client = StoreConnection.open(engines.storeUri());
  }

  @AfterAll
  static void stop() {
    client.close();
    engines.close();
  }

  @Override
  public MongoDatabase database() {
    return client.getDatabase("documents");
  }
}
