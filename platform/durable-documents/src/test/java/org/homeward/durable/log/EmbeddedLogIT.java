package org.homeward.durable.log;

import com.mongodb.client.MongoDatabase;
import org.homeward.durable.Engines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedLogIT implements LogContract {

  private static Engines engines;

  @BeforeAll
  static void start() {
    engines = Engines.store();
  }

  @AfterAll
  static void stop() {
    engines.close();
  }

  @Override
  public MongoDatabase database() {
    return engines.client().getDatabase("logs");
  }
}
