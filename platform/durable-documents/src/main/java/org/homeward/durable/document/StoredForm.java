package org.homeward.durable.document;

import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.homeward.durable.command.AppliedCommand;
import org.homeward.durable.command.Command;
import org.homeward.durable.shape.StateCodec;
import org.homeward.durable.store.Incarnation;
import org.homeward.durable.store.StoreFailure;
import org.homeward.durable.store.WriteSettings;
import org.jspecify.annotations.Nullable;

/** The document around a state, in the store: written and read in this one place. */
final class StoredForm<S> {

  static final Bson WITHOUT_HISTORY = new Document("history", 0);

  /** The due at which {@link HistoryArchive} moves the history out of the document. */
  static final String HISTORY_DUE = "history";

  /** Marks documents that keep nothing of their state before the tombstone. */
  static final String FORGOTTEN = "forgotten";

  private static final int COMMANDS_KEPT = 64;

  private final StateCodec<S> codec;
  private final Incarnation incarnation;
  private final WriteSettings settings;
  private final @Nullable Listing<S> listing;

  StoredForm(
      StateCodec<S> codec,
      Incarnation incarnation,
      WriteSettings settings,
      @Nullable Listing<S> listing) {
    this.codec = codec;
    this.incarnation = incarnation;
    this.settings = settings;
    this.listing = listing;
  }

  /**
   * A write against one document as it was read.
   *
   * @param guard finds the document only as it was read
   * @param token names this write, so that it can be recognised when its answer was lost
   */
  record Next<S>(Bson guard, Document update, String token, Guarded<S> result) {}

  /** The newest shape that can be read. */
  int newest() {
    return codec.newest();
  }

  /**
   * @param trace the traceparent that its changes carry
   */
  Document fresh(String id, Edit<S> edit, Instant now, @Nullable String trace) {
    long version = incarnation.after(0);
    Document state = codec.write(edit.state());
    refuseOversize(edit, state, 0);
    var document =
        new Document("_id", id)
            .append("version", version)
            .append("schema", codec.schema())
            .append("state", state)
            .append("changes", changes(edit, version, now))
            .append("commands", List.of())
            .append("history", List.of())
            .append("historyEntries", 0)
            .append("historyBytes", 0L)
            .append("write", UUID.randomUUID().toString());
    if (edit.from() != null) {
      document.append("from", from(edit.from()));
    }
    if (listing != null) {
      listing.add(document, edit.state(), now);
    }
    DueTimes.none().next(edit.dues(), now).into(document);
    if (!edit.changes().isEmpty()) {
      document.append("publishAt", publishAt(now)); // upholds 1
      document.append("trace", trace);
    }
    return document;
  }

  /** A fresh document as its writer knows it. */
  Guarded<S> made(Document fresh, Edit<S> edit) {
    long version = fresh.getLong("version");
    return new Guarded<>(
        fresh.getString("_id"),
        version,
        edit.state(),
        edit.from(),
        fresh.getList("changes", Document.class).stream().map(StoredForm::change).toList(),
        new TreeMap<>(edit.dues()),
        fresh.getList("commands", Document.class).stream().map(StoredForm::applied).toList(),
        fresh.getString("trace"),
        new Stored(
            fresh.get("state", Document.class),
            codec.schema(),
            fresh.getString("write"),
            0,
            0,
            DueTimes.of(fresh)));
  }

  /** The same, made by a request of which there is one document only. */
  Document created(String id, Edit<S> edit, Instant now, Command command, @Nullable String trace) {
    return fresh(id, edit, now, trace)
        .append("createdBy", command.id())
        .append("createdHash", command.hash());
  }

  /** The same, remembering the request as a change does. */
  Document put(String id, Edit<S> edit, Instant now, Command command, @Nullable String trace) {
    Document fresh = fresh(id, edit, now, trace);
    var applied = new AppliedCommand(command.id(), command.hash(), fresh.getLong("version"));
    fresh.append("commands", List.of(command(applied))); // upholds 2
    return fresh;
  }

  Next<S> next(
      Guarded<S> read,
      Edit<S> edit,
      Instant now,
      @Nullable Command command,
      @Nullable String trace) {
    long version = incarnation.after(read.version());
    String token = UUID.randomUUID().toString();
    SourceVersion from = edit.from() == null ? read.from() : edit.from();
    var set = new Document("version", version).append("write", token);
    var unset = new Document();
    var entry =
        new Document("version", read.version())
            .append("at", Date.from(now))
            .append("write", token)
            .append("schema", read.stored().schema());
    Document state = state(read, edit, set, unset, entry);
    if (listing != null) {
      listing.update(set, read, edit.state(), edit.changes(), now);
    }
    Stored stored = read.stored();
    int historyEntries = stored.historyEntries() + 1;
    long historyBytes = stored.historyBytes() + StateSize.about(entry);
    Map<String, Instant> all = withHistoryDue(edit.dues(), historyEntries, historyBytes, now);
    DueTimes dues = stored.dues().next(all, now);
    var left = new Stored(state, codec.schema(), token, historyEntries, historyBytes, dues);
    set.append("historyEntries", historyEntries).append("historyBytes", historyBytes);
    dues.update(stored.dues(), set, unset);
    if (from != null) {
      set.append("from", from(from)); // upholds 2
    }
    var push = new Document("history", entry);
    List<Document> changes = changes(edit, version, now);
    if (!changes.isEmpty()) {
      set.append("publishAt", publishAt(now)); // upholds 1
      set.append("trace", trace);
      push.append("changes", new Document("$each", changes));
    }
    List<AppliedCommand> commands = new ArrayList<>(read.commands());
    if (command != null) {
      var applied = new AppliedCommand(command.id(), command.hash(), version);
      commands.add(applied);
      commands.subList(0, Math.max(0, commands.size() - COMMANDS_KEPT)).clear();
      remember(push, applied); // upholds 2
    }
    List<PendingChange> pending = new ArrayList<>(read.pending());
    edit.changes().forEach(t -> pending.add(new PendingChange(version, t, now, edit.by())));
    var result =
        new Guarded<>(
            read.id(),
            version,
            edit.state(),
            from,
            pending,
            dues.at(),
            commands,
            changes.isEmpty() ? read.trace() : trace,
            left);
    return new Next<>(guard(read), update(set, unset).append("$push", push), token, result);
  }

  /** A note in a document without a new version: it is neither published nor visible to others. */
  Next<S> noted(Guarded<S> read, S state, Map<String, Instant> dues, Instant now) {
    String token = UUID.randomUUID().toString();
    var set = new Document("write", token);
    var unset = new Document();
    Document written = state(read, Edit.of(state, "").asEssential(), set, unset, new Document());
    if (listing != null) {
      listing.update(set, read, state, List.of(), now);
    }
    Stored before = read.stored();
    DueTimes times = before.dues().next(dues, now);
    times.update(before.dues(), set, unset);
    var left =
        new Stored(
            written, codec.schema(), token, before.historyEntries(), before.historyBytes(), times);
    var result =
        new Guarded<>(
            read.id(),
            read.version(),
            state,
            read.from(),
            read.pending(),
            dues,
            read.commands(),
            read.trace(),
            left);
    return new Next<>(guard(read), update(set, unset), token, result);
  }

  /**
   * In an update that leaves the version: what was read or remembered before is not as it is now.
   */
  static Bson anotherWrite() {
    return Updates.set("write", UUID.randomUUID().toString());
  }

  /** A note leaves the version as it was, so that the write before counts too. */
  private static Bson guard(Guarded<?> read) {
    return new Document("_id", read.id())
        .append("version", read.version())
        .append("write", read.stored().token());
  }

  private static Document update(Document set, Document unset) {
    var update = new Document("$set", set);
    return unset.isEmpty() ? update : update.append("$unset", unset);
  }

  /**
   * Puts the changed parts of the state into the update, and their old values into the history's
   * entry.
   */
  private Document state(
      Guarded<S> read, Edit<S> edit, Document set, Document unset, Document entry) {
    Document before = read.stored().state();
    Document after = codec.write(edit.state());
    refuseOversize(edit, after, read.stored().historyBytes());
    boolean sameShape = read.stored().schema() == codec.schema();
    if (sameShape && StateDifference.isPossible(before, after)) {
      StateDifference changed = StateDifference.between(before, after);
      changed.set().forEach((part, value) -> set.append("state." + part, value));
      changed.unset().forEach(part -> unset.append("state." + part, ""));
      entry.append("was", changed.was());
    } else {
      set.append("state", after).append("schema", codec.schema());
      entry.append("state", before);
    }
    return after;
  }

  Guarded<S> read(Document stored) {
    DueTimes dues = DueTimes.of(stored);
    Document from = stored.get("from", Document.class);
    Document state = stored.get("state", Document.class);
    int schema = stored.getInteger("schema");
    return new Guarded<>(
        stored.getString("_id"),
        stored.getLong("version"),
        codec.read(state, schema),
        from == null ? null : new SourceVersion(from.getString("subject"), from.getLong("version")),
        stored.getList("changes", Document.class, List.of()).stream()
            .map(StoredForm::change)
            .sorted(Comparator.comparingLong(PendingChange::n))
            .toList(),
        dues.at(),
        stored.getList("commands", Document.class, List.of()).stream()
            .map(StoredForm::applied)
            .toList(),
        stored.getString("trace"),
        new Stored(
            state,
            schema,
            stored.getString("write"),
            stored.getInteger("historyEntries", 0),
            stored.get("historyBytes", Number.class).longValue(),
            dues));
  }

  private void refuseOversize(Edit<S> edit, Document state, long historyBytes) {
    if (edit.essential()) {
      return;
    }
    if (StateSize.isOver(state, settings.maxStateBytes())) {
      throw new StoreFailure.TooLarge();
    }
    if (historyBytes > settings.maxHistoryBytes()) {
      throw new StoreFailure.Unavailable(null); // until the alarm has moved the history away
    }
  }

  private Map<String, Instant> withHistoryDue(
      Map<String, Instant> dues, int historyEntries, long historyBytes, Instant now) {
    Map<String, Instant> all = new TreeMap<>(dues);
    boolean full =
        historyEntries >= settings.historyEntries()
            || historyBytes > settings.maxHistoryBytes() / 2;
    if (full) {
      all.put(HISTORY_DUE, now);
    }
    return all;
  }

  private Date publishAt(Instant now) {
    return Date.from(now.plus(settings.publishGrace()));
  }

  private static <S> List<Document> changes(Edit<S> edit, long version, Instant now) {
    return edit.changes().stream()
        .map(
            type ->
                new Document("n", version)
                    .append("type", type)
                    .append("at", Date.from(now))
                    .append("by", edit.by()))
        .toList();
  }

  private static PendingChange change(Document stored) {
    return new PendingChange(
        stored.getLong("n"),
        stored.getString("type"),
        stored.getDate("at").toInstant(),
        stored.getString("by"));
  }

  private static Document command(AppliedCommand command) {
    return new Document("id", command.id())
        .append("hash", command.hash())
        .append("version", command.version());
  }

  private static void remember(Document push, AppliedCommand applied) {
    push.append(
        "commands",
        new Document("$each", List.of(command(applied))).append("$slice", -COMMANDS_KEPT));
  }

  private static AppliedCommand applied(Document stored) {
    return new AppliedCommand(
        stored.getString("id"), stored.getString("hash"), stored.getLong("version"));
  }

  private static Document from(SourceVersion from) {
    return new Document("subject", from.subject()).append("version", from.version());
  }
}
