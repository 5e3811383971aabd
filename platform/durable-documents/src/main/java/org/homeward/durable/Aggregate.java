package org.homeward.durable;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.alarm.AlarmSettings;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.document.DocumentSettings;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.Listing;
import org.homeward.durable.document.WriteListener;
import org.homeward.durable.publication.Drain;
import org.homeward.durable.publication.Lanes;
import org.homeward.durable.publication.Publication;
import org.homeward.durable.shape.StateCodec;
import org.homeward.durable.store.StoreJournal;
import org.jspecify.annotations.Nullable;

/**
 * One kind of document, with its collection and indexes, its history, the targets of its changes,
 * and its alarms. It is declared once:
 *
 * <pre>{@code
 * Aggregate.named("stops", codec, home)
 *     .askedBy("caseId")
 *     .publishedTo(endsLog.drain(AlertEnds::stop), topic.drain(events::render))
 *     .alarm(id -> stopsInForce.tellIfDue(id))
 *     .declared();
 * }</pre>
 */
public final class Aggregate<S> {

  /**
   * The settings that all aggregates of one service share.
   *
   * @param service as the one who forgets
   * @param lookEvery how late what a process that died left is found by another, at the most
   */
  public record Home(
      MongoDatabase database,
      DocumentSettings settings,
      StoreJournal journal,
      String service,
      Duration lookEvery) {}

  private final String name;
  private final List<String> askedBy;
  private final GuardedDocuments<S> documents;
  private final KeptHistory<S> history;
  private final Optional<Publication<S>> publication;
  private final Alarms alarms;

  private Aggregate(Declaration<S> declared) {
    this.name = declared.name;
    this.askedBy = List.copyOf(declared.askedBy);
    var lanes = new Lanes<S>();
    List<WriteListener<S>> listeners = new ArrayList<>();
    if (!declared.drains.isEmpty()) {
      listeners.add(lanes);
    }
    listeners.add(new Waking());
    listeners.addAll(declared.listeners);
    Home home = declared.home;
    this.documents =
        new GuardedDocuments<>(
            home.database, name, declared.codec, home.settings, listeners, declared.listing);
    this.history =
        KeptHistory.in(home.database, declared.history, documents, home.journal, home.service);
    this.publication =
        declared.drains.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Publication<>(name, documents, lanes, declared.drains, home.lookEvery));
    List<AlarmHandler> handlers = new ArrayList<>();
    handlers.add(history::keep); // first: what is forgotten must not be told
    handlers.addAll(declared.handlers);
    this.alarms = new Alarms(name, documents, handlers, declared.alarms, declared.atStart);
  }

  /** The alarms sleep until the next known one, so they must know of each. */
  private final class Waking implements WriteListener<S> {

    @Override
    public void written(Guarded<S> now) {
      alarms.written(now);
    }

    @Override
    public void noted(Guarded<S> now) {
      alarms.written(now);
    }
  }

  /**
   * @param name of the collection; its histories go to another one, named after what it holds
   */
  public static <S> Declaration<S> named(String name, StateCodec<S> codec, Home home) {
    return new Declaration<>(name, codec, home);
  }

  /** The declaration of an aggregate. */
  public static final class Declaration<S> {

    private final String name;
    private final StateCodec<S> codec;
    private final Home home;
    private String history;
    private final List<String> askedBy = new ArrayList<>();
    private final List<Drain<S>> drains = new ArrayList<>();
    private final List<AlarmHandler> handlers = new ArrayList<>();
    private final List<String> atStart = new ArrayList<>();
    private final List<WriteListener<S>> listeners = new ArrayList<>();
    private AlarmSettings alarms;
    private @Nullable Listing<S> listing;

    private Declaration(String name, StateCodec<S> codec, Home home) {
      this.name = name;
      this.codec = codec;
      this.home = home;
      this.alarms = new AlarmSettings(AlarmSettings.DEFAULT.claim(), home.lookEvery);
      this.history = name.replaceFirst("ies$", "y").replaceFirst("s$", "") + "-history";
    }

    /** Fields of the state by which documents are asked for; named alike in every shape. */
    public Declaration<S> askedBy(String... fields) {
      askedBy.addAll(List.of(fields));
      return this;
    }

    /** How they are listed for people, by last change and by rank. */
    public Declaration<S> listed(Listing<S> by) {
      listing = by;
      return this;
    }

    /**
     * The drains of its changes. All are called, in this order, even if an earlier one failed; what
     * must wait for another: {@link Drain#then}.
     */
    @SafeVarargs
    public final Declaration<S> publishedTo(Drain<S>... places) {
      drains.addAll(List.of(places));
      return this;
    }

    /** Adds a handler for documents that are due; it runs after the handler of their history. */
    public Declaration<S> alarm(AlarmHandler handler) {
      handlers.add(handler);
      return this;
    }

    /** Dues for which a starting process does not wait. */
    public Declaration<S> dueAtStart(String... dues) {
      atStart.addAll(List.of(dues));
      return this;
    }

    /** How long the handling of an alarm may take before the alarm fires again. */
    public Declaration<S> claimedFor(Duration claim) {
      alarms = alarms.withClaim(claim);
      return this;
    }

    /** Adds a listener to each write; it runs after publication and alarms. */
    public Declaration<S> heardBy(WriteListener<S> listener) {
      listeners.add(listener);
      return this;
    }

    public Aggregate<S> declared() {
      return new Aggregate<>(this);
    }
  }

  /** Which documents they are. */
  public String name() {
    return name;
  }

  public GuardedDocuments<S> documents() {
    return documents;
  }

  public KeptHistory<S> history() {
    return history;
  }

  public Optional<Publication<S>> publication() {
    return publication;
  }

  public Alarms alarms() {
    return alarms;
  }

  /** Before anything is read or written; safe to repeat. */
  public void prepare() {
    documents.prepare(askedBy.toArray(String[]::new));
  }

  public void start() {
    publication.ifPresent(Publication::start);
    alarms.start();
  }

  public void stop() {
    alarms.close();
    publication.ifPresent(Publication::close);
  }
}
