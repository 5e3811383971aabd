package org.homeward.alert.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.alert.feed.Streams.Admission;
import org.junit.jupiter.api.Test;

class StreamsTest {

  private final Streams streams = new Streams(1, 2);

  @Test
  void aDeskHasItsShareAndAllHaveALimit() {
    Admission one = streams.admit("one");

    assertThat(one).isInstanceOf(Admission.Admitted.class);
    assertThat(streams.admit("one")).isInstanceOf(Admission.DeskHasEnough.class);
    assertThat(streams.admit("two")).isInstanceOf(Admission.Admitted.class);
    assertThat(streams.admit("three")).isInstanceOf(Admission.Full.class);
    assertThat(streams.open()).isEqualTo(2);

    ((Admission.Admitted) one).close();

    assertThat(streams.open()).isEqualTo(1);
    assertThat(streams.admit("one")).isInstanceOf(Admission.Admitted.class);
  }
}
