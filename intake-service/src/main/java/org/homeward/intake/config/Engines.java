package org.homeward.intake.config;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.homeward.durable.publication.OwnTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Store and broker, which may come up later than this service. */
final class Engines {

  private static final Logger LOG = LoggerFactory.getLogger(Engines.class);

  private final MongoDatabase database;
  private final IntakeSettings settings;
  private boolean ready;

  Engines(MongoDatabase database, IntakeSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  /** Waits until both answer and belong to this node; a mismatch is final. */
  synchronized void ready() {
    long end = System.nanoTime() + settings.startPatience().toNanos();
    while (!ready) {
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", settings.kafka()))) {
        OwnTopic.claim(database, admin, settings.node(), settings.topic(), settings.poison());
        ready = true;
      } catch (MongoException | IllegalStateException e) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException(
              "store or broker did not answer within "
                  + settings.startPatience()
                  + "; start them, or correct HOMEWARD_STORE_URI and HOMEWARD_KAFKA",
              e);
        }
        LOG.info("waiting for store and broker: {}", e.getClass().getSimpleName());
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
      }
    }
  }
}
