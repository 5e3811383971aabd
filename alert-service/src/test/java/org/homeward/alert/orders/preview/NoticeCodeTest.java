package org.homeward.alert.orders.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever mistypes a code of a public page gets no page, and never another child's. */
class NoticeCodeTest {

  private static final String REFERENCE = "K7QX-2MRD";
  private static final String CODE = NoticeCode.of(REFERENCE);

  @Test
  void codeIsTheReferenceWithOneCharacterMore() {
    assertThat(CODE).startsWith(REFERENCE).hasSize(REFERENCE.length() + 1);
    assertThat(NoticeCode.reference(CODE)).contains(REFERENCE);
    assertThat(NoticeCode.reference(CODE.toLowerCase(Locale.ROOT))).contains(REFERENCE);
    assertThat(NoticeCode.reference(CODE.replace("-", ""))).contains(REFERENCE);
  }

  @Test
  void noWrongCharacterMakesACode() {
    String plain = CODE.replace("-", "");
    for (int place = 0; place < plain.length(); place++) {
      for (char letter : TakeReference.LETTERS.toCharArray()) {
        if (letter != plain.charAt(place)) {
          var wrong = new StringBuilder(plain);
          wrong.setCharAt(place, letter);
          assertThat(NoticeCode.reference(wrong.toString())).as(wrong.toString()).isEmpty();
        }
      }
    }
  }

  @Test
  void noTwoThatChangedPlacesMakeACode() {
    String plain = CODE.replace("-", "");
    for (int one = 0; one < plain.length(); one++) {
      for (int other = one + 1; other < plain.length(); other++) {
        if (plain.charAt(one) != plain.charAt(other)) {
          var wrong = new StringBuilder(plain);
          wrong.setCharAt(one, plain.charAt(other));
          wrong.setCharAt(other, plain.charAt(one));
          assertThat(NoticeCode.reference(wrong.toString())).as(wrong.toString()).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", REFERENCE, "K7QX2MRD", "K7QX--2MRDU", "0000-00000", "K7QX-2MRDU "})
  void whatIsNoCodeHasNoReference(String other) {
    assertThat(NoticeCode.reference(other)).isEmpty();
  }
}
