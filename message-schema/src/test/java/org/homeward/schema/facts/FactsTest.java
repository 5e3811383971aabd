package org.homeward.schema.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.Examples;
import org.homeward.schema.people.ChildState;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.snapshots.NoticeStatus;
import org.homeward.schema.snapshots.PoliceNoticeSnapshot;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {

  @ParameterizedTest
  @CsvSource({
    "2016,2016-01-01,2016-12-31",
    "2016-02,2016-02-01,2016-02-29",
    "2016-02-29,2016-02-29,2016-02-29"
  })
  void partialDateKnowsTheDaysItCanMean(String text, LocalDate earliest, LocalDate latest) {
    PartialDate date = PartialDate.parse(text);
    assertThat(date.earliest()).isEqualTo(earliest);
    assertThat(date.latest()).isEqualTo(latest);
    assertThat(date.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2015-02-29", "2016-13", "2016-1", "16", "2016-02-30", "", "0000"})
  void whatIsNoDateIsRefusedUnseen(String text) {
    assertThatThrownBy(() -> PartialDate.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContainPattern("\\d");
  }

  @Test
  void unknownCodeIsOtherWithItsTextKept() {
    Code<Category> code = Code.read(Category.class, "ABDUCTED_BY_ALIENS");
    assertThat(code.value()).isEqualTo(Category.OTHER);
    assertThat(code.text()).isEqualTo("ABDUCTED_BY_ALIENS");
    assertThat(Code.read(Category.class, "RUNAWAY")).isEqualTo(Code.of(Category.RUNAWAY));
  }

  @Test
  void whatCannotBeACodeIsNotKept() {
    assertThat(Code.read(Category.class, "<b>Mila</b>").text()).isEqualTo("OTHER");
    assertThatThrownBy(() -> new Code<>(Category.RUNAWAY, "ESCAPED"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingPersonalIsPrinted() {
    Says says = Examples.everyFact();
    assertThat(says.toString()).isEqualTo("Says[redacted]");
    assertNothingPrinted(says);
    Report report =
        new Report(
            "r",
            Instant.EPOCH,
            null,
            new PoliceRelease.Held(Code.of(HoldReason.AT_RISK), Instant.EPOCH),
            says);
    assertThat(report.toString()).isEqualTo("Report[redacted]");
  }

  /** Every record with words in it, in every depth. */
  private static void assertNothingPrinted(Object value) {
    switch (value) {
      case Code<?> _ -> {}
      case Record record -> {
        assertThat(record.toString()).isEqualTo(record.getClass().getSimpleName() + "[redacted]");
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          assertNothingPrinted(read(component, record));
        }
      }
      case Collection<?> items -> items.forEach(FactsTest::assertNothingPrinted);
      case Map<?, ?> map -> map.values().forEach(FactsTest::assertNothingPrinted);
      case null, default -> {}
    }
  }

  private static Object read(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void onlyAnEndedChildHasAnOutcome() {
    assertThatThrownBy(
            () -> new ChildStatus(ChildState.LOCATED_UNVERIFIED, Code.of(Outcome.FOUND_SAFE), null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEndedNoticeHasAnOutcomeAndNoFacts() {
    assertThatThrownBy(() -> notice(NoticeStatus.ENDED, null, Says.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> notice(NoticeStatus.ENDED, Code.of(Outcome.FOUND_SAFE), Examples.everyFact()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(
            notice(NoticeStatus.ENDED, Code.of(Outcome.FOUND_SAFE), Says.EMPTY).facts().isEmpty())
        .isTrue();
  }

  @Test
  void collectionsAreNeverNullAndNeverChange() {
    Says says =
        new Says(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null);
    assertThat(says).isEqualTo(Says.EMPTY);
    assertThatThrownBy(() -> says.children().put("c", ChildFacts.EMPTY))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> Examples.everyFact().audiences().put("risk", Set.of()))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> Examples.everyFact().warnings().add(Code.of(PoliceWarning.OTHER)))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static PoliceNoticeSnapshot notice(
      NoticeStatus status, Code<Outcome> outcome, Says facts) {
    return new PoliceNoticeSnapshot(
        "n", "rs", false, status, null, outcome, Set.of(), Map.of(), facts);
  }
}
