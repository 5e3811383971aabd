package org.homeward.pictures.keeping;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/**
 * Photos of several machines, in GridFS of MongoDB: the bytes first, then the entry that names
 * them. The embedded store is no place for them, because it keeps everything in memory.
 */
public final class MongoPhotoBytes implements PhotoBytes {
  private static final String BUCKET = "photos";
  private static final String PHOTO = "metadata.photo";
  private static final String UPLOADED = "uploadDate";
  private static final String FILE = "files_id";

  private final GridFSBucket bucket;
  private final MongoCollection<Document> chunks;

  public MongoPhotoBytes(MongoDatabase database) {
    var durable =
        database
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
            .withReadConcern(ReadConcern.MAJORITY)
            .withReadPreference(ReadPreference.primary());
    bucket = GridFSBuckets.create(durable, BUCKET);
    chunks = durable.getCollection(BUCKET + ".chunks");
  }

  @Override
  public void put(PhotoName name, SealedPhoto photo) {
    run(
        () -> {
          var options = new GridFSUploadOptions().metadata(new Document("photo", name.photo()));
          ObjectId newest =
              bucket.uploadFromStream(
                  fileName(name), new ByteArrayInputStream(photo.bytes()), options);
          for (GridFSFile file : files(Filters.eq("filename", fileName(name)))) {
            if (file.getObjectId().compareTo(newest) < 0) {
              bucket.delete(file.getObjectId());
            }
          }
        });
  }

  @Override
  public Optional<SealedPhoto> get(PhotoName name) {
    return call(
        () ->
            files(Filters.eq("filename", fileName(name))).stream()
                .findFirst()
                .map(file -> new SealedPhoto(bytes(file))));
  }

  @Override
  public void delete(String photo) {
    run(() -> files(Filters.eq(PHOTO, photo)).forEach(file -> bucket.delete(file.getObjectId())));
  }

  @Override
  public void eachOlderThan(Instant limit, Consumer<String> photo) {
    Set<String> older = new TreeSet<>();
    run(
        () -> {
          removeUnfinished(limit);
          for (GridFSFile file : files(Filters.lt(UPLOADED, Date.from(limit)))) {
            older.add(String.valueOf(file.getFilename()).replaceFirst("/.*", ""));
          }
          for (GridFSFile file : files(Filters.gte(UPLOADED, Date.from(limit)))) {
            older.remove(String.valueOf(file.getFilename()).replaceFirst("/.*", ""));
          }
        });
    older.forEach(photo);
  }

  /** The store watches its own disk. */
  @Override
  public OptionalLong room() {
    return OptionalLong.empty();
  }

  /** Bytes whose entry was never written. */
  private void removeUnfinished(Instant limit) {
    var firstOfLater = new ObjectId(Date.from(limit), 0);
    for (ObjectId file : chunks.distinct(FILE, Filters.lt(FILE, firstOfLater), ObjectId.class)) {
      if (files(Filters.eq("_id", file)).isEmpty()) {
        chunks.deleteMany(Filters.eq(FILE, file));
      }
    }
  }

  /** The newest first. */
  private List<GridFSFile> files(Bson filter) {
    return bucket.find(filter).sort(Sorts.descending("_id")).into(new ArrayList<>());
  }

  private byte[] bytes(GridFSFile file) {
    var bytes = new ByteArrayOutputStream((int) file.getLength());
    bucket.downloadToStream(file.getObjectId(), bytes);
    return bytes.toByteArray();
  }

  private static String fileName(PhotoName name) {
    return name.photo() + "/" + name.part();
  }

  private static void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }

  private static <T> T call(Supplier<T> work) {
    try {
      return work.get();
    } catch (MongoException e) {
      throw new PhotosAway(e);
    }
  }
}
