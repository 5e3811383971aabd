package org.homeward.alert.orders.delivery;

import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.orders.preview.RenderAlert;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;

/** How many an alert would go to now, counted by the rule that sends it. */
final class CountAddressees implements RenderAlert.Addressees {

  private static final int STEP = 1_000;

  private final SubscriptionNumbers numbers;

  CountAddressees(SubscriptionNumbers numbers) {
    this.numbers = numbers;
  }

  @Override
  public long watermark() {
    return numbers.watermark();
  }

  @Override
  public int count(PreviewDocument.Rule rule) {
    int count = 0;
    for (long first = 1; first <= rule.watermark(); first += STEP) {
      long last = Math.min(rule.watermark(), first + STEP - 1);
      count +=
          (int)
              numbers.range(first, last).values().stream()
                  .filter(destination -> PlanBatch.isMeant(rule, destination))
                  .count();
    }
    return count;
  }
}
