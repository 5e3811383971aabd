package org.homeward.local.rounds;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.homeward.local.client.AlertDesk;
import org.homeward.local.client.Answer;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.PartnerDesk;

/** All that people want in one round: reports, handovers, and one alert. */
final class Wishes {
  private static final int MAX_MILLIS_TO_STOP = 3000;

  private final DeskLogin desk;
  private final List<Call> calls = new ArrayList<>();
  private final List<Offer> offers = new ArrayList<>();
  private final Broadcast broadcast;
  private final List<Runnable> inOrder = new ArrayList<>();

  /**
   * @param marks how the plates of this round begin
   */
  Wishes(
      Hotline hotline,
      Hotline partner,
      DeskLogin desk,
      String authority,
      String marks,
      KillRounds.Settings settings,
      Random random,
      Clock clock) {
    this.desk = desk;
    for (int i = 0; i < settings.reports(); i++) {
      String releaseTo = random.nextInt(3) == 0 ? null : desk.id();
      calls.add(new Call(hotline.as("ana"), marks + i, releaseTo));
    }
    var gordana = new PartnerDesk(hotline.as("gordana"));
    var eleni = new PartnerDesk(partner.as("eleni"));
    for (int i = 0; i < settings.handovers(); i++) {
      var call = new Call(hotline.as("ana"), marks + "H" + i, desk.id());
      offers.add(new Offer(call, gordana, eleni, partner.node().name()));
    }
    broadcast =
        new Broadcast(
            hotline,
            new Call(hotline.as("ana"), marks + "A", desk.id()),
            authority,
            "Call " + marks + "now.",
            Duration.ofMillis(random.nextInt(MAX_MILLIS_TO_STOP)),
            clock);
    mix();
  }

  /** An office that may order the alerts of all rounds. */
  static String authority(Hotline hotline, Clock clock) {
    Answer entered =
        new AlertDesk(hotline.as("nikola"))
            .register(
                "duty officer of the kill rounds",
                hotline.country(),
                "\"p-1004\"",
                clock.instant().plus(Duration.ofDays(2)));
    if (entered.status() != 201) {
      throw new IllegalStateException("registering an authority was answered " + entered);
    }
    return entered.text("id");
  }

  DeskLogin desk() {
    return desk;
  }

  /** Every wish once, handovers evenly among the reports. */
  List<Runnable> inOrder() {
    return inOrder;
  }

  List<Call> calls() {
    return calls;
  }

  List<Offer> offers() {
    return offers;
  }

  Broadcast broadcast() {
    return broadcast;
  }

  /** All reports whose cases stay open. */
  List<Call> filed() {
    List<Call> filed = new ArrayList<>(calls);
    offers.forEach(offer -> filed.add(offer.call()));
    return filed;
  }

  private void mix() {
    int offered = 0;
    for (int i = 0; i < calls.size(); i++) {
      inOrder.add(calls.get(i));
      while (offered < offers.size() && offered * calls.size() <= i * offers.size()) {
        inOrder.add(offers.get(offered++));
      }
    }
    inOrder.addAll(offers.subList(offered, offers.size()));
  }
}
