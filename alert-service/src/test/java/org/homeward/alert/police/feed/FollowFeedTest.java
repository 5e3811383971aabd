package org.homeward.alert.police.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeward.alert.police.formats.FeedItem;
import org.homeward.alert.police.formats.FeedPage;
import org.homeward.durable.log.Cursor;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class FollowFeedTest {

  private final List<String> told = new ArrayList<>();
  private final FollowFeed.Line line =
      new FollowFeed.Line() {
        @Override
        public void item(FeedPage page, FeedPage.Placed item) {
          told.add("item " + item.n());
        }

        @Override
        public void heartbeat(FeedPage page) {
          told.add("heartbeat " + page.next().n());
        }

        @Override
        public void sign() {
          told.add("sign");
        }
      };

  private static FeedPage page(int items) {
    List<FeedPage.Placed> placed = new ArrayList<>();
    for (int n = 1; n <= items; n++) {
      var stone =
          new FeedItem.Erased(
              "notice-" + n, "RS-7KQ2", 1, false, Instant.EPOCH, YearMonth.of(2026, 3));
      placed.add(new FeedPage.Placed(n, stone));
    }
    var head = new Cursor("abcdefgh", items);
    return new FeedPage(
        placed,
        List.of(),
        head,
        head,
        false,
        new FeedPage.Beside(Optional.empty(), Optional.empty()));
  }

  @Test
  void batchIsToldItemByItemAndThenWhereItEnds() throws IOException {
    assertThat(FollowFeed.tell(page(3), () -> true, line)).isTrue();

    assertThat(told).containsExactly("item 1", "item 2", "item 3", "heartbeat 3");
  }

  @Test
  @Proves(6)
  void whatIsPendingWhenTheKeyIsRevokedIsToldToNobody() throws IOException {
    assertThat(FollowFeed.tell(page(5), () -> told.size() < 2, line)).isFalse();

    assertThat(told).containsExactly("item 1", "item 2");
  }
}
