package org.homeward.durable.log;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.homeward.durable.Engines;
import org.homeward.durable.document.StoreConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedLogIT implements LogContract {

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
    return client.getDatabase("logs");
  }
}
