package org.homeward.alert.orders.posters;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.Optional;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.AlertSamples;
import org.homeward.alert.orders.posters.FindFace.Face;
import org.homeward.alert.orders.posters.Poster.LeftOut;
import org.homeward.alert.orders.preview.PreviewSamples;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class WritePosterTest {

  private static Optional<Poster> written(Face face) {
    return written(face, AlertSamples.active());
  }

  private static Optional<Poster> written(Face face, Alert.Active alert) {
    return new WritePoster(
            (_, _, _) -> face, URI.create("https://hotline.example"), "116000", ZoneOffset.UTC)
        .write(PreviewSamples.ALERT, alert, "K7QX-2MRDU", PreviewSamples.NOW);
  }

  private static boolean shows(Poster poster, String child) {
    return poster.sheets().stream()
        .flatMap(sheet -> sheet.paragraphs().stream())
        .anyMatch(paragraph -> child.equals(paragraph.child()));
  }

  @Test
  void posterWhosePictureCannotBeReadNowIsNotMade() {
    assertThat(written(new Face.Away())).isEmpty();
  }

  @Test
  void posterSaysWhyItIsWithoutAPicture() {
    assertThat(written(new Face.None()).orElseThrow().leftOut())
        .containsExactly(new LeftOut(LeftOut.What.FACE, ""));
    assertThat(written(new Face.Labelled()).orElseThrow().leftOut())
        .containsExactly(new LeftOut(LeftOut.What.FACE_LABELLED, ""));
  }

  @Test
  @Proves(4)
  void aChildThatWasWithdrawnIsOnNoPoster() {
    Poster all = written(new Face.None()).orElseThrow();
    Poster less = written(new Face.None(), AlertSamples.activeWithoutTheBoy()).orElseThrow();

    assertThat(shows(all, PreviewSamples.BOY)).isTrue();
    assertThat(shows(less, PreviewSamples.BOY)).isFalse();
  }

  @Test
  @Proves(9)
  void aPosterOfAnExerciseSaysSo() {
    Poster real = written(new Face.None()).orElseThrow();
    Poster drill = written(new Face.None(), AlertSamples.going(1, 5, true)).orElseThrow();

    assertThat(real.exercise()).isEmpty();
    assertThat(drill.exercise()).isNotEmpty();
  }
}
