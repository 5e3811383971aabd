package org.homeward.alert.police.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.bson.Document;
import org.homeward.alert.police.notices.Acknowledgement;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.alert.police.notices.Withdrawal;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.log.Cursor;
import org.homeward.durable.log.Log;
import org.homeward.durable.log.LogEntry;
import org.homeward.durable.publication.Drain;

/** The log of the police feed; notices drain into it. */
final class MongoFeedLog implements FeedLog, Drain<PoliceNotice> {

  private static final String NOTICE = "notice";
  private static final String EXERCISE = "exercise";
  private static final String WITHDRAWN_FROM = "withdrawnFrom";

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

  /**
   * A withdrawal has one place, however often the notice changes after it. A desk's own answer is
   * no news for desks.
   */
  @Override
  public void drain(Guarded<PoliceNotice> notice) {
    List<Log.Entry> entries = new ArrayList<>();
    notice.pending().stream()
        .filter(change -> !Acknowledgement.isOnly(change.type()))
        .forEach(change -> entries.add(entry(notice, change)));
    new TreeMap<>(notice.state().withdrawn())
        .forEach((from, withdrawal) -> entries.add(withdrawn(notice, from, withdrawal)));
    if (!entries.isEmpty()) {
      List<Long> _ = log.append(entries);
    }
  }

  private static Log.Entry withdrawn(
      Guarded<PoliceNotice> notice, String from, Withdrawal withdrawal) {
    return new Log.Entry(
        "police-notice/" + notice.id() + "/withdrawn/" + from + "/" + withdrawal.edition(),
        new Document(NOTICE, notice.id())
            .append(EXERCISE, notice.state().exercise())
            .append(WITHDRAWN_FROM, from));
  }

  private static Log.Entry entry(Guarded<PoliceNotice> notice, PendingChange change) {
    return new Log.Entry(
        "police-notice/" + notice.id() + "/" + change.n(),
        new Document(NOTICE, notice.id())
            .append("version", change.n())
            .append("type", change.type())
            .append(EXERCISE, notice.state().exercise()));
  }

  private static FeedEntry entry(LogEntry stored) {
    if (stored.isEpoch()) {
      return FeedEntry.withoutNotice(stored.n());
    }
    Document fields = stored.fields();
    return new FeedEntry(
        stored.n(),
        fields.getString(NOTICE),
        fields.getBoolean(EXERCISE, false),
        fields.getString(WITHDRAWN_FROM));
  }
}
