package org.homeward.alert.orders.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.orders.preview.PreviewSamples;
import org.homeward.alert.subscribers.destinations.Channel;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.destinations.Interest;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.homeward.durable.store.StoreFailure;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.Test;

/** A number for author and approver, never a reason to wait. */
class CountAddresseesTest {

  private static final PreviewDocument.Rule RULE =
      PreviewSamples.document(1, 100_000, false).rule();

  private final SettableClock clock = SettableClock.at(PreviewSamples.NOW);
  private final List<Long> reads = new ArrayList<>();

  private CountAddressees count(Duration each, boolean answers) {
    return new CountAddressees(
        new SubscriptionNumbers() {
          @Override
          public long watermark() {
            return RULE.watermark();
          }

          @Override
          public Map<Long, Destination> of(List<Long> numbers) {
            throw new AssertionError("builds a link for each");
          }

          @Override
          public List<Interest> interests(long first, long last, String country) {
            reads.add(first);
            clock.advance(each);
            if (!answers) {
              throw new StoreFailure.Unavailable(null);
            }
            return List.of(new Interest(country, List.of("RS-01"), "en", false, Channel.MAIL));
          }
        },
        List.of(Channel.values()),
        clock);
  }

  @Test
  void allAreCountedWhileThatIsQuick() {
    assertThat(count(Duration.ofMillis(10), true).count(RULE))
        .hasValue(Map.of(Channel.MAIL, 100, Channel.WEBHOOK, 0, Channel.SMS, 0));
    assertThat(reads).hasSize(100);
  }

  @Test
  void countThatTakesTooLongIsGivenUp() {
    assertThat(count(Duration.ofMillis(500), true).count(RULE)).isEmpty();
    assertThat(reads).hasSize(5);
  }

  @Test
  void storeThatDoesNotAnswerLeavesThemUncounted() {
    assertThat(count(Duration.ZERO, false).count(RULE)).isEmpty();
  }
}
