package org.homeward.console.sessions;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SealedAttributesTest {

  private static final Map<String, Object> SAID =
      Map.of("tokens", "a-planted-token", "to", "/desk");

  private final SealedAttributes seals = new SealedAttributes(new byte[32]);

  @Test
  void whatWasSealedForASessionIsOpenedForIt() {
    assertThat(seals.open("one", seals.seal("one", SAID))).contains(SAID);
  }

  @Test
  void nothingOfItCanBeRead() {
    String sealed = seals.seal("one", SAID);

    assertThat(new String(Base64.getDecoder().decode(sealed), ISO_8859_1))
        .doesNotContain("planted", "tokens", "/desk");
    assertThat(seals.seal("one", SAID)).as("never the same twice").isNotEqualTo(sealed);
  }

  @Test
  void itIsNotOpenedForAnotherSessionWithAnotherKeyOrChanged() {
    String sealed = seals.seal("one", SAID);
    byte[] otherKey = new byte[32];
    otherKey[0] = 1;
    byte[] changed = Base64.getDecoder().decode(sealed);
    changed[changed.length - 1] ^= 1;

    assertThat(seals.open("two", sealed)).isEmpty();
    assertThat(new SealedAttributes(otherKey).open("one", sealed)).isEmpty();
    assertThat(seals.open("one", Base64.getEncoder().encodeToString(changed))).isEmpty();
    assertThat(seals.open("one", "")).isEmpty();
    assertThat(seals.open("one", "no base64 at all")).isEmpty();
  }
}
