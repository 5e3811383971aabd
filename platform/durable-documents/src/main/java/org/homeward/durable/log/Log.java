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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;
import org.bson.Document;
import org.homeward.durable.document.Incarnation;

/**
 * An append-only list with dense numbers, written by any instance.
 *
 * <p>An entry's number is the head plus one; the insert fails when another was first, and is tried
 * again behind it. So nobody ever sees n + 1 without n. Each entry holds the hash of the one
 * before.
 */
public final class Log {

  private static final int READ_AHEAD = 64;

  private static final String EPOCH = "epoch";

  private final MongoCollection<Document> entries;
  private final Incarnation incarnation;
  private final ReentrantLock turn = new ReentrantLock();
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private volatile Head head = new Head(-1, "");
  private volatile String epoch = "";

  private record Head(long n, String hash) {}

  /** Of data that were never restored. */
  public Log(MongoDatabase database, String name) {
    this(database, name, Incarnation.FIRST);
  }

  /**
   * @param incarnation each has an epoch of its own: what was handed out before a restore may name
   *     entries that are not there any more, or other ones
   */
  public Log(MongoDatabase database, String name, Incarnation incarnation) {
    this.entries = database.getCollection(name);
    this.incarnation = incarnation;
  }

  /**
   * Creates index and entry 0, which holds the first epoch; after a restore an entry that holds the
   * next. Safe to repeat, on any instance.
   */
  public void prepare() {
    entries.createIndex(Indexes.ascending("ref"), new IndexOptions().unique(true));
    if (entries.find(eq("_id", 0L)).first() == null) {
      insert(List.of(entry(0, EPOCH, new Document(EPOCH, newEpoch()), "")));
    }
    Document first = entries.find(eq("_id", 0L)).first();
    Document last = entries.find().sort(Sorts.descending("_id")).limit(1).first();
    if (first == null || last == null) {
      throw new IllegalStateException("the log has no first entry");
    }
    head = headOf(last);
    epoch = incarnation.number() == 0 ? epochOf(first) : epochAfterRestore();
  }

  /** In the chain like any other entry, so that an old head cannot be mistaken for the present. */
  private String epochAfterRestore() {
    String ref = EPOCH + "/" + incarnation.number();
    append(ref, new Document(EPOCH, newEpoch()));
    Document there = entries.find(eq("ref", ref)).first();
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
   * What is to be recorded.
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

  /** The same for several at once, in their order. */
  public List<Long> append(List<Entry> all) {
    if (all.isEmpty()) {
      return List.of();
    }
    var mine = new Waiting(all, new CompletableFuture<>());
    waiting.add(mine);
    turn.lock(); // two of this process would only take each other's number
    try {
      appendWaiting();
    } finally {
      turn.unlock();
    }
    try {
      return mine.numbers().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private record Waiting(List<Entry> entries, CompletableFuture<List<Long>> numbers) {}

  /** Whoever has the turn appends for all who wait, in one write. */
  private void appendWaiting() {
    List<Waiting> together = new ArrayList<>();
    for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
      together.add(next);
    }
    if (together.isEmpty()) {
      return; // somebody has appended for us
    }
    try {
      Map<String, Long> numbers =
          appendInTurn(together.stream().flatMap(each -> each.entries().stream()).toList());
      for (Waiting each : together) {
        each.numbers()
            .complete(
                each.entries().stream().map(e -> requireNonNull(numbers.get(e.ref()))).toList());
      }
    } catch (RuntimeException | Error e) {
      together.forEach(each -> each.numbers().completeExceptionally(e));
    }
  }

  /** Consecutive entries in one ordered write: what stands behind one that fails is not written. */
  private Map<String, Long> appendInTurn(List<Entry> all) {
    Map<String, Long> numbers = new HashMap<>();
    Map<String, Document> left = new LinkedHashMap<>();
    all.forEach(entry -> left.putIfAbsent(entry.ref(), entry.fields()));
    Head last = head;
    while (true) {
      List<Document> next = entriesAfter(last, left);
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
        numbers.put(there.getString("ref"), there.getLong("_id"));
        left.remove(there.getString("ref"));
      }
      if (left.isEmpty()) {
        return numbers;
      }
      last = readForward();
    }
  }

  private static List<Document> entriesAfter(Head last, Map<String, Document> fields) {
    List<Document> next = new ArrayList<>(fields.size());
    long n = last.n();
    String before = last.hash();
    for (Map.Entry<String, Document> each : fields.entrySet()) {
      Document entry = entry(++n, each.getKey(), each.getValue(), before);
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
      dense.add(read(document));
    }
    return dense;
  }

  /**
   * Checks the chain from entry 1 to the head.
   *
   * @return the number of the first entry that does not fit the one before, or −1
   */
  public long firstBroken() {
    String before = hashAt(0);
    for (long n = 0; ; ) {
      List<LogEntry> page = after(n, 500);
      if (page.isEmpty()) {
        return -1;
      }
      for (LogEntry entry : page) {
        if (!entry.hash().equals(hash(before, entry.n(), entry.ref(), entry.fields()))) {
          return entry.n();
        }
        before = entry.hash();
        n = entry.n();
      }
    }
  }

  /** Those of these entries that exist, in the order of their numbers. */
  public List<LogEntry> at(Collection<Long> numbers) {
    return entries.find(in("_id", numbers)).map(Log::read).into(new ArrayList<>()).stream()
        .sorted(Comparator.comparingLong(LogEntry::n))
        .toList();
  }

  /** Those of these entries that exist, by what names them. */
  public Map<String, LogEntry> named(Collection<String> refs) {
    Map<String, LogEntry> named = new HashMap<>();
    entries.find(in("ref", refs)).map(Log::read).forEach(entry -> named.put(entry.ref(), entry));
    return named;
  }

  /** Mostly there is nothing new, and that is asked often. */
  private Head readForward() {
    Head last = head;
    while (entries.find(eq("_id", last.n() + 1)).first() != null) {
      List<LogEntry> page = after(last.n(), READ_AHEAD);
      LogEntry newest = page.getLast();
      last = new Head(newest.n(), newest.hash());
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

  private String hashAt(long n) {
    Document document = entries.find(eq("_id", n)).first();
    return document == null ? "" : document.getString("hash");
  }

  private static Document entry(long n, String ref, Document fields, String before) {
    return new Document("_id", n)
        .append("ref", ref)
        .append("fields", fields)
        .append("hash", hash(before, n, ref, fields));
  }

  private static LogEntry read(Document document) {
    return new LogEntry(
        document.getLong("_id"),
        document.getString("ref"),
        document.get("fields", Document.class),
        document.getString("hash"));
  }

  private static Head headOf(Document document) {
    return new Head(document.getLong("_id"), document.getString("hash"));
  }

  private static String hash(String before, long n, String ref, Document fields) {
    String bytes = before + '\n' + n + '\n' + ref + '\n' + fields.toJson();
    return HexFormat.of().formatHex(sha256().digest(bytes.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String newEpoch() {
    return UUID.randomUUID().toString().substring(0, 8);
  }
}
