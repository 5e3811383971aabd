package org.homeward.alert.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bson.Document;
import org.homeward.alert.slices.Delivery;
import org.homeward.alert.slices.Slice;
import org.junit.jupiter.api.Test;

class SliceCodecTest {

  private final SliceCodec codec = new SliceCodec();

  @Test
  void historyKeepsTheOldValuesOfWhatAWriteChanged() {
    var before = open(Map.of(1L, delivery("sr"), 2L, delivery("sr")));
    var after = open(Map.of(1L, delivery("sr"), 2L, delivery("en"), 3L, delivery("sr")));
    Document past = codec.past(before, after);
    assertThat(past.get("deliveries", Document.class)).containsOnlyKeys("2");
    assertThat(((Slice.Open) codec.read(past, 1)).deliveries()).containsEntry(2L, delivery("sr"));
  }

  @Test
  void writeStoresNothingButWhatItChanged() {
    var before = open(Map.of(1L, delivery("sr"), 2L, delivery("sr"), 3L, delivery("sr")));
    var after = open(Map.of(1L, delivery("sr"), 2L, delivery("en")));
    var patch = codec.patch(before, after).orElseThrow();
    assertThat(patch.set()).containsOnlyKeys("deliveries.2");
    assertThat(patch.unset()).containsExactly("busyUntil", "deliveries.3");
  }

  private static Slice.Open open(Map<Long, Delivery> deliveries) {
    return new Slice.Open("a", "c", 1, deliveries, null);
  }

  private static Delivery delivery(String language) {
    return new Delivery(
        1, false, Delivery.State.ACCEPTED, false, 0, 0, null, null, null, language, false);
  }
}
