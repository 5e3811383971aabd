package org.homeward.intake.photos.police;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.homeward.face.testing.ProblemList;
import org.homeward.intake.trial.TrialPolice;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** The key of police, and what only they open with theirs. */
class PoliceKeyTest {

  private final TrialPolice police = TrialPolice.withKey();
  private final PoliceKey key = PoliceKey.read("Police of Novi Sad", bytes(police.publicKey()));

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  @Proves(6)
  void whatIsSealedForPoliceOnlyTheyOpen() {
    byte[] content = bytes("every byte of it");
    byte[] file = key.seal(content);

    assertThat(new String(file, UTF_8)).doesNotContain("every byte").containsPattern("^eyJ");
    assertThat(police.open(file)).isEqualTo(content);
    assertThatThrownBy(() -> TrialPolice.withKey().open(file))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(key.seal(content)).isNotEqualTo(file);
  }

  @Test
  void itIsTheOneThatPoliceSay() {
    assertThat(key.fingerprint()).matches("[0-9a-f]{4}( [0-9a-f]{4}){3}");
    assertThat(key.isSaid(key.fingerprint())).isTrue();
    assertThat(key.isSaid(police.fingerprint().toUpperCase(Locale.ROOT))).isTrue();
    assertThat(key.isSaid(TrialPolice.withKey().fingerprint())).isFalse();
    assertThat(key.isSaid("")).isFalse();
    assertThat(key.isSaid(police.fingerprint().substring(1))).isFalse();
  }

  @Test
  void aPrivateKeyIsRefusedAndSoIsWhatIsNone() {
    for (String file :
        List.of(
            police.privateKey(),
            "",
            "{}",
            "{\"kty\": \"EC\", \"crv\": \"secp256k1\", \"x\": \"AA\", \"y\": \"AA\"}",
            "{\"kty\": \"RSA\", \"n\": \"AQAB\", \"e\": \"AQAB\"}")) {
      assertThatThrownBy(() -> PoliceKey.read("police", bytes(file)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void keyAndHolderAreSetTogether() {
    assertThat(new CollectingSettings("", "").key()).isEmpty();
    assertThatThrownBy(() -> new CollectingSettings("police.jwk", ""))
        .hasMessageContaining("homeward.intake.collecting.of");
  }

  @Test
  void theProblemsAreListed() throws IOException {
    ProblemList.assertListed(List.of(CollectProblem.values()));
  }
}
