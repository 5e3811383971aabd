package org.homeward.pictures.keeping;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.homeward.durable.store.StoreConnection;
import org.homeward.engines.store.EmbeddedStore;
import org.homeward.engines.store.StoreLogin;
import org.homeward.testkit.FreePorts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The adapter's own steps; no node keeps photos in the embedded store. */
class MongoPhotoBytesIT implements GridPhotosContract {
  private static final StoreLogin LOGIN = StoreLogin.of("0123456789abcdefghijklmnopqrstuv");

  @TempDir static Path directory;

  private static EmbeddedStore store;
  private static MongoClient client;

  @BeforeAll
  static void start() throws IOException {
    int port = FreePorts.take();
    store = EmbeddedStore.open(EmbeddedStore.Settings.of(directory, port).withLogin(LOGIN));
    client = StoreConnection.open(LOGIN.address(port));
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    store.close();
  }

  @Override
  public MongoDatabase database() {
    return client.getDatabase("photos");
  }
}
