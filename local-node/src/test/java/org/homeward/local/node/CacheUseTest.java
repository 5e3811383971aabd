package org.homeward.local.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the JVM's lines mean, and what {@code HOMEWARD_JVM} may be. */
class CacheUseTest {

  @Test
  void aCacheIsUsedOnceItsClassesAre() {
    assertThat(
            CacheUse.in(
                List.of(
                    "[aot] Opened AOT cache /c.aot.",
                    "[aot] Using AOT-linked classes: true (static archive: has them)")))
        .hasToString("AOT cache used");
  }

  @Test
  void whyItIsIgnoredStandsBeforeTheRefusal() {
    assertThat(
            CacheUse.in(
                List.of(
                    "[aot] Opened AOT cache /c.aot.",
                    "[aot] The AOT cache has been truncated.",
                    "[aot] An error has occurred while processing the AOT cache. Run with …",
                    "[aot] Loading static archive failed.")))
        .hasToString("AOT cache IGNORED: The AOT cache has been truncated.");
  }

  @Test
  void anOpenedCacheIsNotYetAUsedOne() {
    assertThat(CacheUse.in(List.of("[aot] Opened AOT cache /c.aot.")).used()).isFalse();
  }

  @Test
  void anUnknownWayToRunJvmsIsRefusedInWords() {
    assertThat(Jvm.named("warm").options("-Xmx1g")).contains("-XX:TieredStopAtLevel=4", "-Xmx1g");
    assertThat(Jvm.named("quick").options("-Xmx1g")).contains("-XX:TieredStopAtLevel=1");
    assertThatExceptionOfType(NodeFailure.class)
        .isThrownBy(() -> Jvm.named("fast"))
        .withMessage("HOMEWARD_JVM is quick or warm, not \"fast\".");
  }
}
