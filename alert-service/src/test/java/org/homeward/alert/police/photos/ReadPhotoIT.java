package org.homeward.alert.police.photos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeward.alert.photos.PhotoAnswer;
import org.homeward.alert.photos.PhotoCopies;
import org.homeward.alert.police.notices.NoticePhoto;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialPhotos;
import org.homeward.schema.facts.PhotoLabel;
import org.homeward.schema.facts.PhotoSource;
import org.homeward.schema.facts.PhotoWitness;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a photo while a desk waits for its bytes. */
class ReadPhotoIT {

  private static final byte[] CONTENT = "bytes of the photo".getBytes(UTF_8);
  private static final String NOTICE = UUID.randomUUID().toString();

  @TempDir Path directory;

  private final NoticePhoto photo =
      new NoticePhoto(
          UUID.randomUUID().toString(),
          UUID.randomUUID().toString(),
          UUID.randomUUID().toString(),
          Code.of(PhotoSource.FAMILY),
          null,
          Code.of(PhotoWitness.PARENT),
          Code.of(PhotoLabel.UNCHANGED),
          Map.of("400", sha256(CONTENT)));

  @Test
  @Proves({4, 7})
  void photoThatIsWithdrawnWhileItsBytesAreOnTheWayIsNotHandedOut() throws IOException {
    try (var photos = new TrialPhotos(TrialNode.get(), PhotoCopies.Again.NEVER, directory)) {
      photos.lists(photo.id(), "400");
      var intake = new Withdrawing(() -> photos.stop(NOTICE));

      assertThat(new ReadPhoto(photos.copies(), intake).read(NOTICE, photo, "400"))
          .isEqualTo(new PhotoAnswer.Nothing());

      assertThat(photos.hasKey(photo.id())).isFalse();
      assertThat(photos.hasBytes(photo.id())).isFalse();
    }
  }

  private record Withdrawing(Runnable meanwhile) implements org.homeward.alert.photos.PhotoSource {

    @Override
    public Optional<byte[]> bytes(String photo, String part) {
      meanwhile.run();
      return Optional.of(CONTENT);
    }

    @Override
    public boolean isThere(String photo, String part) {
      return true;
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
