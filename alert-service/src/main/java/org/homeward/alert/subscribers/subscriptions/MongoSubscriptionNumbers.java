package org.homeward.alert.subscribers.subscriptions;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bson.Document;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Channel;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.destinations.Interest;
import org.homeward.alert.subscribers.destinations.NumberedDestinations;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.log.Log;
import org.homeward.durable.log.LogEntry;
import org.homeward.durable.publication.Drain;
import org.jspecify.annotations.Nullable;

/** The log that numbers destinations; confirmations of subscriptions drain into it. */
final class MongoSubscriptionNumbers implements SubscriptionNumbers, Drain<Subscription> {

  private static final int MAX_NUMBERS = 1_000;

  private final Log log;
  private final GuardedDocuments<Subscription> subscriptions;
  private final SubscriptionLinks links;
  private final List<NumberedDestinations> others;

  MongoSubscriptionNumbers(
      Log log,
      GuardedDocuments<Subscription> subscriptions,
      SubscriptionLinks links,
      List<NumberedDestinations> others) {
    this.log = log;
    this.subscriptions = subscriptions;
    this.links = links;
    this.others = List.copyOf(others);
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

  /** The entry is nobody's that could be told: it only comes after all that were there before. */
  long afterAll(String id, String nonce) {
    return log.append("wish/" + id + "/" + nonce, new Document("wish", id));
  }

  @Override
  public Map<Long, Destination> of(List<Long> numbers) {
    List<LogEntry> entries = numbered(numbers);
    SortedMap<Long, Destination> there = new TreeMap<>();
    confirmed(entries, subscriptions::find)
        .forEach((entry, confirmed) -> there.put(entry.n(), destination(entry, confirmed)));
    others(entries).forEach(other -> there.put(other.number(), other));
    return there;
  }

  @Override
  public List<Interest> interests(long first, long last, String country) {
    List<LogEntry> entries = numbered(LongStream.rangeClosed(first, last).boxed().toList());
    List<Interest> interests = new ArrayList<>();
    confirmed(entries, ids -> subscriptions.find(ids, "country", country))
        .values()
        .forEach(confirmed -> interests.add(interest(confirmed)));
    others(entries).stream()
        .filter(other -> other.country().equals(country) && !other.endsOnly())
        .forEach(other -> interests.add(other.interest()));
    return interests;
  }

  private List<LogEntry> numbered(List<Long> numbers) {
    if (numbers.size() > MAX_NUMBERS) {
      throw new IllegalArgumentException("up to 1,000 numbers");
    }
    return numbers.isEmpty()
        ? List.of()
        : log.at(numbers).stream().filter(entry -> !entry.isEpoch()).toList();
  }

  /** All that are no subscriptions; one query for each kind that has any of these numbers. */
  private List<Destination> others(List<LogEntry> entries) {
    List<Destination> there = new ArrayList<>();
    for (NumberedDestinations kind : others) {
      SortedMap<Long, String> ids = new TreeMap<>();
      for (LogEntry entry : entries) {
        String id = entry.fields().getString(kind.field());
        if (id != null) {
          ids.put(entry.n(), id);
        }
      }
      if (!ids.isEmpty()) {
        there.addAll(kind.of(ids));
      }
    }
    return there;
  }

  private static Map<LogEntry, Subscription.Confirmed> confirmed(
      List<LogEntry> all, Function<List<String>, List<Guarded<Subscription>>> find) {
    List<LogEntry> entries = all.stream().filter(entry -> id(entry) != null).toList();
    if (entries.isEmpty()) {
      return Map.of();
    }
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

  private static Interest interest(Subscription.Confirmed confirmed) {
    return new Interest(
        confirmed.country(),
        confirmed.wish().regions(),
        confirmed.wish().language().code(),
        confirmed.exercise(),
        Channel.MAIL);
  }

  private Destination destination(LogEntry entry, Subscription.Confirmed confirmed) {
    String id = requireNonNull(id(entry));
    return new Destination(
        entry.n(),
        id,
        new Address.Mailbox(confirmed.email(), links.leave(id)),
        confirmed.country(),
        confirmed.wish().regions(),
        confirmed.wish().language().code(),
        confirmed.exercise(),
        false,
        confirmed.terms());
  }

  private static @Nullable String id(LogEntry entry) {
    return entry.fields().getString("subscription");
  }
}
