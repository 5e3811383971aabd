package org.homeward.alert.subscribers.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.subscribers.destinations.QuietTime;
import org.homeward.alert.subscribers.destinations.Terms;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.alert.subscribers.subscriptions.Subscription.Confirmed;
import org.homeward.alert.subscribers.subscriptions.Subscription.Left;
import org.homeward.alert.subscribers.subscriptions.Subscription.Unconfirmed;
import org.homeward.alert.subscribers.subscriptions.SubscriptionCommand.Ask;
import org.homeward.alert.subscribers.subscriptions.SubscriptionCommand.BeginMail;
import org.homeward.alert.subscribers.subscriptions.SubscriptionCommand.Change;
import org.homeward.alert.subscribers.subscriptions.SubscriptionCommand.Confirm;
import org.homeward.alert.subscribers.subscriptions.SubscriptionCommand.EndMail;
import org.homeward.alert.subscribers.subscriptions.SubscriptionCommand.Expire;
import org.homeward.alert.subscribers.subscriptions.SubscriptionCommand.Leave;
import org.homeward.alert.subscribers.subscriptions.SubscriptionDecision.AsItIs;
import org.homeward.alert.subscribers.subscriptions.SubscriptionDecision.Becomes;
import org.homeward.alert.subscribers.subscriptions.SubscriptionDecision.Refused;
import org.homeward.durable.document.KeptHistory;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class SubscriptionDecisionsTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String EMAIL = "ana@example.org";
  private static final SubscriptionWish WISH = new SubscriptionWish(List.of("RS-01"), Language.SR);
  private static final SubscriptionWish OTHER = new SubscriptionWish(List.of(), Language.EN);

  private Optional<Subscription> state = Optional.empty();
  private Map<String, Instant> dues = Map.of();
  private Instant now = NOON;

  private SubscriptionDecision when(SubscriptionCommand command) {
    SubscriptionDecision decision = SubscriptionDecisions.decide(state, command, dues, now);
    if (decision instanceof Becomes becomes) {
      state = Optional.of(becomes.state());
      dues = becomes.dues();
    }
    return decision;
  }

  private static Ask ask(SubscriptionWish wish, String nonce) {
    return new Ask(EMAIL, "RS", false, wish, nonce);
  }

  private <T extends Subscription> T as(Class<T> type) {
    return type.cast(state.orElseThrow());
  }

  @Test
  void askingWaitsForItsLinkAndThenIsConfirmed() {
    when(ask(WISH, "n1"));
    assertThat(dues)
        .containsEntry("confirmation", NOON)
        .containsEntry("expire", NOON.plus(Duration.ofHours(48)));

    assertThat(when(new Confirm("another", 7))).isInstanceOf(Refused.class);
    var confirmed = (Becomes) when(new Confirm("n1", 7));

    assertThat(confirmed.changes()).containsExactly("subscription.confirmed.v1");
    assertThat(as(Confirmed.class).joined()).isEqualTo(1);
    assertThat(as(Confirmed.class).wish()).isEqualTo(WISH);
    assertThat(dues).isEmpty();
    assertThat(when(new Confirm("n1", 7))).isInstanceOf(AsItIs.class);
  }

  @Test
  void linkWorksUntilItsLastMomentAndNotAfter() {
    when(ask(WISH, "n1"));

    now = NOON.plus(Duration.ofHours(48)).minusMillis(1);
    assertThat(SubscriptionDecisions.decide(state, new Confirm("n1", 7), dues, now))
        .isInstanceOf(Becomes.class);
    assertThat(when(new Expire())).isInstanceOf(AsItIs.class);
    now = now.plusMillis(1);
    assertThat(when(new Confirm("n1", 7))).isInstanceOf(Refused.class);
  }

  @Test
  @Proves(8)
  void addressThatNobodyConfirmedIsGoneAfterTwoDays() {
    when(ask(WISH, "n1"));
    now = NOON.plus(Duration.ofHours(48));

    when(new Expire());

    assertThat(as(Left.class)).isEqualTo(new Left(0, YearMonth.of(2026, 3), null));
    assertThat(dues).containsOnly(Map.entry(KeptHistory.FORGET_DUE, now));
  }

  @Test
  @Proves(8)
  void whoLeavesIsForgottenAndComesBackUnderAnotherNumber() {
    when(ask(WISH, "n1"));
    when(new Confirm("n1", 7));
    now = NOON.plus(Duration.ofDays(40));
    when(new Leave());

    assertThat(as(Left.class)).isEqualTo(new Left(1, YearMonth.of(2026, 4), null));
    assertThat(dues).containsOnly(Map.entry(KeptHistory.FORGET_DUE, now));
    assertThat(when(new Leave())).isInstanceOf(AsItIs.class);
    assertThat(when(new Confirm("n1", 7))).isInstanceOf(Refused.class);

    when(ask(OTHER, "n2"));
    assertThat(dues).containsKey(KeptHistory.FORGET_DUE);
    when(new Confirm("n2", 7));
    assertThat(as(Confirmed.class).joined()).isEqualTo(2);
  }

  @Test
  void oneMailAnHourWhateverIsKnown() {
    when(ask(WISH, "n1"));
    now = NOON.plus(Duration.ofMinutes(59));
    assertThat(when(ask(OTHER, "n2"))).isInstanceOf(AsItIs.class);
    when(new Confirm("n1", 7));
    assertThat(when(ask(OTHER, "n2"))).isInstanceOf(AsItIs.class);
    now = now.plus(Duration.ofMinutes(60));
    when(ask(OTHER, "n3"));
    assertThat(dues).containsKey("confirmation");
    now = now.plus(Duration.ofMinutes(59));
    assertThat(when(ask(OTHER, "n4"))).isInstanceOf(AsItIs.class);
    when(new Leave());
    assertThat(when(ask(OTHER, "n5"))).isInstanceOf(AsItIs.class);
    now = now.plus(Duration.ofMinutes(1));
    assertThat(when(ask(OTHER, "n6"))).isInstanceOf(Becomes.class);
  }

  @Test
  void confirmedWishStaysUntilTheChangedOneIsConfirmedToo() {
    when(ask(WISH, "n1"));
    when(new Confirm("n1", 7));
    now = NOON.plus(Duration.ofHours(2));
    when(ask(OTHER, "n2"));
    assertThat(as(Confirmed.class).wish()).isEqualTo(WISH);

    var changed = (Becomes) when(new Confirm("n2", 7));

    assertThat(as(Confirmed.class).wish()).isEqualTo(OTHER);
    assertThat(as(Confirmed.class).joined()).isEqualTo(1);
    assertThat(changed.changes()).isEmpty();
    assertThat(when(new Confirm("n1", 7))).isInstanceOf(Refused.class);
  }

  @Test
  void changedWishThatNobodyConfirmsIsDropped() {
    when(ask(WISH, "n1"));
    when(new Confirm("n1", 7));
    now = NOON.plus(Duration.ofHours(2));
    when(ask(OTHER, "n2"));
    now = now.plus(Duration.ofHours(48));

    when(new Expire());

    assertThat(as(Confirmed.class).asking()).isNull();
    assertThat(as(Confirmed.class).wish()).isEqualTo(WISH);
    assertThat(dues).isEmpty();
  }

  @Test
  void mailIsBegunThenEnded() {
    when(ask(WISH, "n1"));
    when(new BeginMail(now));
    assertThat(delivery().state()).isEqualTo(ConfirmationDelivery.State.SENDING);
    assertThat(dues.get("confirmation")).isEqualTo(NOON.plus(Duration.ofMinutes(2)));
    assertThat(when(new BeginMail(now))).isInstanceOf(Refused.class);
    assertThat(when(new EndMail("another", accepted()))).isInstanceOf(Refused.class);

    when(new EndMail("n1", accepted()));

    assertThat(delivery().state()).isEqualTo(ConfirmationDelivery.State.ACCEPTED);
    assertThat(dues).doesNotContainKey("confirmation").containsKey("expire");
    assertThat(when(new BeginMail(now))).isInstanceOf(Refused.class);
  }

  @Test
  @Proves(2)
  void mailWhoseOutcomeNobodyKnowsIsSentOnceMoreAndThenNotAgain() {
    when(ask(WISH, "n1"));
    when(new BeginMail(now));
    when(new EndMail("n1", new MailResult.Unknown("relay", "end")));
    assertThat(delivery().state()).isEqualTo(ConfirmationDelivery.State.WAITING);
    now = dues.get("confirmation");
    when(new BeginMail(now));
    now = dues.get("confirmation"); // its sender has died

    when(new BeginMail(now));

    assertThat(delivery())
        .isEqualTo(
            new ConfirmationDelivery(ConfirmationDelivery.State.UNKNOWN, 2, 2, "sender-died"));
    assertThat(dues).doesNotContainKey("confirmation");
  }

  @Test
  void mailThatIsNotTakenIsTriedWithGrowingPausesUntilTheLinkExpires() {
    when(ask(WISH, "n1"));
    Duration before = Duration.ZERO;
    int attempts = 0;
    while (now.isBefore(NOON.plus(Duration.ofHours(48)))) {
      assertThat(when(new BeginMail(now))).isInstanceOf(Becomes.class);
      when(new EndMail("n1", new MailResult.Later(Duration.ofMinutes(1), "rcpt-451")));
      Duration pause = Duration.between(now, dues.get("confirmation"));
      assertThat(pause).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(Duration.ofHours(1));
      before = pause;
      now = dues.get("confirmation");
      attempts++;
    }

    assertThat(attempts).isBetween(20, 60);
    when(new BeginMail(now));
    assertThat(dues).doesNotContainKey("confirmation");
  }

  @Test
  void mailThatIsPutOffWaitsForItsTurnAndPatienceAndQuietHourBeginWithIt() {
    when(ask(WISH, "n1"));
    Instant turn = NOON.plus(Duration.ofHours(3));

    when(new BeginMail(turn));

    assertThat(delivery().state()).isEqualTo(ConfirmationDelivery.State.WAITING);
    assertThat(delivery().attempts()).isZero();
    assertThat(dues)
        .containsOnly(
            Map.entry("confirmation", turn), Map.entry("expire", turn.plus(Duration.ofHours(48))));
    now = turn.minusMillis(1);
    assertThat(when(new BeginMail(now))).as("before its turn").isInstanceOf(Refused.class);
    now = turn.plus(Duration.ofMinutes(59));
    assertThat(when(ask(OTHER, "n2"))).isInstanceOf(AsItIs.class);
    now = turn.plus(Duration.ofHours(48)).minusMillis(1);
    assertThat(when(new Expire())).isInstanceOf(AsItIs.class);
    assertThat(when(new Confirm("n1", 7))).isInstanceOf(Becomes.class);
  }

  @Test
  void turnHoldsForTenMinutesOfASlowRelayAndForOneAttempt() {
    when(ask(WISH, "n1"));
    assertThat(needsTurn()).isTrue();
    Instant turn = NOON.plus(Duration.ofMinutes(5));
    when(new BeginMail(turn));
    assertThat(needsTurn()).as("not yet").isFalse();
    now = turn.plus(Duration.ofMinutes(10)).minusMillis(1);
    assertThat(needsTurn()).as("late").isFalse();
    now = turn.plus(Duration.ofMinutes(10));
    assertThat(needsTurn()).as("too late").isTrue();
    now = turn;
    when(new BeginMail(now));
    now = dues.get("confirmation");
    assertThat(needsTurn()).as("its sender has died").isFalse();
    now = turn;
    when(new EndMail("n1", new MailResult.Later(Duration.ofMinutes(1), "rcpt-451")));
    now = dues.get("confirmation");
    assertThat(needsTurn()).as("another attempt").isTrue();
  }

  private boolean needsTurn() {
    return SubscriptionDecisions.needsTurn(state.orElseThrow(), dues, now);
  }

  @Test
  void refusedMailIsNotSentAgain() {
    when(ask(WISH, "n1"));
    when(new BeginMail(now));
    when(new EndMail("n1", new MailResult.Never("rcpt-550")));

    assertThat(delivery())
        .isEqualTo(new ConfirmationDelivery(ConfirmationDelivery.State.REFUSED, 1, 0, "rcpt-550"));
    assertThat(dues).containsOnlyKeys("expire");
  }

  @Test
  @Proves(3)
  void changedWishCountsFromItsNumberOnAndTheOneBeforeIsKept() {
    when(ask(WISH, "n1"));
    when(new Confirm("n1", 0));
    var quiet = new QuietTime("22:00", "07:00", "Europe/Belgrade");
    var later = new SubscriptionWish(List.of("RS-02"), Language.SR, quiet);

    when(new Change(later, 12));

    Terms terms = as(Confirmed.class).terms();
    assertThat(as(Confirmed.class).wish()).isEqualTo(later);
    assertThat(terms.since()).isEqualTo(12);
    assertThat(terms.quiet()).isEqualTo(quiet);
    assertThat(terms.earlier()).containsExactly(new Terms.Earlier(0, List.of("RS-01"), "sr"));
    assertThat(when(new Change(later, 13))).isInstanceOf(AsItIs.class);
  }

  @Test
  void otherHoursNeedNoNumber() {
    when(ask(WISH, "n1"));
    when(new Confirm("n1", 0));

    when(
        new Change(
            new SubscriptionWish(
                WISH.regions(), WISH.language(), new QuietTime("13:00", "15:00", "Europe/Athens")),
            12));

    assertThat(as(Confirmed.class).terms().since()).isZero();
    assertThat(as(Confirmed.class).terms().earlier()).isEmpty();
    assertThat(as(Confirmed.class).terms().quiet()).isNotNull();
  }

  @Test
  void quietHoursStayWhenSomebodySubscribesAnew() {
    when(ask(WISH, "n1"));
    when(new Confirm("n1", 0));
    var quiet = new QuietTime("22:00", "07:00", "Europe/Belgrade");
    when(new Change(new SubscriptionWish(List.of("RS-01"), Language.SR, quiet), 12));
    now = now.plus(Duration.ofHours(1));
    when(ask(OTHER, "n2"));

    when(new Confirm("n2", 13));

    assertThat(as(Confirmed.class).wish().regions()).isEmpty();
    assertThat(as(Confirmed.class).terms().quiet()).isEqualTo(quiet);
    assertThat(as(Confirmed.class).terms().since()).isEqualTo(13);
  }

  @Test
  void everyStateAnswersEveryCommand() {
    Asking asking = Asking.fresh("n", WISH, NOON);
    List<Optional<Subscription>> states =
        List.of(
            Optional.empty(),
            Optional.of(new Unconfirmed(EMAIL, "RS", false, 0, asking)),
            Optional.of(new Confirmed(EMAIL, "RS", false, 1, WISH, NOON, "m", null)),
            Optional.of(new Confirmed(EMAIL, "RS", false, 1, WISH, NOON, "m", asking)),
            Optional.of(new Left(1, YearMonth.of(2026, 3), null)));
    List<SubscriptionCommand> commands =
        List.of(
            ask(OTHER, "x"),
            new Confirm("n", 7),
            new Change(OTHER, 7),
            new Leave(),
            new Expire(),
            new BeginMail(NOON),
            new EndMail("n", accepted()));

    assertThat(
            states.stream()
                .map(
                    each ->
                        commands.stream()
                            .map(
                                c -> letter(SubscriptionDecisions.decide(each, c, mailDue(), NOON)))
                            .reduce("", String::concat)))
        // Columns: ask, confirm, change, leave, expire, begin and end of a mail.
        .containsExactly("BRRRRRR", "ABRBABR", "ARBBARR", "ABBBABR", "BRRAARR");
  }

  private static Map<String, Instant> mailDue() {
    return Map.of("confirmation", NOON);
  }

  private static String letter(SubscriptionDecision decision) {
    return decision.getClass().getSimpleName().substring(0, 1);
  }

  @Test
  void nothingOfAPersonIsPrinted() {
    when(ask(WISH, "n1"));
    assertThat(state.orElseThrow().toString()).doesNotContain(EMAIL, "n1", "RS-01");
    when(new Confirm("n1", 7));
    assertThat(state.orElseThrow().toString()).doesNotContain(EMAIL, "n1", "RS-01");
    assertThat(ask(WISH, "n1").toString()).doesNotContain(EMAIL);
  }

  private ConfirmationDelivery delivery() {
    return as(Unconfirmed.class).asking().delivery();
  }

  private static MailResult accepted() {
    return new MailResult.Accepted("relay");
  }
}
