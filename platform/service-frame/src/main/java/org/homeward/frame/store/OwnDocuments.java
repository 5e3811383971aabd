package org.homeward.frame.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.bson.Document;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.Incarnation;
import org.homeward.durable.document.JsonStateCodec;
import org.homeward.durable.document.Shapes;
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
  private final boolean writePrevious;

  public OwnDocuments(MongoDatabase database, Incarnation incarnation, Clock clock) {
    this(database, incarnation, clock, Watch.NOBODY, false);
  }

  /**
   * @param writePrevious states are written as the release before reads them
   */
  public OwnDocuments(
      MongoDatabase database,
      Incarnation incarnation,
      Clock clock,
      Watch watch,
      boolean writePrevious) {
    this.watch = watch;
    this.database = database;
    this.incarnation = incarnation;
    this.clock = clock;
    this.writePrevious = writePrevious;
  }

  /** Documents whose state is stored as JSON and has had one shape so far. */
  public <S> GuardedDocuments<S> of(String name, Class<S> type) {
    return of(name, type, Shapes.FIRST);
  }

  /** Documents whose state is stored as JSON. */
  public <S> GuardedDocuments<S> of(String name, Class<S> type, Shapes shapes) {
    Shapes written = writePrevious ? shapes.writingThePrevious() : shapes;
    return of(name, new JsonStateCodec<>(Json.mapper(), type, written));
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
