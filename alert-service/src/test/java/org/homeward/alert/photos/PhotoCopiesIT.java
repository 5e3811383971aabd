package org.homeward.alert.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialPhotos;
import org.homeward.pictures.keeping.PhotosAway;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No copy can be opened once its notice lists it no more. */
class PhotoCopiesIT {

  private static final String NOTICE = UUID.randomUUID().toString();

  @TempDir Path directory;

  private final List<String> links =
      List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
  private TrialPhotos photos;

  @BeforeEach
  void keepTwo() throws IOException {
    photos = new TrialPhotos(TrialNode.get(), PhotoCopies.Again.WHEN_LISTED, directory);
    for (String link : links) {
      photos.lists(link, "400");
      photos.copies().keep(NOTICE, link, "400", new byte[] {1});
    }
    assertThat(links).allMatch(photos::hasKey).allMatch(photos::hasBytes);
  }

  @AfterEach
  void close() {
    photos.close();
  }

  @Test
  @Proves(7)
  void noKeyIsLeftThoughThePlaceOfTheBytesIsAway() {
    photos.placeIsAway(true);
    assertThat(links).noneMatch(link -> photos.copies().goneSince(link).isPresent());

    assertThatThrownBy(() -> photos.stop(NOTICE)).isInstanceOf(PhotosAway.class);

    assertThat(links).noneMatch(photos::hasKey);
    assertThat(links).allMatch(link -> photos.copies().goneSince(link).isPresent());
    photos.placeIsAway(false);
    photos.copies().drop(NOTICE);
    assertThat(links).noneMatch(photos::hasBytes);
  }
}
