package org.homeward.bridge.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.homeward.bridge.partners.HighestVersion;

/** The registry's marker. */
public final class MongoHighestVersion implements HighestVersion {

  private static final String ID = "registry";

  private final MongoCollection<Document> markers;

  public MongoHighestVersion(MongoDatabase database) {
    markers = database.getCollection("markers");
  }

  @Override
  public long seen() {
    Document marker = markers.find(eq("_id", ID)).first();
    return marker == null ? 0 : marker.getLong("version");
  }

  @Override
  public void raise(long version) {
    markers.updateOne(eq("_id", ID), max("version", version), new UpdateOptions().upsert(true));
  }
}
