package org.homeward.alert.orders.posters;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.Optional;
import org.homeward.alert.orders.alerts.AlertSamples;
import org.homeward.alert.orders.posters.FindFace.Face;
import org.homeward.alert.orders.posters.Poster.LeftOut;
import org.homeward.alert.orders.preview.PreviewSamples;
import org.junit.jupiter.api.Test;

class WritePosterTest {

  private static Optional<Poster> written(Face face) {
    return new WritePoster(
            (_, _, _) -> face, URI.create("https://hotline.example"), "116000", ZoneOffset.UTC)
        .write(PreviewSamples.ALERT, AlertSamples.active(), "K7QX-2MRDU", PreviewSamples.NOW);
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
}
