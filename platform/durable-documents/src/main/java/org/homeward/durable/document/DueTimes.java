package org.homeward.durable.document;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The dues of a stored document, and when each was set. A due that an earlier release has stored
 * does not say when that was.
 */
record DueTimes(Map<String, Instant> at, Map<String, Instant> setAt) {

  /** The newest of the times at which dues were set. */
  static final String LAST_SET = "lastSetAt";

  private static final String DUES = "dues";
  private static final String SET = "duesSet";

  DueTimes {
    at = new TreeMap<>(at);
    setAt = new TreeMap<>(setAt);
    setAt.keySet().retainAll(at.keySet());
  }

  static DueTimes none() {
    return new DueTimes(Map.of(), Map.of());
  }

  static DueTimes of(Document stored) {
    return new DueTimes(times(stored, DUES), times(stored, SET));
  }

  private static Map<String, Instant> times(Document stored, String field) {
    Map<String, Instant> times = new TreeMap<>();
    stored
        .get(field, new Document())
        .forEach((name, at) -> times.put(name, ((Date) at).toInstant()));
    return times;
  }

  /** These dues from now on; one that stays as it was keeps the time at which it was set. */
  DueTimes next(Map<String, Instant> dues, Instant now) {
    Map<String, Instant> set = new TreeMap<>();
    dues.forEach(
        (name, due) -> {
          if (!due.equals(at.get(name))) {
            set.put(name, now);
          } else if (setAt.containsKey(name)) {
            set.put(name, setAt.get(name));
          }
        });
    return new DueTimes(dues, set);
  }

  /**
   * The same where no due was set later than now: one that was, by a clock that is ahead, comes
   * after as long from now as it was to come then, and never later than it said.
   */
  DueTimes judgedAnew(Instant now) {
    Map<String, Instant> dues = new TreeMap<>(at);
    Map<String, Instant> set = new TreeMap<>(setAt);
    setAt.forEach(
        (name, then) -> {
          if (then.isAfter(now)) {
            Instant due = requireNonNull(at.get(name));
            Instant meant = now.plus(between(then, due));
            if (meant.isBefore(due)) dues.put(name, meant); // upholds 11
            set.put(name, now);
          }
        });
    return new DueTimes(dues, set);
  }

  DueTimes without(String name) {
    Map<String, Instant> dues = new TreeMap<>(at);
    dues.remove(name);
    return new DueTimes(dues, setAt);
  }

  private static Duration between(Instant then, Instant due) {
    return due.isBefore(then) ? Duration.ZERO : Duration.between(then, due);
  }

  Optional<Instant> earliest() {
    return at.values().stream().min(Comparator.naturalOrder());
  }

  private Optional<Instant> lastSet() {
    return setAt.values().stream().max(Comparator.naturalOrder());
  }

  /** Into a document that has none of this yet. */
  void into(Document fresh) {
    fresh.append(DUES, document(at));
    if (!setAt.isEmpty()) {
      fresh.append(SET, document(setAt));
    }
    earliest().ifPresent(due -> fresh.append("wakeAt", Date.from(due)));
    lastSet().ifPresent(last -> fresh.append(LAST_SET, Date.from(last)));
  }

  /** The part of an update that makes them of those before. */
  void update(DueTimes before, Document set, Document unset) {
    update(DUES, before.at, at, set, unset);
    update(SET, before.setAt, setAt, set, unset);
    earliest()
        .ifPresentOrElse(
            due -> set.append("wakeAt", Date.from(due)), () -> unset.append("wakeAt", ""));
    lastSet()
        .ifPresentOrElse(
            last -> set.append(LAST_SET, Date.from(last)), () -> unset.append(LAST_SET, ""));
  }

  /** An update that leaves nothing of those before; a claim of the document stays. */
  Bson whole() {
    return Updates.combine(
        Updates.set(DUES, document(at)),
        Updates.set(SET, document(setAt)),
        lastSet()
            .map(last -> Updates.set(LAST_SET, Date.from(last)))
            .orElseGet(() -> Updates.unset(LAST_SET)));
  }

  /** The next alarm is the earliest of them. */
  Bson wake() {
    return earliest()
        .map(due -> Updates.set("wakeAt", Date.from(due)))
        .orElseGet(() -> Updates.unset("wakeAt"));
  }

  private static void update(
      String field,
      Map<String, Instant> before,
      Map<String, Instant> now,
      Document set,
      Document unset) {
    now.forEach(
        (name, time) -> {
          if (!time.equals(before.get(name))) {
            set.append(field + "." + name, Date.from(time));
          }
        });
    before.keySet().stream()
        .filter(name -> !now.containsKey(name))
        .forEach(name -> unset.append(field + "." + name, ""));
  }

  private static Document document(Map<String, Instant> times) {
    var document = new Document();
    times.forEach((name, at) -> document.append(name, Date.from(at)));
    return document;
  }
}
