package org.homeward.durable.document;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.shape.StateCodec;
import org.homeward.durable.store.StoreFailure;
import org.homeward.durable.store.WriteObserver;
import org.jspecify.annotations.Nullable;

/**
 * A collection in which every write is one document, guarded by its version.
 *
 * <p>A use case reads a document, decides, and writes that document with its pending changes and
 * alarms. After a concurrent write it decides again, or reports {@code Stale} to a named version.
 */
public final class GuardedDocuments<S> {

  private final MongoCollection<Document> collection;
  private final StoredForm<S> form;
  private final GuardedWrite writes;
  private final DocumentReads<S> reads;
  private final Repetitions<S> repetitions;
  private final Clock clock;
  private final WriteObserver observer;
  private final List<WriteListener<S>> listeners;
  private final @Nullable Lists<S> lists;
  private final Recent<S> recent = new Recent<>();
  private final Attempts<S> attempts;

  /**
   * @param listeners hear of each acknowledged write, in this order
   */
  public GuardedDocuments(
      MongoDatabase database,
      String name,
      StateCodec<S> codec,
      DocumentSettings settings,
      List<WriteListener<S>> listeners) {
    this(database, name, codec, settings, listeners, null);
  }

  /** The same, listed too. */
  public GuardedDocuments(
      MongoDatabase database,
      String name,
      StateCodec<S> codec,
      DocumentSettings settings,
      List<WriteListener<S>> listeners,
      @Nullable Listing<S> listing) {
    this.collection = database.getCollection(name);
    this.form = new StoredForm<>(codec, settings.incarnation(), settings.writes(), listing);
    this.writes = new GuardedWrite(collection, settings.writes().deadline());
    this.reads = new DocumentReads<>(collection, form, writes);
    this.repetitions = new Repetitions<>(form, writes, reads);
    this.clock = settings.clock();
    this.observer = settings.observer();
    this.listeners = List.copyOf(listeners);
    this.lists = listing == null ? null : new Lists<>(listing, form, writes);
    this.attempts =
        new Attempts<>(form, writes, repetitions, recent, observer, this.listeners, clock);
  }

  /**
   * Creates the indexes; safe to repeat.
   *
   * @param askedBy fields of the state by which documents are asked for; named alike in every shape
   * @throws StoreFailure.NewerSchema when a newer release has written here
   */
  public void prepare(String... askedBy) {
    Indexes.create(collection, List.of(askedBy));
    reads.refuseNewer();
    if (lists != null) {
      lists.prepare(collection);
    }
  }

  public Optional<Guarded<S>> find(String id) {
    return Optional.ofNullable(reads.one(id));
  }

  /** Nothing where a list of its state holds this value: the store decides, as if it had none. */
  public Optional<Guarded<S>> findUnless(String id, String list, String value) {
    return findUnless(id, List.of(list), value);
  }

  /** The same where one of these lists does; each shape of its state may have another one. */
  public Optional<Guarded<S>> findUnless(String id, List<String> lists, String value) {
    return Optional.ofNullable(reads.oneUnless(id, lists, value));
  }

  /** For what a person must not be shown. */
  public Excerpts excerpts() {
    return new Excerpts(writes);
  }

  /** The existing ones among these, read at once and in no particular order. */
  public List<Guarded<S>> find(Collection<String> ids) {
    return reads.all(ids);
  }

  /** Those of them whose state has one value in one field. */
  public List<Guarded<S>> find(Collection<String> ids, String field, Object value) {
    return reads.all(ids, field, value);
  }

  /**
   * A page of documents whose state has one value in one field, ordered by id.
   *
   * @param after the last id of the page before, or empty for the first page
   */
  public List<Guarded<S>> page(String field, Object value, String after, int limit) {
    return reads.page(field, value, after, limit);
  }

  /** All whose state has one value in one field, by id, read page after page. */
  public Stream<Guarded<S>> each(String field, Object value) {
    return reads.each(field, value);
  }

  /**
   * A page of a walk through a list. The walk skips no document that is in the list all the time:
   * one that changes between two pages comes on a later page or in the walk through newer ones. It
   * may come twice.
   *
   * @param shown whether this reader may learn that there is such a document; the page is filled
   *     with others in its place
   */
  public ListPage<S> list(ListWalk walk, int limit, Predicate<S> shown) {
    return requireNonNull(lists, "not declared as listed").page(walk, limit, now(), shown);
  }

  /**
   * How many documents have all these values in their states' fields; the store counts them.
   *
   * @param values by field; one of them should be a field that documents are asked for by
   */
  public long count(Map<String, ?> values) {
    return reads.count(values);
  }

  /** Calls {@code each} with every document, in no particular order. */
  public void forEach(Consumer<Guarded<S>> each) {
    reads.forEach(each);
  }

  /** The same, called by several threads at a time. */
  public void forEachInParallel(Consumer<Guarded<S>> each) {
    reads.forEachInParallel(each);
  }

  /** Creates a document once per command, however often the command comes. */
  public <R> WriteOutcome.OfCreating<S, R> create(
      String id, Edit<S> edit, Command command, R answer) {
    return switch (claim(id, edit, command, answer)) {
      case WriteOutcome.OfCreating<S, R> created -> created;
      case WriteOutcome.Taken<S, R> _ ->
          throw new IllegalStateException(
              "a document with this id exists, made by another command");
    };
  }

  /**
   * Creates a document under an id that other commands may want too: the store lets one of them
   * have it.
   */
  public <R> WriteOutcome.OfClaiming<S, R> claim(
      String id, Edit<S> edit, Command command, R answer) {
    Document fresh = form.created(id, edit, now(), command, observer.traceparent());
    if (writes.insert(fresh)) {
      return new WriteOutcome.Written<>(attempts.announced(form.made(fresh, edit), edit), answer);
    }
    Optional<WriteOutcome.OfRepetition<S, R>> earlier = repeated(command);
    return earlier.isPresent()
        ? earlier.get()
        : new WriteOutcome.Taken<>(requireNonNull(reads.one(id), "nothing has this id"));
  }

  /**
   * The document that a creating command made when it came before; empty when it has made nothing.
   */
  public <R> Optional<WriteOutcome.OfRepetition<S, R>> repeated(Command command) {
    return repetitions.ofCreation(command);
  }

  /** The id of the document that a command has made. */
  public Optional<String> createdBy(Command command) {
    return Optional.ofNullable(reads.createdBy(command)).map(made -> made.getString("_id"));
  }

  /** Changes a document for no request: decides on the newest version until it can be written. */
  public <R> WriteOutcome.OfChanging<S, R> change(
      String id, Function<Guarded<S>, Decision<S, R>> useCase) {
    return settled(id, read -> attempts.change(read, null, useCase));
  }

  /** The same where the document may still be as the caller has it. */
  public <R> WriteOutcome.OfChanging<S, R> changeFrom(
      Guarded<S> known, Function<Guarded<S>, Decision<S, R>> useCase) {
    WriteOutcome.OfChanging<S, R> first = attempts.change(known, null, useCase);
    return first == null ? change(known.id(), useCase) : first;
  }

  /**
   * Changes a document for a request: makes the checks in their order, then asks the use case, and
   * writes what it decided. All of it is repeated on the newest version until it can be written.
   */
  public <R> WriteOutcome.OfRequest<S, R> change(
      String id, List<Check<S, R>> checks, Function<Guarded<S>, Decision<S, R>> useCase) {
    return settled(id, read -> attempts.changeChecked(read, checks, useCase));
  }

  private <O extends WriteOutcome<S, ?>> O settled(String id, Recent.Attempt<S, O> attempt) {
    return recent.settled(id, attempt, () -> reads.one(id));
  }

  /**
   * Writes what was decided on a document as it was read, or as an earlier write left it; {@code
   * Stale} when somebody else has written since.
   */
  public <R> WriteOutcome.OfWriting<S, R> write(Guarded<S> read, Edit<S> edit, R answer) {
    Guarded<S> written = attempts.written(read, edit, null);
    if (written != null) {
      return new WriteOutcome.Written<>(written, answer);
    }
    Guarded<S> newer = reads.one(read.id());
    return newer == null ? new WriteOutcome.Absent<>() : new WriteOutcome.Stale<>(newer);
  }

  /**
   * Notes something in a document as it was read, without a new version and without telling
   * anybody; false when somebody else has written since.
   */
  public boolean note(Guarded<S> read, S state, Map<String, Instant> dues) {
    var next = form.noted(read, state, dues, now());
    boolean noted = writes.apply(next);
    recent.forget(read.id());
    if (noted) {
      recent.left(next.result());
      listeners.forEach(listener -> listener.noted(next.result()));
    }
    return noted;
  }

  /**
   * Applies a version of a source to the document made from it; creates the document when there is
   * none. A source version that is already applied, or an older one, is {@code Late}.
   */
  public <R> WriteOutcome.OfReacting<S, R> react(
      String id, SourceVersion source, Function<Optional<Guarded<S>>, Decision<S, R>> reaction) {
    return settled(id, read -> attempts.react(id, read, source, reaction));
  }

  /** The same where most likely there is no document yet: that is tried without looking. */
  public <R> WriteOutcome.OfReacting<S, R> reactFirst(
      String id, SourceVersion source, Function<Optional<Guarded<S>>, Decision<S, R>> reaction) {
    boolean unknown = recent.of(id) == null;
    return unknown
            && attempts.react(id, null, source, reaction) instanceof WriteOutcome.Written<S, R> made
        ? made
        : react(id, source, reaction);
  }

  /** Changes the document or creates it, for no request. */
  public <R> WriteOutcome.OfPutting<S, R> put(
      String id, Function<Optional<Guarded<S>>, Decision<S, R>> useCase) {
    return settled(id, read -> attempts.put(id, read, null, null, useCase));
  }

  /** Changes the document or creates it, once per command. */
  public <R> WriteOutcome.OfPuttingOnce<S, R> put(
      String id, Command command, Function<Optional<Guarded<S>>, Decision<S, R>> useCase) {
    return settled(
        id,
        read -> {
          WriteOutcome.OfRepetition<S, R> earlier =
              read == null ? null : repetitions.of(read, command);
          return earlier == null ? attempts.put(id, read, null, command, useCase) : earlier;
        });
  }

  /**
   * Returns when a majority has the document's present content, for an answer that relies on
   * another process's write.
   */
  public void confirm(String id) {
    writes.confirm(id);
  }

  /**
   * The marks that publication, alarms and history set in documents without writing their state.
   */
  public Marks marks() {
    return new Marks(collection, clock, recent::published);
  }

  public Clock clock() {
    return clock;
  }

  /** The document is not as this process left it. */
  void forget(String id) {
    recent.forget(id);
  }

  MongoCollection<Document> collection() {
    return collection;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
