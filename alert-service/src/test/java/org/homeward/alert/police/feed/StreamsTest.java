package org.homeward.alert.police.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.homeward.alert.police.feed.Streams.Place;
import org.junit.jupiter.api.Test;

class StreamsTest {

  private final List<String> displaced = new ArrayList<>();
  private final Streams streams = new Streams(2, 4, displaced::add);

  private Place take(String desk) {
    return streams.take(desk).orElseThrow();
  }

  @Test
  void oneMoreThanADeskMayHaveEndsItsOldest() {
    Place first = take("one");
    Place second = take("one");
    assertThat(displaced).isEmpty();

    Place third = take("one");

    assertThat(first.isHeld()).isFalse();
    assertThat(second.isHeld()).isTrue();
    assertThat(third.isHeld()).isTrue();
    assertThat(displaced).containsExactly("one");
    assertThat(streams.open()).isEqualTo(2);
    first.close();
    assertThat(streams.open()).as("it gave its place away already").isEqualTo(2);
    take("one");
    assertThat(second.isHeld()).isFalse();
  }

  @Test
  void whenAllAreTakenADeskThatHasNoneGetsNoneAndOneThatHasLosesItsOldest() {
    Place two = take("two");
    take("one");
    take("one");
    take("three");

    assertThat(streams.take("four")).isEmpty();
    assertThat(take("two").isHeld()).isTrue();

    assertThat(two.isHeld()).isFalse();
    assertThat(displaced).containsExactly("two");
    assertThat(streams.open()).isEqualTo(4);
  }

  @Test
  void placeThatIsClosedIsFreeForAnybody() {
    Place first = take("one");
    take("one");
    take("two");
    take("two");

    first.close();
    first.close();

    assertThat(streams.open()).isEqualTo(3);
    assertThat(take("three").isHeld()).isTrue();
    assertThat(displaced).isEmpty();
  }
}
