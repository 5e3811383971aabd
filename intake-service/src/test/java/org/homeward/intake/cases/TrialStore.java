package org.homeward.intake.cases;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.homeward.durable.store.StoreConnection;
import org.homeward.engines.store.EmbeddedStore;
import org.homeward.testkit.FreePorts;

/** A store of a test class, with a connection. */
public final class TrialStore implements AutoCloseable {

  private final EmbeddedStore store;
  private final MongoClient client;

  private TrialStore(EmbeddedStore store) {
    this.store = store;
    this.client = StoreConnection.open(store.connectionString());
  }

  public static TrialStore open(Path directory) throws IOException {
    return new TrialStore(
        EmbeddedStore.open(EmbeddedStore.Settings.of(directory, FreePorts.take())));
  }

  public MongoDatabase database() {
    return client.getDatabase("rs_intake");
  }

  @Override
  public void close() {
    client.close();
    store.close();
  }
}
