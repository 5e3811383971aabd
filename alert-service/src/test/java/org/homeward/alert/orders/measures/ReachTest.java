package org.homeward.alert.orders.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReachTest {

  @Test
  void aPartOfAllAddresseesIsReachedWhenItsLastOneIs() {
    var hundred = new Reach(100, 100, LongStream.rangeClosed(1, 100).boxed().toList().reversed());

    assertThat(hundred.until(50)).contains(50L);
    assertThat(hundred.until(90)).contains(90L);
    assertThat(hundred.until(99)).contains(99L);
    assertThat(hundred.until(100)).contains(100L);
  }

  @Test
  void aPartIsRoundedUpToWholePeople() {
    var three = new Reach(3, 3, List.of(10L, 20L, 30L));

    assertThat(three.until(50)).contains(20L);
    assertThat(three.until(90)).contains(30L);
  }

  @Test
  void whoeverIsNotReachedCountsAndWhoeverWasAtAnUnknownTimeIsTheLast() {
    var reach = new Reach(4, 3, List.of(10L, 20L));

    assertThat(reach.until(50)).contains(20L);
    assertThat(reach.until(90)).isEmpty();
    assertThat(reach.until(100)).isEmpty();
  }

  @Test
  void ofNobodyThereIsNoTime() {
    assertThat(new Reach(0, 0, List.of()).until(50)).isEmpty();
    assertThat(new Reach(7, 0, List.of()).until(50)).isEmpty();
  }

  @Test
  void nobodyIsReachedForWhomItWasNotMeant() {
    assertThatThrownBy(() -> new Reach(1, 2, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Reach(2, 1, List.of(1L, 2L)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
