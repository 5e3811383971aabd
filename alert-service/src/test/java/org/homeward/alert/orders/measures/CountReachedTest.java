package org.homeward.alert.orders.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.homeward.alert.orders.delivery.Delivery.State.ACCEPTED;
import static org.homeward.alert.orders.delivery.Delivery.State.LATER;
import static org.homeward.alert.orders.delivery.Delivery.State.NEVER;
import static org.homeward.alert.orders.delivery.Delivery.State.UNKNOWN;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.orders.delivery.Delivery;
import org.homeward.alert.orders.measures.Measured.Failure;
import org.homeward.alert.orders.measures.Measured.Standing;
import org.homeward.alert.subscribers.destinations.Channel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CountReachedTest {

  private static final Optional<Map<Channel, Integer>> NOBODY = Optional.of(Map.of());

  private static Delivery told(
      Channel channel, boolean end, Delivery.State state, String reason, @Nullable Long... took) {
    return new Delivery(
        1,
        end,
        state,
        end || state == ACCEPTED || state == UNKNOWN,
        0,
        0,
        null,
        reason.isEmpty() ? null : reason,
        null,
        "sr",
        false,
        channel,
        List.of(),
        took.length == 0
            ? null
            : new Delivery.Took(took[0], took.length > 1 ? took[1] : null, null));
  }

  private static Measured measured(
      boolean over, Optional<Map<Channel, Integer>> untried, Delivery... deliveries) {
    var counted = new CountReached(over);
    List.of(deliveries).forEach(counted::add);
    return counted.measured(untried);
  }

  @Test
  void everybodyForWhomItIsMeantCountsOnTheirChannel() {
    Measured measured =
        measured(
            false,
            Optional.of(Map.of(Channel.MAIL, 5, Channel.SMS, 2)),
            told(Channel.MAIL, false, ACCEPTED, "", 40L),
            told(Channel.MAIL, false, LATER, "rcpt-451"),
            told(Channel.MAIL, false, NEVER, "rcpt-550"),
            told(Channel.MAIL, false, NEVER, "left"),
            told(Channel.WEBHOOK, false, ACCEPTED, ""));

    assertThat(measured.alert().orElseThrow())
        .containsEntry(Channel.MAIL, new Reach(8, 1, List.of(40L)))
        .containsEntry(Channel.SMS, new Reach(2, 0, List.of()))
        .containsEntry(Channel.WEBHOOK, new Reach(1, 1, List.of()));
    assertThat(measured.end()).isEmpty();
    assertThat(measured.failures())
        .containsExactly(
            Map.entry(new Failure(Channel.MAIL, false, Standing.WAITING, "rcpt-451"), 1),
            Map.entry(new Failure(Channel.MAIL, false, Standing.UNREACHED, "rcpt-550"), 1));
  }

  @Test
  void endsAreOwedToWhoeverMayHaveItAndNotToOwnersWhoLeft() {
    Measured measured =
        measured(
            true,
            NOBODY,
            told(Channel.MAIL, true, ACCEPTED, "", 40L, 900L),
            told(Channel.MAIL, true, LATER, "connect", 50L),
            told(Channel.MAIL, true, NEVER, "left", 60L),
            told(Channel.MAIL, false, UNKNOWN, "end"),
            told(Channel.MAIL, false, NEVER, "rcpt-550"));

    assertThat(measured.alert().orElseThrow())
        .containsEntry(Channel.MAIL, new Reach(5, 3, List.of(40L, 50L, 60L)));
    assertThat(measured.end()).containsEntry(Channel.MAIL, new Reach(3, 1, List.of(900L)));
    assertThat(measured.failures().keySet())
        .extracting(Failure::end, Failure::standing)
        .containsExactly(
            tuple(false, Standing.UNKNOWN),
            tuple(false, Standing.UNREACHED),
            tuple(true, Standing.WAITING));
  }

  @Test
  void whereNobodyCouldCountThereIsNoShare() {
    assertThat(
            measured(false, Optional.empty(), told(Channel.MAIL, false, ACCEPTED, "", 1L)).alert())
        .isEmpty();
  }
}
