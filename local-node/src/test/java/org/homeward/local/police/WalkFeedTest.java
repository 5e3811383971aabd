package org.homeward.local.police;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.local.police.WalkFeed.Round;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalkFeedTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

  private final TrialFeed feed = new TrialFeed();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Position kept = new Position("", Set.of(feed.fingerprint()), Map.of());

  /** As a process that starts now, from what was stored. */
  private WalkFeed reader(Positions positions, OutputStream out) {
    return new WalkFeed(
        feed,
        new BelievedKeys(feed, CLOCK),
        positions,
        kept,
        new Screen(new PrintStream(out, false, UTF_8)));
  }

  private WalkFeed reader() {
    return reader(position -> kept = position, printed);
  }

  private String told() {
    String told = printed.toString(UTF_8);
    printed.reset();
    return told;
  }

  private static Round toTheEnd(WalkFeed reader) throws IOException {
    Round round = reader.round();
    for (int turn = 0; turn < 5 && round instanceof Round.Again; turn++) {
      round = reader.round();
    }
    return round;
  }

  @Test
  void whatIsNewChangedAndOverIsShownOnceInOrder() throws IOException {
    String boy = feed.alert("Ana");
    WalkFeed reader = reader();
    assertThat(reader.round()).isEqualTo(new Round.Whole(true));
    assertThat(told())
        .contains("NEW  HIGH · new · boy 9", "notice " + boy + ", edition 1", "| Ana", "rs-cap-1");

    feed.update(boy, "Ana, red jacket");
    String girl = feed.alert("Mila");
    reader.round();
    assertThat(told())
        .containsSubsequence("CHANGED", boy + ", edition 2", "red jacket", "NEW", girl);

    feed.cancel(boy);
    feed.erase(girl);
    reader.round();
    assertThat(told()).containsSubsequence("OVER  the search has ended", boy, "OVER", girl);
    feed.erase(boy);
    reader.round();
    assertThat(told()).isEmpty();
    assertThat(reader().round()).isEqualTo(new Round.Whole(true));
    assertThat(told()).as("after a restart").isEmpty();
  }

  /** It dies before or after each of its writes, twice, while the feed goes on. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whereverItDiesNothingIsMissed(boolean stores) throws IOException {
    int deaths = 0;
    for (int at = 1; at <= 5; at++) {
      List<String> notices = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        notices.add(feed.alert("child " + at + " " + i));
      }
      deaths += runUntilItDies(at, stores);
      feed.update(notices.get(1), "found a witness");
      notices.add(feed.alert("last child " + at));
      deaths += runUntilItDies(1, stores);

      assertThat(toTheEnd(reader())).isEqualTo(new Round.Whole(true));

      String all = told();
      assertThat(notices).allSatisfy(notice -> assertThat(all).contains(notice));
      assertThat(all).contains(notices.get(1) + ", edition 2");
    }
    assertThat(deaths).isGreaterThanOrEqualTo(8);
  }

  private int runUntilItDies(int at, boolean stores) {
    var writes = new AtomicInteger();
    WalkFeed mortal =
        reader(
            position -> {
              boolean isLast = writes.incrementAndGet() >= at;
              if (!isLast || stores) {
                kept = position;
              }
              if (isLast) {
                throw new IOException("killed");
              }
            },
            printed);
    try {
      mortal.round();
      return 0;
    } catch (IOException killed) {
      return 1;
    }
  }

  @Test
  void whatCouldNotBePrintedWasNotShown() throws IOException {
    String boy = feed.alert("Ana");
    var broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("the other end of the pipe is gone");
          }
        };

    assertThatThrownBy(() -> reader(position -> kept = position, broken).round())
        .isInstanceOf(IOException.class);
    reader().round();

    assertThat(told()).contains("NEW", boy);
  }

  @Test
  void whatIsNotBelievedIsNotShownAndHoldsUpNothingElse() throws IOException {
    String forged = feed.alert("Ana Petrović");
    String girl = feed.alert("Mila");
    feed.falsify(forged, "Ana Petrović", "Zla Petrović");
    WalkFeed reader = reader();

    assertThat(reader.round()).isEqualTo(new Round.Whole(false));
    assertThat(told())
        .contains("NOT BELIEVED  notice " + forged + " (WRONG", "NEW", girl)
        .doesNotContain("Zla Petrović");
    assertThat(reader.round()).isEqualTo(new Round.Whole(false));
    assertThat(told()).as("said once").isEmpty();

    feed.falsify(forged, "Zla Petrović", "Ana Petrović");
    assertThat(reader().round()).isEqualTo(new Round.Whole(true));
    assertThat(told()).contains("NEW", forged, "| Ana").doesNotContain(girl);
  }

  @Test
  void aMessageCountsForItsOwnNoticeAlone() throws IOException {
    String boy = feed.alert("Ana");
    String girl = feed.alert("Mila");
    feed.cancel(girl);
    feed.swap(boy, girl);

    assertThat(reader().round()).isEqualTo(new Round.Whole(false));
    assertThat(told()).contains("NOT BELIEVED  notice " + boy + " (OTHER_FORM");
  }

  @Test
  void aMessageWithoutASignatureIsNotBelieved() throws IOException {
    String boy = feed.alert("Ana");
    feed.falsify(boy, "<Signature ", "<Other ");
    feed.falsify(boy, "</Signature>", "</Other>");

    assertThat(reader().round()).isEqualTo(new Round.Whole(false));
    assertThat(told()).contains("(UNSIGNED)").doesNotContain("| Ana");
  }

  @Test
  void aNewKeyIsBelievedByTheWordOfTheOldOne() throws IOException {
    feed.alert("Ana");
    WalkFeed reader = reader();
    reader.round();
    feed.newKey(true);
    feed.alert("Mila");

    assertThat(reader.round()).isEqualTo(new Round.Whole(true));
    assertThat(told()).contains("signed with rs-cap-2");
    assertThat(kept.believed()).hasSize(2);

    feed.newKey(false);
    String third = feed.alert("Zoe");
    assertThat(reader.round()).isEqualTo(new Round.Whole(false));
    assertThat(told()).contains("NOT BELIEVED  notice " + third + " (UNKNOWN_KEY, key rs-cap-3)");
  }

  @Test
  void withoutAKeyThatItWasToldOfItDoesNotBegin() throws IOException {
    feed.alert("Ana");
    kept = new Position("", Set.of("ab".repeat(32)), Map.of());
    assertThat(reader().round()).isInstanceOf(Round.Stop.class);
    feed.hideKeys();
    assertThat(reader().round()).isInstanceOf(Round.Later.class);
    assertThat(told()).isEmpty();
  }

  @Test
  void afterARestoreEverythingIsReadOnceMoreAndWhatIsGoneIsNamed() throws IOException {
    String boy = feed.alert("Ana");
    String girl = feed.alert("Mila");
    WalkFeed reader = reader();
    reader.round();
    told();
    feed.restoreWithout(girl);
    String third = feed.alert("Zoe");

    assertThat(toTheEnd(reader)).isEqualTo(new Round.Whole(true));

    assertThat(told())
        .contains("# The hotline was restored", "NEW", third, "MISSING  notice " + girl)
        .doesNotContain(boy);
    toTheEnd(reader());
    assertThat(told()).isEmpty();
  }

  @Test
  void whatThePlaceHasSkippedIsFoundByTheNamesOfTheNewestNotices() throws IOException {
    String boy = feed.alert("Ana");
    kept = kept.at("abcdefgh.1"); // somebody has written another place into the file

    assertThat(toTheEnd(reader())).isEqualTo(new Round.Whole(true));

    assertThat(told()).contains("# A notice was missed", "NEW", boy);
  }

  @Test
  void whileTheHotlineIsAwayThePlaceStays() throws IOException {
    String boy = feed.alert("Ana");
    WalkFeed reader = reader();
    feed.answerOnce(TrialFeed.later());
    feed.answerOnce(new FeedDoor.Answer.Page("<html>busy".getBytes(UTF_8)));
    feed.answerOnce(new FeedDoor.Answer.Page("<feed/>".getBytes(UTF_8)));
    feed.answerOnce(new FeedDoor.Answer.Refused("The key is wrong."));

    assertThat(reader.round()).isEqualTo(new Round.Later("it is busy", Duration.ofSeconds(7)));
    assertThat(reader.round()).isInstanceOf(Round.Later.class);
    assertThat(reader.round()).isInstanceOf(Round.Later.class);
    assertThat(reader.round()).isEqualTo(new Round.Stop("The key is wrong."));
    assertThat(reader.round()).isEqualTo(new Round.Whole(true));
    assertThat(told()).contains(boy);
  }

  @Test
  void whatACallerTypedDoesNotSteerTheTerminal() throws IOException {
    feed.alert("Ana&#x85;&#x9b;31m\u202egnp&#x9;x");

    reader().round();

    assertThat(told()).contains("| Ana").doesNotContain("\u009b", "\u202e", "\u0085", "\t");
  }

  @Test
  void pausesGrowAndFollowTheWishOfTheHotline() {
    assertThat(PoliceFeed.pause(0, Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
    assertThat(PoliceFeed.pause(3, Duration.ZERO)).isEqualTo(Duration.ofSeconds(8));
    assertThat(PoliceFeed.pause(90, Duration.ZERO)).isEqualTo(Duration.ofMinutes(1));
    assertThat(PoliceFeed.pause(0, Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(5));
  }
}
