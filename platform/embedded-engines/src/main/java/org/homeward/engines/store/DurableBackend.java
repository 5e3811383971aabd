package org.homeward.engines.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Journals before it applies, and answers with copies.
 *
 * <p>{@code writers} orders writes and is all that a rewrite holds; {@code state} separates one
 * write's application from reads, so a reader sees all of a command or nothing and is not held up
 * by the disk.
 */
final class DurableBackend extends AbstractMongoBackend {
  private static final Logger LOG = LoggerFactory.getLogger(DurableBackend.class);
  private static final String PRESSURE = "storePressure";
  private static final long PATIENCE_SECONDS = 2;

  private final ReentrantLock writers = new ReentrantLock(true);
  private final ReentrantReadWriteLock state = new ReentrantReadWriteLock();
  private final Channel nobody = new EmbeddedChannel();
  private final long rewriteAbove;
  private final Journal journal;
  private final JournaledDocuments journaled;
  private final Map<String, StoredDatabase> databases = new ConcurrentHashMap<>();
  private final ReadOnly readOnly = ReadOnly.ofProcess();
  private final HeapFill fill;
  private final Logins logins;
  private boolean closed; // guarded by writers

  /** The journal's length when its rewrite failed; 0 after a successful rewrite. */
  private volatile long failedAt;

  DurableBackend(EmbeddedStore.Settings settings, HeapFill fill) throws IOException {
    this.fill = fill;
    logins = new Logins(settings.login());
    rewriteAbove = settings.rewriteAbove();
    journal = new Journal(settings.directory(), settings.fsync());
    journaled = new JournaledDocuments(journal);
    try {
      journal.replay(new Replay(this::apply, journaled));
      rewrite();
    } catch (IOException | RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  /** Adds the fill level of the heap to each answer, so that services need not ask for it. */
  @Override
  public Document handleMessage(MongoMessage message) {
    return answer(message).append(PRESSURE, fill.percent());
  }

  /** Answers every failure as a document: the engine would log whole commands. */
  private Document answer(MongoMessage message) {
    Document command = message.getDocument();
    String name = command.keySet().iterator().next();
    try {
      return run(message.getChannel(), message.getDatabaseName(), name, command);
    } catch (MongoServerError e) {
      return failure(e.getMessageWithoutErrorCode())
          .append("code", e.getCode())
          .append("codeName", e.getCodeName());
    } catch (MongoServerException e) {
      return failure(e.getMessageWithoutErrorCode());
    } catch (RuntimeException e) {
      LOG.warn("a {} command failed with {}", CommandKind.of(name), e.getClass().getName());
      return failure("the store failed with " + e.getClass().getName())
          .append("code", 8)
          .append("codeName", "UnknownError");
    }
  }

  /** The old protocol serves handshakes only, as in MongoDB since 5.1. */
  @Override
  public Document handleCommand(Channel channel, String database, String name, Document command) {
    return switch (CommandKind.of(name)) {
      case HELLO, PLAIN -> run(channel, database, name, command);
      case READ, WRITE, LOGIN, COMPACT, UNKNOWN -> throw oldProtocol();
    };
  }

  @Override
  public QueryResult handleQuery(MongoQuery query) {
    throw oldProtocol();
  }

  /** The old protocol asks this before anything else. */
  @Override
  public Document getServerStatus() {
    throw oldProtocol();
  }

  /** The same. */
  @Override
  public Collection<Document> getCurrentOperations(MongoQuery query) {
    throw oldProtocol();
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    var opened = new StoredDatabase(name, getCursorRegistry(), journaled);
    databases.put(name, opened);
    return opened;
  }

  long journalBytes() {
    return journal.size();
  }

  boolean takesWrites() {
    try {
      if (!writers.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    try {
      return !closed;
    } finally {
      writers.unlock();
    }
  }

  /** Whether the last rewrite failed: the journal grows, and what was erased stays in it. */
  boolean failsToRewrite() {
    return failedAt > 0;
  }

  /** Writes the live documents to a new journal; writers wait, readers do not. */
  void rewrite() {
    writers.lock();
    try {
      if (!closed) {
        var live =
            new Snapshot(
                (database, command) -> engine(nobody, database, command),
                name -> Objects.requireNonNull(databases.get(name)));
        journal.replaceBy(
            out -> live.write(new TreeSet<>(listDatabaseNames()), out),
            change -> alone(change, live::moveShelves));
        failedAt = 0;
      }
    } catch (RuntimeException e) {
      failedAt = journal.size();
      throw e;
    } finally {
      writers.unlock();
    }
  }

  private void alone(Runnable... changes) {
    state.writeLock().lock();
    try {
      List.of(changes).forEach(Runnable::run);
    } finally {
      state.writeLock().unlock();
    }
  }

  void rewriteIfGrown() {
    if (journal.size() > journal.snapshotSize()) {
      rewrite();
    }
  }

  /** The engine would drop its documents here, and a late rewrite would store the empty state. */
  @Override
  public void close() {
    LOG.debug("closed");
  }

  /** Waits for the present write; later ones are refused. */
  void closeJournal() throws IOException {
    writers.lock();
    try {
      if (!closed) {
        closed = true;
        journal.close();
      }
    } finally {
      writers.unlock();
    }
  }

  private Document run(Channel channel, String database, String name, Document command) {
    var kind = CommandKind.of(name);
    logins.check(channel, kind);
    return switch (kind) {
      case READ -> read(channel, database, name, command);
      case WRITE -> write(channel, database, name, command);
      case PLAIN -> engine(channel, database, command);
      case LOGIN -> logins.answer(channel, name, command);
      case HELLO -> // asked by Spring Boot's health; the engine knows the old name only
          CommandKind.plain(name).equals("ping")
              ? engine(channel, database, command)
              : super.handleCommand(channel, database, "ismaster", command)
                  .append("isWritablePrimary", true);
      case COMPACT -> {
        rewrite();
        yield new Document("ok", 1.0);
      }
      case UNKNOWN ->
          throw new MongoServerError(59, "CommandNotFound", "no such command: '" + name + "'");
    };
  }

  private Document read(Channel channel, String database, String name, Document command) {
    Refusals.check(name, command);
    Document answer;
    long seen;
    state.readLock().lock();
    try {
      answer = Copies.ofAnswer(engine(channel, database, command));
      seen = journal.appended();
    } finally {
      state.readLock().unlock();
    }
    journal.awaitDurable(seen);
    return answer;
  }

  private Document write(Channel channel, String database, String name, Document command) {
    Refusals.check(name, command);
    ByteBuf record = JournalRecord.of(database, command);
    Document answer;
    long written;
    writers.lock();
    try {
      if (closed) {
        throw new MongoServerError(91, "ShutdownInProgress", "the store is closing");
      }
      readOnly.check();
      long at = journal.append(record); // upholds 1
      written = journal.appended();
      journaled.expect(command, JournalRecord.body(record), at + JournalRecord.HEADER, List.of());
      answer = InsertCount.corrected(command, apply(channel, database, command));
      rewriteIfLong();
    } finally {
      journaled.forget();
      writers.unlock();
    }
    journal.awaitDurable(written);
    return answer;
  }

  /** The write is kept even if the rewrite fails, so the answer is a success. */
  private void rewriteIfLong() {
    if (journal.size() <= 2 * Math.max(journal.snapshotSize(), failedAt) + rewriteAbove) {
      return;
    }
    try {
      rewrite();
    } catch (RuntimeException e) {
      LOG.error("the journal was not rewritten; erased data may stay in it", e);
    }
  }

  private Document apply(String database, Document command) {
    return apply(nobody, database, command);
  }

  /** The copy is taken inside the lock: findAndModify answers with the live document. */
  private Document apply(Channel channel, String database, Document command) {
    state.writeLock().lock();
    try {
      return Copies.ofAnswer(engine(channel, database, command));
    } finally {
      state.writeLock().unlock();
    }
  }

  private Document engine(Channel channel, String database, Document command) {
    return super.handleCommand(channel, database, command.keySet().iterator().next(), command);
  }

  private static Document failure(String message) {
    return new Document("ok", 0.0).append("errmsg", message);
  }

  private static MongoServerError oldProtocol() {
    return new MongoServerError(352, "UnsupportedOpQueryCommand", "OP_QUERY is not served");
  }
}
