package org.homeward.alert.police.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.homeward.durable.command.DerivedIds;
import org.junit.jupiter.api.Test;

class ReferencesTest {

  private final References references = new References("rs", ids -> Map.of(), ids(0));

  private static DerivedIds ids(int key) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) key;
    return new DerivedIds(bytes);
  }

  @Test
  void noTwoNumbersHaveOneReference() {
    Set<String> seen = new HashSet<>();
    LongStream.range(0, 1 << 20)
        .forEach(number -> assertThat(seen.add(references.of(number))).as("%d", number).isTrue());
  }

  @Test
  void referencesGrowWhenHalfOfTheirLengthIsUsed() {
    long half = 1 << 19;
    assertThat(references.of(half - 1)).matches("RS-[2-9A-HJ-NP-Z]{4}");
    assertThat(references.of(half)).matches("RS-[2-9A-HJ-NP-Z]{5}");
    assertThat(references.of(1L << 24)).matches("RS-[2-9A-HJ-NP-Z]{6}");
    assertThat(references.of(1L << 40)).matches("RS-[2-9A-HJ-NP-Z]{9}");
  }

  @Test
  void neighboursDoNotLookLikeNeighboursAndNodesDiffer() {
    List<String> some = LongStream.range(1, 200).mapToObj(references::of).toList();
    assertThat(some.stream().map(text -> text.substring(0, 4)).distinct()).hasSize(32);
    assertThat(some.stream().map(text -> text.substring(0, 6)).distinct()).hasSizeGreaterThan(150);
    var others = new References("rs", ids -> Map.of(), ids(1));
    assertThat(LongStream.range(1, 200).mapToObj(others::of).toList()).doesNotContainSequence(some);
  }

  @Test
  void aNumberIsFoundByItsReferenceAndNothingByAnyOther() {
    for (long number : new long[] {0, 1, 17, (1 << 19) - 1, 1 << 19, 1L << 24, (1L << 40) + 5}) {
      assertThat(references.number(references.of(number))).as("%d", number).hasValue(number);
    }
    LongStream.range(0, 5_000)
        .forEach(n -> assertThat(references.number(references.of(n))).hasValue(n));
    for (String none : List.of("", "RS-", "RS-7KQ", "GR-7KQ2", "RS-7KQO", "RS-7KQ27KQ27KQ27KQ2")) {
      assertThat(references.number(none)).as(none).isEmpty();
    }
  }

  @Test
  void aNoticeIsNamedByItsNumber() {
    var named = new References("gr", ids -> Map.of("a", 7L, "b", 8L), ids(0));
    assertThat(named.of(List.of("a", "b"))).isEqualTo(Map.of("a", named.of(7), "b", named.of(8)));
    assertThat(named.of(7)).startsWith("GR-");
  }
}
