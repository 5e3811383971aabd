package org.homeward.durable.log;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.bson.Document;
import org.homeward.durable.log.ChainVerdict.Broken;
import org.homeward.durable.log.ChainVerdict.Fault;
import org.homeward.durable.log.ChainVerdict.Unchecked;
import org.homeward.durable.log.ChainVerdict.Whole;
import org.jspecify.annotations.Nullable;

/** Looks for the first link of a log's chain that does not hold; believes nothing in the store. */
public final class ChainCheck {

  private static final int PAGE = 500;

  private final MongoCollection<Document> entries;
  private final Optional<ChainKeys> keys;

  ChainCheck(MongoCollection<Document> entries, Optional<ChainKeys> keys) {
    this.entries = entries;
    this.keys = keys;
  }

  /**
   * @param name of the log
   * @param keys empty for a log that was never sealed
   */
  public static ChainCheck of(MongoDatabase database, String name, Optional<ChainKeys> keys) {
    return new ChainCheck(database.getCollection(name), keys);
  }

  /** Checks all of it, against what was noted outside the store. */
  public ChainVerdict against(List<Witness> witnesses) {
    return new Walk(witnesses).toTheEnd();
  }

  /** Checks what came since a witness; all of it when the entry is another now. */
  public ChainVerdict since(Witness witness) {
    return new Walk(List.of(witness)).from(witness).toTheEnd();
  }

  /**
   * A restore, as an entry with a key says; what it superseded, where it says so.
   *
   * @param isChecked false when its key is lost: anybody could have put it there
   */
  private record Restore(long n, String epoch, Optional<Witness> superseded, boolean isChecked) {}

  private final class Walk {

    private final List<Witness> witnesses;
    private final List<Restore> restores = new ArrayList<>();
    private final List<Unchecked> unchecked = new ArrayList<>();
    private final Map<Long, String> hashes = new HashMap<>();
    private long n = -1;
    private String before = "";
    private int rank = -1;
    private long sealedFrom = -1;

    Walk(List<Witness> witnesses) {
      this.witnesses =
          witnesses.stream().sorted(Comparator.comparingLong(Witness::n)).distinct().toList();
    }

    Walk from(Witness witness) {
      Document there = entries.find(new Document("_id", witness.n())).first();
      if (there != null && witness.hash().equals(there.get("hash"))) {
        n = witness.n();
        before = witness.hash();
        hashes.put(n, before);
        rank = there.get(Chain.KEY) instanceof String id ? rank(id).orElse(-1) : -1;
        sealedFrom = rank < 0 ? -1 : n;
      }
      return this;
    }

    ChainVerdict toTheEnd() {
      Optional<Broken> broken = walk();
      return unknownToTheChain(broken.isPresent() ? n : Long.MAX_VALUE)
          .or(() -> broken)
          .<ChainVerdict>map(first -> first)
          .orElseGet(
              () ->
                  new Whole(
                      n,
                      sealedFrom,
                      restores.stream().flatMap(each -> each.superseded().stream()).toList(),
                      unchecked));
    }

    private Optional<Broken> walk() {
      while (true) {
        List<Document> page = page();
        for (Document entry : page) {
          Fault fault = faultOf(entry);
          if (fault != null) {
            return Optional.of(new Broken(n + 1, fault));
          }
          n++;
        }
        if (page.isEmpty() && isEnd()) {
          return Optional.empty();
        }
        if (page.isEmpty() && page().isEmpty()) { // what was appended meanwhile is no hole
          return Optional.of(new Broken(n + 1, Fault.MISSING)); // upholds 10
        }
      }
    }

    /** The next entries, as far as none is missing. */
    private List<Document> page() {
      var ids = LongStream.rangeClosed(n + 1, n + PAGE).boxed().toList();
      Map<Object, Document> found = new HashMap<>();
      entries.find(in("_id", ids)).forEach(each -> found.put(each.get("_id"), each));
      List<Document> dense = new ArrayList<>();
      for (long id = n + 1; found.containsKey(id); id++) {
        dense.add(found.get(id));
      }
      return dense;
    }

    private boolean isEnd() {
      Document newest = entries.find().sort(Sorts.descending("_id")).limit(1).first();
      return newest == null || newest.get("_id") instanceof Long last && last <= n;
    }

    private @Nullable Fault faultOf(Document entry) {
      if (!(entry.get("ref") instanceof String ref
          && entry.get("fields") instanceof Document fields
          && entry.get("hash") instanceof String hash)) {
        return Fault.CHANGED;
      }
      ChainKey key = null;
      if (entry.get(Chain.KEY) instanceof String id) {
        Optional<Integer> known = rank(id);
        if (known.isEmpty()) {
          return Fault.UNKNOWN_KEY;
        }
        if (known.get() < lowest()) {
          return Fault.OLDER_KEY;
        }
        rank = known.get();
        key = keys.orElseThrow().at(rank);
      } else if (lowest() >= 0) {
        return Fault.UNSEALED; // upholds 10
      }
      if (key != null && key.isLost()) {
        leave(key.id(), n + 1);
      } else if (!hash.equals(Chain.hash(before, n + 1, ref, fields, key))) {
        return Fault.CHANGED; // upholds 10
      }
      before = hash;
      remember(n + 1, hash, key, ref, fields);
      return null;
    }

    private void leave(String key, long number) {
      boolean goesOn = !unchecked.isEmpty() && unchecked.getLast().key().equals(key);
      long from = goesOn ? unchecked.removeLast().from() : number;
      unchecked.add(new Unchecked(key, from, number));
    }

    private void remember(
        long number, String hash, @Nullable ChainKey key, String ref, Document fields) {
      if (key != null && sealedFrom < 0) {
        sealedFrom = number;
      }
      if (witnesses.stream().anyMatch(witness -> witness.n() == number)) {
        hashes.put(number, hash);
      }
      boolean waited = Boolean.TRUE.equals(fields.get("waited"));
      if (key != null && !waited && ref.startsWith(LogEntry.EPOCH)) { // upholds 10
        var superseded = Optional.ofNullable(fields.get(Witness.SUPERSEDED, Document.class));
        restores.add(
            new Restore(
                number,
                String.valueOf(fields.get("epoch")),
                superseded.map(Witness::of),
                !key.isLost()));
      }
    }

    /** It was noted of entries that a restore has taken away; what came afterwards it is not. */
    private boolean isSuperseded(Witness witness) {
      return restores.stream()
          .filter(restore -> restore.n() <= witness.n() && restore.superseded().isPresent())
          .filter(restore -> restore.isChecked() || isUnchecked(witness.n())) // upholds 10
          .anyMatch(restore -> !hasBegunSince(restore.n(), witness.epoch()));
    }

    private boolean isUnchecked(long number) {
      return unchecked.stream().anyMatch(part -> part.from() <= number && number <= part.to());
    }

    private boolean hasBegunSince(long number, String epoch) {
      return restores.stream()
          .anyMatch(later -> later.n() >= number && later.epoch().equals(epoch));
    }

    private Optional<Integer> rank(String id) {
      return keys.flatMap(all -> all.rank(id));
    }

    private int lowest() {
      return Math.max(rank, keys.map(all -> all.lowestFor(n + 1)).orElse(-1));
    }

    /** The first entry that is noted outside and not in the chain, unless a restore explains it. */
    private Optional<Broken> unknownToTheChain(long lookedAt) {
      long fits = -1;
      for (Witness witness : witnesses) {
        if (witness.n() > lookedAt) {
          return Optional.empty();
        }
        if (witness.hash().equals(hashes.get(witness.n()))) {
          fits = witness.n();
        } else if (!isSuperseded(witness)) {
          return Optional.of(
              witness.n() > n
                  ? new Broken(n + 1, Fault.CUT_OFF)
                  : new Broken(fits + 1, witness.n(), Fault.REWRITTEN)); // upholds 10
        }
      }
      return Optional.empty();
    }
  }
}
