package org.homeward.alert.police.feed;

import java.util.List;
import org.bson.Document;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.log.Cursor;
import org.homeward.durable.log.Log;
import org.homeward.durable.log.LogEntry;
import org.homeward.durable.publication.Drain;

/** The log of the police feed; notices drain into it. */
final class MongoFeedLog implements FeedLog, Drain<PoliceNotice> {

  private final Log log;

  MongoFeedLog(Log log) {
    this.log = log;
  }

  @Override
  public Cursor head() {
    return log.head();
  }

  @Override
  public List<FeedEntry> range(long first, long last) {
    return log.range(first, last).stream().map(MongoFeedLog::entry).toList();
  }

  @Override
  public void drain(Guarded<PoliceNotice> notice) {
    List<Long> _ =
        log.append(notice.pending().stream().map(change -> entry(notice, change)).toList());
  }

  private static Log.Entry entry(Guarded<PoliceNotice> notice, PendingChange change) {
    return new Log.Entry(
        "police-notice/" + notice.id() + "/" + change.n(),
        new Document("notice", notice.id())
            .append("version", change.n())
            .append("type", change.type())
            .append("exercise", notice.state().exercise()));
  }

  private static FeedEntry entry(LogEntry stored) {
    if (stored.isEpoch()) {
      return FeedEntry.withoutNotice(stored.n());
    }
    Document fields = stored.fields();
    return new FeedEntry(
        stored.n(), fields.getString("notice"), fields.getBoolean("exercise", false));
  }
}
