package org.homeward.alert.orders.openphotos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeward.alert.orders.preview.OpenPhoto;
import org.homeward.alert.photos.PhotoAnswer;
import org.homeward.alert.photos.PhotoCopies;
import org.homeward.alert.photos.PhotoSource;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialPhotos;
import org.homeward.durable.command.DerivedIds;
import org.homeward.schema.facts.PhotoLabel;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a picture while a reader waits for its bytes. */
class ReadOpenPhotoIT {

  private static final byte[] CONTENT = "a part of the photo".getBytes(UTF_8);
  private static final String ALERT = UUID.randomUUID().toString();

  @TempDir Path directory;

  private final TrialNode node = TrialNode.get();
  private final DerivedIds ids = new DerivedIds(new byte[32]);
  private final OpenPhoto photo =
      new OpenPhoto(
          UUID.randomUUID().toString(),
          UUID.randomUUID().toString(),
          Code.of(PhotoLabel.UNCHANGED),
          null,
          Map.of("400", sha256(CONTENT)));
  private final String link = ReadOpenPhoto.link(ids, ALERT, photo);
  private final FetchPlaces places = new FetchPlaces(Duration.ZERO);
  private final Intake intake = new Intake();
  private TrialPhotos photos;
  private ReadOpenPhoto readOpenPhoto;

  private static final class Intake implements PhotoSource {
    private Runnable meanwhile = () -> {};
    private Runnable whileAsked = () -> {};
    private int loads;

    @Override
    public Optional<byte[]> bytes(String photo, String part) {
      loads++;
      meanwhile.run();
      return Optional.of(CONTENT);
    }

    @Override
    public boolean isThere(String photo, String part) {
      whileAsked.run();
      return true;
    }
  }

  @BeforeEach
  void show() throws IOException {
    photos = new TrialPhotos(node, PhotoCopies.Again.WHEN_LISTED, directory);
    photos.lists(link, "400");
    readOpenPhoto = new ReadOpenPhoto(photos.copies(), intake, ids, places, node.clock());
  }

  @AfterEach
  void close() {
    photos.close();
  }

  private PhotoAnswer read() {
    return readOpenPhoto.read(ALERT, photo, "400");
  }

  @Test
  @Proves({4, 7, 8})
  void stopThatComesWhileItsBytesAreOnTheWayHoldsAndLeavesNone() {
    intake.meanwhile = () -> photos.stop(ALERT);

    assertThat(read()).isEqualTo(new PhotoAnswer.Nothing());

    assertThat(intake.loads).isEqualTo(1);
    assertThat(photos.hasKey(link)).isFalse();
    assertThat(photos.hasBytes(link)).isFalse();
  }

  @Test
  @Proves(4)
  void stopThatComesWhileIntakeIsAskedAboutAKeptPictureHolds() {
    assertThat(read()).isInstanceOf(PhotoAnswer.Bytes.class);
    node.clock().advance(TakenBack.EVERY);
    assertThat(read()).as("nothing has stopped it").isInstanceOf(PhotoAnswer.Bytes.class);
    node.clock().advance(TakenBack.EVERY);
    intake.whileAsked = () -> photos.stop(ALERT);

    assertThat(read()).isEqualTo(new PhotoAnswer.Nothing());
    assertThat(intake.loads).as("it was kept").isEqualTo(1);
  }

  @Test
  @Proves(4)
  void stopHoldsThoughThePlaceOfTheBytesIsAway() {
    photos.placeIsAway(true);
    assertThat(read()).as("nobody waits for a disk").isInstanceOf(PhotoAnswer.Bytes.class);
    intake.meanwhile = () -> photos.stop(UUID.randomUUID().toString());

    assertThat(read()).isEqualTo(new PhotoAnswer.Nothing());
  }

  @Test
  void whoeverFindsNoPlaceLoadsNothingAndReadsWhatIsKept() {
    for (int i = 0; i < FetchPlaces.AT_A_TIME; i++) {
      places.take();
    }
    assertThat(read()).isEqualTo(new PhotoAnswer.Away());
    assertThat(intake.loads).isZero();
    places.give();

    assertThat(read()).isInstanceOf(PhotoAnswer.Bytes.class);

    assertThat(places.take()).as("it was given back").isTrue();
    assertThat(read()).isInstanceOf(PhotoAnswer.Bytes.class);
    assertThat(intake.loads).isEqualTo(1);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
