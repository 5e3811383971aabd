package org.homeward.schema.cap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.homeward.schema.bridge.KeyVouch;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.KeyUse;
import org.homeward.schema.cap.CapKeyList.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapKeyListTest {

  private static final Instant AT = Instant.parse("2026-11-30T12:00:00Z");

  private final HeldKey first = HeldKey.generate(KeyUse.SIG, "rs-cap-1");
  private final HeldKey second = HeldKey.generate(KeyUse.SIG, "rs-cap-2");
  private final HeldKey third = HeldKey.generate(KeyUse.SIG, "rs-cap-3");
  private final Shown one = new Shown(first.jwk(), AT, null, false);
  private final Shown two = new Shown(second.jwk(), AT, KeyVouch.sign(second.jwk(), first), false);
  private final Shown three = new Shown(third.jwk(), AT, KeyVouch.sign(third.jwk(), second), false);

  @Test
  void whoBelievesOneKeyComesToTheNewerOnes() {
    var list = new CapKeyList(List.of(one, two, three));

    assertThat(list.believed(Set.of(one.fingerprint()))).containsExactly(one, two, three);
    assertThat(list.believed(Set.of(two.fingerprint()))).containsExactly(two, three);
    assertThat(list.believed(Set.of())).isEmpty();
  }

  @Test
  void aKeyIsNotBelievedForItsName() {
    HeldKey forged = HeldKey.generate(KeyUse.SIG, "rs-cap-2");
    var itsOwn = new Shown(forged.jwk(), AT, KeyVouch.sign(forged.jwk(), forged), false);
    var ofAnother = new Shown(forged.jwk(), AT, two.vouch(), false);
    var ofNobody = new Shown(forged.jwk(), AT, "a.b.c", false);

    assertThat(
            new CapKeyList(List.of(one, itsOwn, ofAnother, ofNobody))
                .believed(Set.of(one.fingerprint())))
        .containsExactly(one);
  }

  @Test
  void aWithdrawnKeyIsNotBelievedNorIsItsWord() {
    var gone = new Shown(first.jwk(), AT, null, true);
    var list = new CapKeyList(List.of(gone, two, three));

    assertThat(list.believed(Set.of(one.fingerprint()))).isEmpty();
    assertThat(list.believed(Set.of(one.fingerprint(), two.fingerprint())))
        .containsExactly(two, three);
  }

  @Test
  void aListIsReadAsItWasWritten() {
    var list = new CapKeyList(List.of(one, two, new Shown(third.jwk(), AT, null, true)));

    assertThat(CapKeyList.read(list.json())).isEqualTo(list);
    assertThat(new String(list.json(), UTF_8))
        .contains("BEGIN PUBLIC KEY", one.fingerprint())
        .doesNotContain("\"d\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]1", "{\"keys\":[{}]}", "{\"keys\":[{\"kty\":\"RSA\"}]}"})
  void whatIsNoListIsRefused(String json) {
    assertThatThrownBy(() -> CapKeyList.read(json.getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFingerprintMayBeTypedInGroups() {
    assertThat(CapKeyList.spelled("AB12 cd34:EF-56")).isEqualTo("ab12cd34ef56");
  }
}
