package org.homeward.frame.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.bson.Document;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.Incarnation;
import org.homeward.durable.document.JsonStateCodec;
import org.homeward.durable.document.StateCodec;
import org.homeward.durable.document.Watch;
import org.homeward.durable.document.WriteSettings;
import org.homeward.schema.json.Json;

/** Opens the collections of this service's database. */
public final class OwnDocuments {

  private final MongoDatabase database;
  private final Incarnation incarnation;
  private final Clock clock;
  private final Watch watch;

  public OwnDocuments(MongoDatabase database, Incarnation incarnation, Clock clock) {
    this(database, incarnation, clock, Watch.NOBODY);
  }

  public OwnDocuments(MongoDatabase database, Incarnation incarnation, Clock clock, Watch watch) {
    this.watch = watch;
    this.database = database;
    this.incarnation = incarnation;
    this.clock = clock;
  }

  /** Documents whose state is stored as JSON in its first schema. */
  public <S> GuardedDocuments<S> of(String name, Class<S> type) {
    return of(name, new JsonStateCodec<>(Json.mapper(), type, 1));
  }

  public <S> GuardedDocuments<S> of(String name, StateCodec<S> codec) {
    return new GuardedDocuments<>(database, name, codec, incarnation, clock, WriteSettings.DEFAULT)
        .watchedBy(watch);
  }

  /** A collection that is no guarded document, such as an archive of histories. */
  public MongoCollection<Document> archive(String name) {
    return database.getCollection(name);
  }
}
