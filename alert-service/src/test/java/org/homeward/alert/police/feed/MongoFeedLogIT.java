package org.homeward.alert.police.feed;

import com.mongodb.client.MongoDatabase;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.log.Log;

class MongoFeedLogIT extends FeedLogContract {

  private final AtomicLong version = new AtomicLong();

  @Override
  protected FeedLog log() {
    var log = new Log(TrialNode.get().bean(MongoDatabase.class), "feed-trial-" + UUID.randomUUID());
    log.prepare();
    return new MongoFeedLog(log);
  }

  /** As publication does, which may come twice for one change. */
  @Override
  protected void append(FeedLog log, String notice, boolean exercise) {
    long n = version.incrementAndGet();
    var state =
        new PoliceNotice.Erased("rs", exercise, Set.of(), YearMonth.of(2026, 3), 1, TrialCase.AT);
    var pending = List.of(new PendingChange(n, "police-notice.erased.v1", TrialCase.AT, "alert"));
    Guarded<PoliceNotice> changed = Guarded.unstored(notice, n, state, null, pending, Map.of());
    ((MongoFeedLog) log).drain(changed);
    ((MongoFeedLog) log).drain(changed);
  }
}
