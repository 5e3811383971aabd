package org.homeward.alert.police.feed;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.bson.Document;
import org.homeward.durable.log.Log;
import org.homeward.durable.log.LogEntry;
import org.homeward.durable.store.Incarnation;

/** The log that numbers notices. */
final class MongoNoticeNumbers implements NoticeNumbers {

  private static final String REF = "police-notice/";

  /**
   * A restore takes entries away whose numbers desks have written down: those that are given
   * afterwards begin this much higher.
   */
  private static final long NUMBERS_OF_AN_INCARNATION = 1 << 20;

  private final Log log;
  private final Incarnation incarnation;

  MongoNoticeNumbers(Log log, Incarnation incarnation) {
    this.log = log;
    this.incarnation = incarnation;
  }

  @Override
  public Map<String, Long> of(Collection<String> notices) {
    List<String> refs = notices.stream().map(REF::concat).toList();
    Map<String, LogEntry> there = log.named(refs);
    if (there.size() < refs.size()) {
      // Again for those that have one: an entry that another instance makes meanwhile is theirs.
      List<Long> _ =
          log.append(
              refs.stream().filter(ref -> !there.containsKey(ref)).map(this::entry).toList());
      there.putAll(log.named(refs));
    }
    Map<String, Long> numbers = new TreeMap<>();
    there.forEach((ref, entry) -> numbers.put(ref.substring(REF.length()), number(entry)));
    return numbers;
  }

  /** The notice that has a number. */
  Optional<String> notice(long number) {
    List<Long> places =
        LongStream.rangeClosed(0, incarnation.number())
            .map(each -> number - each * NUMBERS_OF_AN_INCARNATION)
            .boxed()
            .toList();
    return log.at(places).stream()
        .filter(entry -> entry.ref().startsWith(REF) && number(entry) == number)
        .map(entry -> entry.ref().substring(REF.length()))
        .findFirst();
  }

  private Log.Entry entry(String ref) {
    return new Log.Entry(ref, new Document("incarnation", incarnation.number()));
  }

  private static long number(LogEntry entry) {
    int incarnation = entry.fields().getInteger("incarnation", 0);
    return incarnation * NUMBERS_OF_AN_INCARNATION + entry.n();
  }
}
