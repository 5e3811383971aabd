package org.homeward.engines.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.homeward.testkit.RealEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.testcontainers.mongodb.MongoDBContainer;

/** What the embedded store imitates keeps the same contract. */
@Tag("docker")
class MongoStoreContractDockerIT implements StoreContract {
  private static MongoDBContainer store;
  private static MongoClient client;

  @BeforeAll
  static void open() {
    store = RealEngines.store();
    client = MongoClients.create(RealEngines.uri(store) + "/?w=majority&journal=true");
  }

  @AfterAll
  static void close() {
    if (client != null) {
      client.close();
      store.close();
    }
  }

  @Override
  public MongoCollection<Document> collection(String name) {
    return client.getDatabase("contract").getCollection(name);
  }
}
