package org.homeward.durable.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A collection in which every write is one document, guarded by its version.
 *
 * <p>A use case reads a document, decides, and writes exactly that document together with its
 * pending changes and alarms. Somebody else's write in between makes it read and decide again, or
 * tells the caller when the caller named the version it has seen.
 */
public final class GuardedDocuments<S> {

  private final MongoCollection<Document> collection;
  private final StoredForm<S> form;
  private final GuardedWrite writes;
  private final Clock clock;
  private volatile Consumer<String> afterWrite = id -> {};
  private volatile Watch watch = Watch.NOBODY;

  public GuardedDocuments(
      MongoDatabase database,
      String name,
      StateCodec<S> codec,
      Incarnation incarnation,
      Clock clock,
      WriteSettings settings) {
    this.collection = database.getCollection(name);
    this.form = new StoredForm<>(codec, incarnation, settings);
    this.writes = new GuardedWrite(collection, settings.deadline());
    this.clock = clock;
  }

  /**
   * Creates the indexes; safe to repeat.
   *
   * @param askedBy fields of the state by which documents are asked for; named alike in every shape
   * @throws StoreFailure.NewerSchema when a newer release has written here
   */
  public void prepare(String... askedBy) {
    refuseNewer();
    collection.createIndex(
        Indexes.ascending("createdBy"), new IndexOptions().unique(true).sparse(true));
    collection.createIndex(Indexes.ascending("wakeAt"), new IndexOptions().sparse(true));
    collection.createIndex(Indexes.ascending("publishAt"), new IndexOptions().sparse(true));
    for (String field : askedBy) {
      collection.createIndex(Indexes.ascending("state." + field, "_id"));
    }
  }

  /** Before anything is written: a release too old for this database must not begin. */
  private void refuseNewer() {
    Document newer =
        writes.ask(
            c ->
                c.find(gt("schema", form.newest()))
                    .projection(Projections.include("schema"))
                    .first());
    if (newer != null) {
      String name = collection.getNamespace().getCollectionName();
      throw new StoreFailure.NewerSchema(name, newer.getInteger("schema"), form.newest());
    }
  }

  /** Who is told the id after each acknowledged write; nothing depends on the call arriving. */
  public void announceTo(Consumer<String> listener) {
    afterWrite = listener;
  }

  /** Who looks on at the writes from now on. */
  public GuardedDocuments<S> watchedBy(Watch by) {
    watch = by;
    return this;
  }

  public Optional<Guarded<S>> find(String id) {
    return Optional.ofNullable(read(id));
  }

  /** Those of these that there are, read at once and in no particular order. */
  public List<Guarded<S>> find(Collection<String> ids) {
    return writes.ask(
        c ->
            c.find(in("_id", ids))
                .projection(StoredForm.WITHOUT_HISTORY)
                .map(form::read)
                .into(new ArrayList<>()));
  }

  /**
   * A page of documents whose state has one value in one field, ordered by id.
   *
   * @param after the last id of the page before, or empty for the first page
   */
  public List<Guarded<S>> page(String field, Object value, String after, int limit) {
    return writes.ask(
        c ->
            c.find(and(eq("state." + field, value), gt("_id", after)))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .projection(StoredForm.WITHOUT_HISTORY)
                .map(form::read)
                .into(new ArrayList<>()));
  }

  /** Calls {@code each} with every document, in no particular order. */
  public void forEach(Consumer<Guarded<S>> each) {
    try (var cursor =
        collection.find().projection(StoredForm.WITHOUT_HISTORY).batchSize(100).cursor()) {
      cursor.forEachRemaining(document -> each.accept(form.read(document)));
    }
  }

  /** Creates a document once per command, however often the command comes. */
  public <R> Outcome<S, R> create(String id, Edit<S> edit, Command command, R answer) {
    Document fresh = form.fresh(id, edit, now(), command, watch.traceparent());
    if (writes.insert(fresh)) {
      return new Outcome.Written<>(announced(form.read(fresh), edit), answer);
    }
    Document earlier =
        writes.ask(
            c ->
                c.find(eq("createdBy", command.id()))
                    .projection(StoredForm.WITHOUT_HISTORY)
                    .first());
    if (earlier == null) {
      throw new IllegalStateException("a document with this id exists, made by another command");
    }
    String hash = earlier.getString("createdHash");
    boolean isForgotten = hash == null; // a tombstone does not keep what it was made from
    if (!isForgotten && !hash.equals(command.hash())) {
      return new Outcome.KeyReused<>();
    }
    writes.confirm(earlier.getString("_id"));
    Guarded<S> now = form.read(earlier);
    return new Outcome.Repeated<>(now, now.version());
  }

  /** Whether a command has made a document: its repetition is answered, whatever is refused now. */
  public boolean isCreatedBy(Command command) {
    Bson made = eq("createdBy", command.id());
    return writes.ask(c -> c.find(made).projection(Projections.include("_id")).first()) != null;
  }

  /**
   * Changes a document: reads it, asks the use case, writes what it decided.
   *
   * @param seen the version the caller has seen and insists on; empty repeats the decision on the
   *     newest version until it can be written
   * @param command null for what is no request, such as an alarm
   */
  public <R> Outcome<S, R> change(
      String id,
      OptionalLong seen,
      @Nullable Command command,
      Function<Guarded<S>, Decision<S, R>> useCase) {
    return changed(read(id), id, seen, command, useCase);
  }

  /** The same for no request, where the document may still be as the caller has it. */
  public <R> Outcome<S, R> changeFrom(
      Guarded<S> known, Function<Guarded<S>, Decision<S, R>> useCase) {
    return changed(known, known.id(), OptionalLong.empty(), null, useCase);
  }

  private <R> Outcome<S, R> changed(
      @Nullable Guarded<S> first,
      String id,
      OptionalLong seen,
      @Nullable Command command,
      Function<Guarded<S>, Decision<S, R>> useCase) {
    for (Guarded<S> read = first; ; read = read(id)) {
      if (read == null) {
        return new Outcome.Absent<>();
      }
      Optional<Outcome<S, R>> earlier = appliedBefore(read, command);
      if (earlier.isPresent()) {
        return earlier.get();
      }
      if (seen.isPresent() && seen.getAsLong() != read.version()) {
        return new Outcome.Stale<>(read);
      }
      switch (useCase.apply(read)) {
        case Decision.Keep<S, R>(R answer) -> {
          return new Outcome.Kept<>(read, answer);
        }
        case Decision.Write<S, R>(Edit<S> edit, R answer) -> {
          var next = form.next(read, edit, now(), command, watch.traceparent());
          if (writes.apply(read.id(), read.version(), next)) {
            return new Outcome.Written<>(announced(next.result(), edit), answer);
          }
        }
      }
    }
  }

  /**
   * Writes what was decided on a document as it was read, or as an earlier write left it; {@code
   * Stale} when somebody else has written since.
   */
  public <R> Outcome<S, R> write(Guarded<S> read, Edit<S> edit, R answer) {
    var next = form.next(read, edit, now(), null, watch.traceparent());
    if (writes.apply(read.id(), read.version(), next)) {
      return new Outcome.Written<>(announced(next.result(), edit), answer);
    }
    Guarded<S> newer = read(read.id());
    return newer == null ? new Outcome.Absent<>() : new Outcome.Stale<>(newer);
  }

  /**
   * Applies a version of a source to the document made from it; creates the document when there is
   * none. A source version that is already applied, or an older one, is {@code Stale}.
   */
  public <R> Outcome<S, R> react(
      String id, From source, Function<Optional<Guarded<S>>, Decision<S, R>> reaction) {
    while (true) {
      Guarded<S> read = read(id);
      if (read != null && read.from() != null && read.from().version() >= source.version()) {
        return new Outcome.Stale<>(read);
      }
      switch (reaction.apply(Optional.ofNullable(read))) {
        case Decision.Keep<S, R>(R answer) -> {
          return read == null ? new Outcome.Absent<>() : new Outcome.Kept<>(read, answer);
        }
        case Decision.Write<S, R>(Edit<S> edit, R answer) -> {
          Edit<S> applied = edit.appliedFrom(source);
          if (read == null) {
            Document fresh = form.fresh(id, applied, now(), null, watch.traceparent());
            if (writes.insert(fresh)) {
              return new Outcome.Written<>(announced(form.read(fresh), applied), answer);
            }
          } else {
            var next = form.next(read, applied, now(), null, watch.traceparent());
            if (writes.apply(id, read.version(), next)) {
              return new Outcome.Written<>(announced(next.result(), applied), answer);
            }
          }
        }
      }
    }
  }

  /**
   * Returns when what the document holds is acknowledged by a majority: for an answer that rests on
   * what somebody else wrote.
   */
  public void confirm(String id) {
    writes.confirm(id);
  }

  /** The collection, for publication and alarms, which mark documents without writing state. */
  public MongoCollection<Document> collection() {
    return collection;
  }

  public Clock clock() {
    return clock;
  }

  private <R> Optional<Outcome<S, R>> appliedBefore(Guarded<S> read, @Nullable Command command) {
    if (command == null) {
      return Optional.empty();
    }
    return read.commands().stream()
        .filter(applied -> applied.id().equals(command.id()))
        .findFirst()
        .map(applied -> repetition(read, command, applied));
  }

  private <R> Outcome<S, R> repetition(Guarded<S> read, Command command, AppliedCommand applied) {
    if (!applied.hash().equals(command.hash())) {
      return new Outcome.KeyReused<>();
    }
    writes.confirm(read.id());
    return new Outcome.Repeated<>(read, applied.version());
  }

  private @Nullable Guarded<S> read(String id) {
    Document stored =
        writes.ask(c -> c.find(and(eq("_id", id))).projection(StoredForm.WITHOUT_HISTORY).first());
    return stored == null ? null : form.read(stored);
  }

  private Guarded<S> announced(Guarded<S> written, Edit<S> edit) {
    afterWrite.accept(written.id());
    watch.accepted(edit.changes());
    return written;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
