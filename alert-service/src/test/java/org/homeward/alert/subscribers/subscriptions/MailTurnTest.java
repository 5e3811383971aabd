package org.homeward.alert.subscribers.subscriptions;

import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.homeward.durable.shape.JsonStateCodec;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.Test;

class MailTurnTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private MailTurn newest = MailTurn.NONE;

  private Instant next(Ceiling ceiling, Instant now) {
    newest = newest.next(ceiling, now);
    return newest.from(now);
  }

  private List<Instant> next(Ceiling ceiling, Instant now, int count) {
    List<Instant> turns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      turns.add(next(ceiling, now));
    }
    return turns;
  }

  @Test
  void whatTheMinuteHasNoRoomForIsInTheNextAndWhatTheHourHasNoRoomForInTheNextHour() {
    var ceiling = new Ceiling(2, 5);
    Instant now = NOON.plusSeconds(20);

    assertThat(next(ceiling, now, 8))
        .containsExactly(
            now,
            now,
            NOON.plusSeconds(60),
            NOON.plusSeconds(60),
            NOON.plusSeconds(120),
            NOON.plusSeconds(3600),
            NOON.plusSeconds(3600),
            NOON.plusSeconds(3660));
  }

  @Test
  void minuteAfterTheHoursLastBeginsTheNextHoursCount() {
    var ceiling = new Ceiling(1, 2);
    Instant late = NOON.plusSeconds(59 * 60);

    assertThat(next(ceiling, late, 4))
        .containsExactly(
            late, NOON.plusSeconds(60 * 60), NOON.plusSeconds(61 * 60), NOON.plusSeconds(120 * 60));
  }

  @Test
  void minutesThatNobodyUsedAreGoneAndTheHourRemembers() {
    var ceiling = new Ceiling(2, 3);
    next(ceiling, NOON, 2);

    Instant later = NOON.plusSeconds(600);

    assertThat(next(ceiling, later, 2)).containsExactly(later, NOON.plusSeconds(3600));
  }

  @Test
  void neitherMinuteNorHourHasEverMoreThanItsCeilingAndNobodyIsOvertaken() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      int perMinute = 1 + random.nextInt(5);
      var ceiling = new Ceiling(perMinute, perMinute + random.nextInt(20));
      newest = MailTurn.NONE;
      Instant now = NOON.plusSeconds(random.nextInt(7200));
      List<Instant> turns = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        now = now.plusSeconds(random.nextInt(10) == 0 ? random.nextInt(900) : random.nextInt(5));
        Instant turn = next(ceiling, now);
        assertThat(turn).as("seed %d", seed).isAfterOrEqualTo(now);
        turns.add(turn);
      }

      assertThat(turns).as("seed %d", seed).isSorted();
      assertThat(most(turns, MINUTES)).as("seed %d", seed).isLessThanOrEqualTo(ceiling.perMinute());
      assertThat(most(turns, HOURS)).as("seed %d", seed).isLessThanOrEqualTo(ceiling.perHour());
    }
  }

  @Test
  void clockThatWasAheadOnceHoldsNobodyBackAfterwards() {
    var ceiling = new Ceiling(1, 10);
    next(ceiling, NOON);
    Instant wrong = NOON.plus(Duration.ofDays(5));
    assertThat(next(ceiling, wrong)).isEqualTo(wrong);

    assertThat(next(ceiling, NOON.plusSeconds(60), 3))
        .containsExactly(NOON.plusSeconds(60), NOON.plusSeconds(120), NOON.plusSeconds(180));
  }

  @Test
  void clocksThatDifferALittleShareOneOrder() {
    var ceiling = new Ceiling(1, 10);
    Instant ahead = NOON.plus(MailTurn.SKEW);
    next(ceiling, ahead, 3);

    assertThat(next(ceiling, NOON)).isEqualTo(NOON.plusSeconds(240));
    assertThat(next(ceiling, ahead)).isEqualTo(NOON.plusSeconds(300));
  }

  @Test
  void hourThatAWrongClockHasUsedStaysUsed() {
    var ceiling = new Ceiling(2, 3);
    next(ceiling, NOON.plusSeconds(600), 3);

    assertThat(next(ceiling, NOON)).isEqualTo(NOON.plusSeconds(3600));
  }

  @Test
  void turnThatWasStoredBeforeItSaidWhenItWasGivenIsRead() {
    var codec = new JsonStateCodec<>(Json.mapper(), MailTurn.class, MailTurn.SHAPES);
    var stored = new Document("minute", NOON.toString()).append("inMinute", 1).append("inHour", 2);

    MailTurn read = codec.read(stored, 1);

    assertThat(read).isEqualTo(new MailTurn(NOON, 1, 2, Instant.EPOCH));
    assertThat(codec.read(codec.write(read), codec.schema())).isEqualTo(read);
  }

  private static long most(List<Instant> turns, java.time.temporal.ChronoUnit in) {
    return turns.stream()
        .collect(groupingBy(turn -> turn.truncatedTo(in), counting()))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .max()
        .orElseThrow();
  }

  @Test
  void ceilingThatWouldStopAllMailsIsRefused() {
    assertThatThrownBy(() -> new Ceiling(0, 10)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Ceiling(10, 9)).isInstanceOf(IllegalArgumentException.class);
  }
}
