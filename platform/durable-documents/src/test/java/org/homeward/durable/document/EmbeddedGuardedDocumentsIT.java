package org.homeward.durable.document;

import com.mongodb.client.MongoDatabase;
import org.homeward.durable.Engines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedGuardedDocumentsIT
    implements GuardedDocumentsContract, HistoryContract, ListsContract {

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
    return engines.client().getDatabase("documents");
  }
}
