package org.homeward.durable.log;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static java.util.Objects.requireNonNull;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.bson.Document;
import org.homeward.durable.store.Incarnation;
import org.jspecify.annotations.Nullable;

/**
 * An append-only list with dense numbers, written by any instance.
 *
 * <p>An entry's number is the head plus one; the insert fails when another was first, and is tried
 * again behind it. Therefore nobody ever sees n + 1 without n. Each entry holds the hash of the one
 * before.
 */
public final class Log {

  private static final int READ_AHEAD = 64;

  private static final String EPOCH = "epoch";

  private final MongoCollection<Document> entries;
  private final Incarnation incarnation;
  private final Turns turns = new Turns(this::appendInTurn);
  private final @Nullable Sealing sealing;
  private final WaitingEntries kept;
  private volatile Head head = new Head(-1, "", null);
  private volatile String epoch = "";

  /**
   * The newest entry.
   *
   * @param key the id of the newest key that an entry was made with
   */
  private record Head(long n, String hash, @Nullable String key) {}

  /** Of data that were never restored. */
  public Log(MongoDatabase database, String name) {
    this(database, name, Incarnation.FIRST);
  }

  /**
   * @param incarnation each has an epoch of its own: what was handed out before a restore may name
   *     entries that are not there any more, or other ones
   */
  public Log(MongoDatabase database, String name, Incarnation incarnation) {
    this(database, name, incarnation, null);
  }

  /**
   * One whose entries nobody can make who has the store alone.
   *
   * @param sealing where its keys are; without a key nothing is appended
   */
  public static Log sealed(
      MongoDatabase database, String name, Incarnation incarnation, Sealing sealing) {
    return new Log(database, name, incarnation, sealing);
  }

  private Log(
      MongoDatabase database, String name, Incarnation incarnation, @Nullable Sealing sealing) {
    this.entries = database.getCollection(name);
    this.incarnation = incarnation;
    this.sealing = sealing;
    this.kept = new WaitingEntries(database.getCollection(name + "-waiting"));
  }

  /**
   * Creates index and entry 0, which holds the first epoch; after a restore an entry that holds the
   * next. Safe to repeat, on any instance.
   */
  public void prepare() {
    entries.createIndex(Indexes.ascending("ref"), new IndexOptions().unique(true));
    if (entries.find(eq("_id", 0L)).first() == null) {
      insert(List.of(Chain.entry(0, EPOCH, new Document(EPOCH, newEpoch()), "", null)));
    }
    Document first = entries.find(eq("_id", 0L)).first();
    Document last = entries.find().sort(Sorts.descending("_id")).limit(1).first();
    if (first == null || last == null) {
      throw new IllegalStateException("the log has no first entry");
    }
    head = headOf(last);
    epoch = epochOf(first);
    try {
      settle();
    } catch (KeyMissing later) {
      // Looks wait for the key; what must not wait is recorded, and entered when it is there.
    }
  }

  /**
   * Takes the newest key into use, begins the epoch of a restore, and enters what was recorded
   * while there was no key. Safe to repeat, on any instance.
   *
   * @throws KeyMissing when nothing can be appended, or the file of keys cannot be written
   */
  public void settle() {
    try {
      if (sealing != null) {
        sealing.open(readForward().key()).ifPresent(this::enter);
      }
    } finally { // a key that cannot be noted seals all the same
      enterWaiting(); // upholds 4
    }
  }

  private void enterWaiting() {
    if (incarnation.number() > 0) {
      epoch = epochAfterRestore();
    }
    if (sealing != null) {
      for (Entry entry : kept.all()) {
        if (isOwn(entry.ref())) continue; // upholds 10
        append(entry.ref(), entry.fields().append("waited", true));
        kept.entered(entry.ref());
      }
    }
  }

  /** The log alone makes these, and never waits with one. */
  private static boolean isOwn(String ref) {
    return ref.startsWith(LogEntry.EPOCH) || ref.startsWith(LogEntry.KEY);
  }

  /**
   * Waiting entries under a name that only the log gives: somebody put them into the store, and the
   * log does not enter them.
   */
  public List<String> forged() {
    return kept.all().stream().map(Entry::ref).filter(Log::isOwn).sorted().toList();
  }

  /** Each entry behind this one holds this key or a later one, on every instance. */
  private void enter(ChainKey key) {
    long n = append(KeyOpening.ref(key), KeyOpening.fields(key));
    requireNonNull(sealing).keys().note(key.id(), n);
  }

  /** In the chain like any other entry, so that an old head cannot be mistaken for the present. */
  private String epochAfterRestore() {
    String ref = LogEntry.EPOCH + incarnation.number();
    Document there = entries.find(eq("ref", ref)).first();
    if (there == null) {
      var fields = new Document(EPOCH, newEpoch());
      if (sealing != null) {
        sealing.last().get().ifPresent(last -> fields.append(Witness.SUPERSEDED, last.document()));
      }
      append(ref, fields);
      there = entries.find(eq("ref", ref)).first();
    }
    if (there == null) {
      throw new IllegalStateException("the log has lost an entry");
    }
    return epochOf(there);
  }

  private static String epochOf(Document entry) {
    return entry.get("fields", Document.class).getString(EPOCH);
  }

  public String epoch() {
    return epoch;
  }

  /** The newest entry's place, as the store knows it now. */
  public Cursor head() {
    return new Cursor(epoch, readForward().n());
  }

  /**
   * An entry to append.
   *
   * @param ref names it, once in the whole log
   * @param fields ids, versions and codes; never content
   */
  public record Entry(String ref, Document fields) {}

  /**
   * Appends once per ref: the number of the entry that holds it, new or old.
   *
   * @param fields ids, versions and codes; never content
   */
  public long append(String ref, Document fields) {
    return append(List.of(new Entry(ref, fields))).getFirst();
  }

  /**
   * Records what must not wait for a key, such as an erasure or a message that came: without a key
   * it is kept beside the log until there is one.
   */
  public void record(String ref, Document fields) {
    try {
      append(ref, fields);
    } catch (KeyMissing e) {
      kept.keep(new Entry(ref, fields)); // upholds 4
    }
  }

  /** How many entries wait for a key. */
  public long waiting() {
    return kept.count();
  }

  /**
   * The same for several at once, in their order.
   *
   * @throws KeyMissing when the log is sealed and there is no key
   */
  public List<Long> append(List<Entry> all) {
    if (all.isEmpty()) {
      return List.of();
    }
    return turns.append(all);
  }

  /**
   * Writes consecutive entries in one ordered write; entries behind a failed one are not written.
   */
  private Map<String, Long> appendInTurn(List<Entry> all) {
    Map<String, Long> numbers = new HashMap<>();
    SequencedMap<String, Document> left = new LinkedHashMap<>();
    all.forEach(entry -> left.putIfAbsent(entry.ref(), entry.fields()));
    Head last = head;
    while (true) {
      List<Document> next = entriesAfter(last, left, numbers.keySet());
      int written = insert(next);
      for (Document entry : next.subList(0, written)) {
        numbers.put(entry.getString("ref"), entry.getLong("_id"));
        left.remove(entry.getString("ref"));
        remember(headOf(entry));
      }
      if (left.isEmpty()) {
        return numbers;
      }
      for (Document there : entries.find(in("ref", left.keySet()))) {
        if (sealing != null && KeyOpening.is(there)) {
          KeyOpening.agree(there, entries, sealing.keys());
        }
        numbers.put(there.getString("ref"), there.getLong("_id"));
        left.remove(there.getString("ref"));
      }
      if (left.isEmpty()) {
        return numbers;
      }
      last = readForward();
    }
  }

  /** Until it is noted from where on a key counts, the first entry with it says that. */
  private List<Document> entriesAfter(
      Head last, SequencedMap<String, Document> left, Set<String> there) {
    // After the head was read: whoever saw an entry with a newer key takes that key, too.
    ChainKey key = sealing == null ? null : sealing.keyAfter(last.key()).orElse(null);
    if (key != null && key.from().isEmpty() && !there.contains(KeyOpening.ref(key))) {
      left.putFirst(KeyOpening.ref(key), KeyOpening.fields(key));
    }
    List<Document> next = new ArrayList<>(left.size());
    long n = last.n();
    String before = last.hash();
    for (Map.Entry<String, Document> each : left.entrySet()) {
      Document entry = Chain.entry(++n, each.getKey(), each.getValue(), before, key);
      before = entry.getString("hash");
      next.add(entry);
    }
    return next;
  }

  /** Up to {@code limit} entries after {@code n}, in order, without a gap. */
  public List<LogEntry> after(long n, int limit) {
    return range(n + 1, n + limit);
  }

  /** The entries from {@code first} to {@code last}, as far as they exist, without a gap. */
  public List<LogEntry> range(long first, long last) {
    List<Document> found =
        entries
            .find(in("_id", LongStream.rangeClosed(first, last).boxed().toList()))
            .into(new ArrayList<>());
    found.sort(Comparator.comparingLong(d -> d.getLong("_id")));
    List<LogEntry> dense = new ArrayList<>(found.size());
    for (Document document : found) {
      if (document.getLong("_id") != first + dense.size()) {
        break; // an entry that came while we read; its predecessors are in the next page
      }
      dense.add(LogEntry.read(document));
    }
    return dense;
  }

  /**
   * Checks the chain from entry 0 to the head, with the keys that there are.
   *
   * @return the number of the first entry that does not fit the one before, or −1
   */
  public long firstBroken() {
    return switch (check(List.of())) {
      case ChainVerdict.Whole _ -> -1;
      case ChainVerdict.Broken broken -> broken.n();
    };
  }

  /** Checks the chain against what was noted of it outside the store. */
  public ChainVerdict check(List<Witness> witnesses) {
    return chain().against(witnesses);
  }

  /** Checks what came since the last time; all of it when that entry is another now. */
  public ChainVerdict checkSince(Witness last) {
    return chain().since(last);
  }

  private ChainCheck chain() {
    return new ChainCheck(entries, sealing == null ? Optional.empty() : sealing.keys().read());
  }

  /** Those of these entries that exist, in the order of their numbers. */
  public List<LogEntry> at(Collection<Long> numbers) {
    return entries.find(in("_id", numbers)).map(LogEntry::read).into(new ArrayList<>()).stream()
        .sorted(Comparator.comparingLong(LogEntry::n))
        .toList();
  }

  /** Those of these entries that exist, by what names them. */
  public Map<String, LogEntry> named(Collection<String> refs) {
    Map<String, LogEntry> named = new HashMap<>();
    entries
        .find(in("ref", refs))
        .map(LogEntry::read)
        .forEach(entry -> named.put(entry.ref(), entry));
    return named;
  }

  /** Mostly nothing is new, and callers ask often. */
  private Head readForward() {
    Head last = head;
    while (entries.find(eq("_id", last.n() + 1)).first() != null) {
      List<LogEntry> page = after(last.n(), READ_AHEAD);
      LogEntry newest = page.getLast();
      last = new Head(newest.n(), newest.hash(), newest.isSealed() ? newest.key() : last.key());
      remember(last);
    }
    return last;
  }

  private synchronized void remember(Head newer) {
    if (newer.n() > head.n()) {
      head = newer;
    }
  }

  /** How many were written before one whose number or ref was taken. */
  private int insert(List<Document> next) {
    try {
      entries.insertMany(next);
      return next.size();
    } catch (MongoBulkWriteException e) {
      if (e.getWriteErrors().isEmpty()) {
        throw e;
      }
      BulkWriteError error = e.getWriteErrors().getFirst();
      if (ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY) {
        return error.getIndex();
      }
      throw e;
    }
  }

  private static Head headOf(Document document) {
    return new Head(
        document.getLong("_id"), document.getString("hash"), document.getString(Chain.KEY));
  }

  private static String newEpoch() {
    return UUID.randomUUID().toString().substring(0, 8);
  }
}
