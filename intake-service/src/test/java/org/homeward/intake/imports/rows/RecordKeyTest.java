package org.homeward.intake.imports.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordKeyTest {

  private static RecordKey key(String version, String digest) {
    return new RecordKey("example.org/1", version, "sha256:" + RecordKey.sha256(digest));
  }

  private static String stamp(String version) {
    return key(version, "other").stamp();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01T10:00:00Z, 2026-01-01T10:00:00.500Z, true",
    "2026-01-01T10:00:00.500Z, 2026-01-01T10:00:00Z, false",
    "2026-01-01, 2026-01-01T10:00:00Z, true",
    "2026-01-02, 2026-01-01T10:00:00Z, false",
    "note:n:2026-01-01T10:00:00Z, 2026-01-02, false"
  })
  void versionsAreComparedAsInstants(String mine, String other, boolean isOlder) {
    assertThat(key(mine, "a").isOlderThan(stamp(other))).isEqualTo(isOlder);
  }

  @Test
  void anotherContentOfTheSameVersionIsNotTheSame() {
    RecordKey corrected = key("2026-01-01", "b");

    assertThat(corrected.stamp()).isNotEqualTo(stamp("2026-01-01"));
    assertThat(corrected.isAsOldAs(stamp("2026-01-01"))).isTrue();
    assertThat(corrected.isAsOldAs(stamp("2026-01-02"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T00:00:00Z, 2026-02-01T00:00:00Z, true",
    "2026-03-01T00:00:00Z, 2026-03-01T00:00:00Z, true",
    "2026-03-01T00:00:00Z, 2026-04-01T00:00:00Z, false",
    "2026-03-01T00:00:00Z, note:example.org/n1:2026-02-01T00:00:00Z, true",
    "2026-03-01T00:00:00Z, note:example.org/n1:2026-04-01T00:00:00Z, false",
    "sha256:1, 2026-02-01T00:00:00Z, false",
    "2026-03-01T00:00:00Z, sha256:1, false"
  })
  void aDeletionErasesOnlyWhatWasProvablyWrittenBefore(String mine, String other, boolean isAsNew) {
    assertThat(key(mine, "a").isAtLeastAsNewAs(stamp(other))).isEqualTo(isAsNew);
  }

  @Test
  void theDomainOfARecordIsTheSameInCapitals() {
    assertThat(new RecordKey("Example.ORG/P1", "v", "d").record()).isEqualTo("example.org/P1");
  }
}
