package org.homeward.alert.subscribers.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Segments are counted as providers count them. */
class SegmentsTest {

  @ParameterizedTest
  @CsvSource({
    "a, 160, 1",
    "a, 161, 2",
    "a, 306, 2",
    "a, 307, 3",
    "€, 80,  1",
    "€, 81,  2",
    "Δ, 160, 1",
    "ж, 70,  1",
    "ж, 71,  2",
    "ж, 134, 2",
    "ж, 135, 3",
    "😀, 35,  1",
    "😀, 36,  2"
  })
  void aTextTakesSoManySegments(String letter, int times, int segments) {
    assertThat(Segments.count(letter.repeat(times))).isEqualTo(segments);
  }

  @Test
  void aLetterOfTwoPlacesIsNotCutInTwo() {
    List<Segments.Segment> cut = Segments.of("a".repeat(152) + "€" + "b".repeat(10), "m");

    assertThat(cut).hasSize(2);
    assertThat(cut.getFirst().bytes()).hasSize(6 + 152);
    assertThat(cut.getLast().bytes()).hasSize(6 + 2 + 10);
    assertThat(cut.getLast().bytes()[6]).isEqualTo((byte) 0x1b);
  }

  @Test
  void aPairOfSurrogatesIsNotCutInTwo() {
    List<Segments.Segment> cut = Segments.of("ж".repeat(66) + "😀" + "ж".repeat(5), "m");

    assertThat(cut.getFirst().bytes()).hasSize(6 + 2 * 66);
    assertThat(cut.getLast().bytes()).hasSize(6 + 4 + 10);
  }

  @Test
  void oneThatStandsAloneHasNoHeader() {
    Segments.Segment alone = Segments.of("Zovite 116 000 @", "m").getFirst();

    assertThat(alone.headed()).isFalse();
    assertThat(alone.coding()).isEqualTo(Segments.GSM);
    assertThat(alone.bytes()).startsWith('Z', 'o').endsWith((byte) 0);
  }

  @Test
  @Proves(2)
  void headersSayWhichPieceOfHowManyAndAreEqualInEveryRepetition() {
    List<Segments.Segment> first = Segments.of("ж".repeat(150), "m");
    List<Segments.Segment> again = Segments.of("ж".repeat(150), "m");

    byte number = (byte) "m".hashCode();
    assertThat(first).hasSize(3);
    for (int n = 0; n < 3; n++) {
      assertThat(first.get(n).bytes())
          .startsWith((byte) 5, (byte) 0, (byte) 3, number, (byte) 3, (byte) (n + 1))
          .isEqualTo(again.get(n).bytes());
      assertThat(first.get(n).coding()).isEqualTo(Segments.UCS_2);
      assertThat(first.get(n).headed()).isTrue();
    }
  }

  @Test
  void whatNoHeaderCanCountIsRefused() {
    assertThatThrownBy(() -> Segments.of("a".repeat(153 * 256), "m"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void allLettersOfTheAlphabetHaveTheirOwnCode() {
    String letters = "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà";

    assertThat(Gsm.encoded(letters).orElseThrow())
        .hasSize(letters.length())
        .doesNotHaveDuplicates();
    assertThat(Gsm.encoded("[]{}\\~^|€").orElseThrow()).hasSize(18);
    assertThat(Gsm.encoded("č")).isEmpty();
    assertThat(Gsm.encoded("A1 z").orElseThrow()).containsExactly('A', '1', ' ', 'z');
  }
}
