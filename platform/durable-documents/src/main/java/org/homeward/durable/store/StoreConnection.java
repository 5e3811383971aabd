package org.homeward.durable.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The one way to open the store: acknowledged by a majority, read from the primary, bounded. */
public final class StoreConnection {

  private StoreConnection() {}

  /**
   * The caller closes the client.
   *
   * @param listeners hear of every command
   */
  public static MongoClient open(String uri, CommandListener... listeners) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .commandListenerList(List.of(listeners))
            .applyConnectionString(new ConnectionString(uri))
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .readPreference(ReadPreference.primary())
            // Repeating is GuardedWrite's: it knows how to recognise a write of its own.
            .retryWrites(false)
            .applyToClusterSettings(c -> c.serverSelectionTimeout(1, TimeUnit.SECONDS))
            .applyToSocketSettings(
                s -> s.connectTimeout(1, TimeUnit.SECONDS).readTimeout(3, TimeUnit.SECONDS))
            .build());
  }
}
