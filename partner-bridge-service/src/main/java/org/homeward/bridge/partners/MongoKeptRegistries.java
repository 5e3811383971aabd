package org.homeward.bridge.partners;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.Binary;

/** The registry's markers. */
final class MongoKeptRegistries implements KeptRegistries {

  private static final String ID = "registry";
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> markers;

  MongoKeptRegistries(MongoDatabase database) {
    markers = database.getCollection("markers");
  }

  @Override
  public long highest() {
    Document marker = markers.find(eq("_id", ID)).first();
    return marker == null ? 0 : marker.getLong("version");
  }

  @Override
  public Optional<byte[]> newest() {
    return Optional.ofNullable(markers.find(eq("_id", ID)).first())
        .map(marker -> marker.get("file", Binary.class))
        .map(Binary::getData);
  }

  @Override
  public void take(long version, byte[] file) {
    markers.updateOne(eq("_id", ID), max("version", version), UPSERT);
    markers.updateOne(and(eq("_id", ID), eq("version", version)), set("file", new Binary(file)));
  }

  @Override
  public Map<String, byte[]> leftOut() {
    Map<String, byte[]> files = new TreeMap<>();
    markers
        .find(exists("leftOut"))
        .forEach(
            marker ->
                files.put(marker.getString("leftOut"), marker.get("file", Binary.class).getData()));
    return files;
  }

  @Override
  public void leaveOut(String partner, byte[] file) {
    markers.updateOne(
        eq("_id", ID + "/" + partner),
        combine(set("leftOut", partner), set("file", new Binary(file))),
        UPSERT);
  }
}
