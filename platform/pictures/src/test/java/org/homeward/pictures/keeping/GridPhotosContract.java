package org.homeward.pictures.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

/** What GridFS needs beyond the contract, in whichever engine. */
interface GridPhotosContract extends PhotoBytesContract {

  MongoDatabase database();

  @Override
  default PhotoBytes photos() {
    return new MongoPhotoBytes(database());
  }

  @Test
  default void bytesWithoutAnEntryAreDeletedLater() {
    var chunks = database().getCollection("photos.chunks");
    var half = new ObjectId(Date.from(Instant.EPOCH.plusSeconds(10)));
    chunks.insertOne(new Document("_id", new ObjectId()).append("files_id", half).append("n", 0));

    photos().eachOlderThan(Instant.EPOCH.plusSeconds(60), _ -> {});

    assertThat(chunks.countDocuments(new Document("files_id", half))).isZero();
  }

  @Test
  default void noBytesOfADeletedPhotoAreLeft() {
    PhotoBytes photos = photos();
    var name = new PhotoName("photo-0001", "large");
    photos.put(name, PhotoKey.fresh().seal(name, new byte[600_000]));
    photos.put(name, PhotoKey.fresh().seal(name, new byte[600_000]));

    photos.delete(name.photo());

    var files = database().getCollection("photos.files");
    assertThat(files.countDocuments(new Document("metadata.photo", name.photo()))).isZero();
    for (Document chunk : database().getCollection("photos.chunks").find()) {
      assertThat(files.countDocuments(new Document("_id", chunk.get("files_id")))).isOne();
    }
  }
}
