package org.homeward.frame.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.log.Cursor;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class PlacesTest {

  private final Places places = new Places(new DerivedIds(new byte[32]), "intake");

  @Test
  void whatWasWrittenIsReadAlsoByAnotherInstance() {
    var other = new Places(new DerivedIds(new byte[32]), "intake");
    for (long n : new long[] {0, 7, Long.MAX_VALUE}) {
      var place = new Cursor("abcd1234", n);
      assertThat(other.place(places.text(place))).contains(place);
    }
  }

  /** Somebody who asks twice does not learn whether something was written in between. */
  @Test
  @Proves(6)
  void onePlaceIsWrittenInNoTwoWaysAlikeAndAllAreOfOneLength() {
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      texts.add(places.text(new Cursor("abcd1234", 5)));
      texts.add(places.text(new Cursor("abcd1234", 5_000_000)));
    }

    assertThat(texts).hasSize(100).allMatch(text -> text.length() == 59);
  }

  @Test
  void whatAnotherNodeOrServiceHasWrittenIsNoPlace() {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) 1);
    String text = places.text(new Cursor("abcd1234", 5));

    assertThat(new Places(new DerivedIds(key), "intake").place(text)).isEmpty();
    assertThat(new Places(new DerivedIds(new byte[32]), "alert").place(text)).isEmpty();
    assertThat(places.place("abcd1234.5")).isEmpty();
    assertThat(places.place("")).isEmpty();
  }
}
