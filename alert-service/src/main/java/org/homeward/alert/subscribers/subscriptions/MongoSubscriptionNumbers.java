package org.homeward.alert.subscribers.subscriptions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bson.Document;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.log.Log;
import org.homeward.durable.log.LogEntry;
import org.homeward.durable.publication.Drain;

/** The log that numbers confirmed subscriptions; confirmations drain into it. */
final class MongoSubscriptionNumbers implements SubscriptionNumbers, Drain<Subscription> {

  private static final int MAX_NUMBERS = 1_000;

  private final Log log;
  private final GuardedDocuments<Subscription> subscriptions;
  private final SubscriptionLinks links;

  MongoSubscriptionNumbers(
      Log log, GuardedDocuments<Subscription> subscriptions, SubscriptionLinks links) {
    this.log = log;
    this.subscriptions = subscriptions;
    this.links = links;
  }

  @Override
  public void drain(Guarded<Subscription> confirmed) {
    if (confirmed.state() instanceof Subscription.Left) {
      return; // left before it was numbered: nobody asks for the number
    }
    int joined = confirmed.state().joined();
    log.append(
        "subscription/" + confirmed.id() + "/" + joined,
        new Document("subscription", confirmed.id()).append("joined", joined));
  }

  @Override
  public long watermark() {
    return log.head().n();
  }

  @Override
  public Map<Long, Destination> of(List<Long> numbers) {
    SortedMap<Long, Destination> there = new TreeMap<>();
    confirmed(numbers, subscriptions::find)
        .forEach((entry, confirmed) -> there.put(entry.n(), destination(entry, confirmed)));
    return there;
  }

  @Override
  public List<Interest> interests(long first, long last, String country) {
    return confirmed(
            LongStream.rangeClosed(first, last).boxed().toList(),
            ids -> subscriptions.find(ids, "country", country))
        .values()
        .stream()
        .map(MongoSubscriptionNumbers::interest)
        .toList();
  }

  private Map<LogEntry, Subscription.Confirmed> confirmed(
      List<Long> numbers, Function<List<String>, List<Guarded<Subscription>>> find) {
    if (numbers.size() > MAX_NUMBERS) {
      throw new IllegalArgumentException("up to 1,000 numbers");
    }
    List<LogEntry> entries = numbers.isEmpty() ? List.of() : numbered(log.at(numbers));
    Map<String, Subscription> now =
        find.apply(entries.stream().map(MongoSubscriptionNumbers::id).toList()).stream()
            .collect(Collectors.toMap(Guarded::id, Guarded::state));
    Map<LogEntry, Subscription.Confirmed> there = new LinkedHashMap<>();
    for (LogEntry entry : entries) {
      // A volunteer who left and came back has a newer number; this one stays empty.
      if (now.get(id(entry)) instanceof Subscription.Confirmed confirmed
          && confirmed.joined() == entry.fields().getInteger("joined", 0)) {
        there.put(entry, confirmed);
      }
    }
    return there;
  }

  private static List<LogEntry> numbered(List<LogEntry> entries) {
    return entries.stream().filter(entry -> !entry.isEpoch()).toList();
  }

  private static Interest interest(Subscription.Confirmed confirmed) {
    return new Interest(
        confirmed.country(),
        confirmed.wish().regions(),
        confirmed.wish().language().code(),
        confirmed.exercise());
  }

  private Destination destination(LogEntry entry, Subscription.Confirmed confirmed) {
    return new Destination(
        entry.n(),
        id(entry),
        confirmed.email(),
        confirmed.country(),
        confirmed.wish().regions(),
        confirmed.wish().language().code(),
        links.leave(id(entry)),
        confirmed.exercise());
  }

  private static String id(LogEntry entry) {
    return entry.fields().getString("subscription");
  }
}
