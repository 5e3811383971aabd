package org.homeward.alert.trial;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.homeward.alert.photos.PhotoCopies;
import org.homeward.alert.photos.PhotoCopy;
import org.homeward.durable.document.DocumentSettings;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.shape.JsonStateCodec;
import org.homeward.durable.shape.Shapes;
import org.homeward.durable.store.StoreConnection;
import org.homeward.pictures.keeping.FilePhotoBytes;
import org.homeward.pictures.keeping.PhotoBytes;
import org.homeward.pictures.keeping.PhotoName;
import org.homeward.pictures.keeping.SealedPhoto;
import org.homeward.schema.json.Json;

/** Copies of photos beside those of the service, in a place that a test can cut off. */
public final class TrialPhotos implements AutoCloseable {

  private final MongoClient client;
  private final GuardedDocuments<PhotoCopy> documents;
  private final Map<String, Set<String>> listed = new ConcurrentHashMap<>();
  private final Place place;
  private final PhotoCopies copies;

  public TrialPhotos(TrialNode node, PhotoCopies.Again again, Path directory) throws IOException {
    client = StoreConnection.open(node.storeUri());
    documents =
        new GuardedDocuments<>(
            client.getDatabase("trial-photos"),
            "copies-" + UUID.randomUUID(),
            new JsonStateCodec<>(Json.mapper(), PhotoCopy.class, Shapes.FIRST),
            DocumentSettings.first(node.clock()),
            List.of());
    documents.prepare(PhotoCopy.NOTICE);
    place = new Place(directory);
    copies = new PhotoCopies(documents, _ -> Map.copyOf(listed), again, place, node.clock());
  }

  public PhotoCopies copies() {
    return copies;
  }

  /** Every notice lists it. */
  public void lists(String link, String size) {
    listed.put(link, Set.of(size));
  }

  /** As after a stop: the photos of the notice are listed no more, and dropped. */
  public void stop(String notice) {
    listed.clear();
    copies.drop(notice);
  }

  public boolean hasKey(String link) {
    return documents.find(link).filter(copy -> copy.state() instanceof PhotoCopy.Held).isPresent();
  }

  public boolean hasBytes(String link) {
    return place.hasBytes(link);
  }

  /** Whether the place of the bytes can be reached. */
  public void placeIsAway(boolean away) {
    place.away = away;
  }

  @Override
  public void close() {
    client.close();
  }

  private static final class Place implements PhotoBytes {
    private final Path directory;
    private final PhotoBytes reached;
    private final PhotoBytes broken;
    private volatile boolean away;

    Place(Path root) throws IOException {
      directory = root.resolve("reached");
      reached = new FilePhotoBytes(directory);
      Path noDirectory = root.resolve("broken");
      broken = new FilePhotoBytes(noDirectory);
      Files.delete(noDirectory);
      Files.createFile(noDirectory);
    }

    boolean hasBytes(String photo) {
      return Files.exists(directory.resolve(photo));
    }

    private PhotoBytes now() {
      return away ? broken : reached;
    }

    @Override
    public void put(PhotoName name, SealedPhoto photo) {
      now().put(name, photo);
    }

    @Override
    public Optional<SealedPhoto> get(PhotoName name) {
      return now().get(name);
    }

    @Override
    public void delete(String photo) {
      now().delete(photo);
    }

    @Override
    public void eachOlderThan(Instant limit, Consumer<String> photo) {
      now().eachOlderThan(limit, photo);
    }

    @Override
    public OptionalLong room() {
      return now().room();
    }
  }
}
