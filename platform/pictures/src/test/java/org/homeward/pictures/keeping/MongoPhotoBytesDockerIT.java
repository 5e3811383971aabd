package org.homeward.pictures.keeping;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.homeward.durable.store.StoreConnection;
import org.homeward.testkit.RealEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.testcontainers.mongodb.MongoDBContainer;

@Tag("docker")
class MongoPhotoBytesDockerIT implements GridPhotosContract {

  private static MongoDBContainer store;
  private static MongoClient client;

  @BeforeAll
  static void start() {
    store = RealEngines.store();
    client = StoreConnection.open(RealEngines.uri(store));
  }

  @AfterAll
  static void stop() {
    if (client != null) {
      client.close();
      store.close();
    }
  }

  @Override
  public MongoDatabase database() {
    return client.getDatabase("photos");
  }
}
