package org.homeward.engines.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.homeward.engines.engine.BoundedStop;
import org.homeward.engines.engine.DirectoryLock;
import org.homeward.engines.engine.Engine;
import org.homeward.engines.engine.Health;
import org.homeward.engines.engine.PortTaken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A document store in this JVM that speaks MongoDB's wire protocol and keeps what it acknowledged.
 *
 * <p>For trying out, tests and a small desk on one machine; a larger node runs MongoDB. Documents
 * live in memory; every write command goes to a journal before it becomes visible. Without {@code
 * fsync} "kept" means through the death of the process, not of the machine. {@code {compact:
 * "any"}} through any client rewrites the journal, so that erased data leaves it.
 */
public final class EmbeddedStore implements Engine {

  /**
   * The directory of a store and its durability.
   *
   * @param directory holds journal and lock; one store at a time
   * @param fsync waits for the disk before a write is acknowledged
   * @param rewriteAbove bytes the journal may grow beyond twice its last snapshot before it is
   *     rewritten
   * @param rewriteEvery the longest time that erased data stays in the journal
   * @param stopWithin how long {@link #close} waits
   * @param login null: whoever reaches the address may do everything
   */
  public record Settings(
      Path directory,
      InetSocketAddress address,
      boolean fsync,
      long rewriteAbove,
      Duration rewriteEvery,
      Duration stopWithin,
      @Nullable StoreLogin login) {

    /** On a loopback port (0: any), without fsync, rewritten daily and above 16 MB. */
    public static Settings of(Path directory, int port) {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      return new Settings(
          directory, address, false, 16L << 20, Duration.ofHours(24), Duration.ofSeconds(10), null);
    }

    public Settings withFsync(boolean wanted) {
      return new Settings(
          directory, address, wanted, rewriteAbove, rewriteEvery, stopWithin, login);
    }

    public Settings withLogin(StoreLogin wanted) {
      return new Settings(
          directory, address, fsync, rewriteAbove, rewriteEvery, stopWithin, wanted);
    }

    public Settings withRewriteAbove(long bytes) {
      return new Settings(directory, address, fsync, bytes, rewriteEvery, stopWithin, login);
    }

    public Settings withRewriteEvery(Duration period) {
      return new Settings(directory, address, fsync, rewriteAbove, period, stopWithin, login);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStore.class);

  /** A thread serves its connections one after another, and waits for the disk. */
  private static final int CONNECTION_THREADS = 32;

  private static final int LOOK_MILLIS = 1_000;

  /** The fill level that health reports; services refuse some writes from 75 % on. */
  private static final int NEARLY_FULL = 60;

  private static final String NOT_REWRITTEN =
      "; the journal cannot be rewritten, so it grows and erased data stays in it: see the log,"
          + " restore the last good copy";

  private static final String NEARLY_FULL_ADVICE =
      ": give it more (-Xmx); from 75 % on services refuse subscriptions, from 85 % new cases";

  private final Settings settings;
  private final DirectoryLock lock;
  private final HeapFill fill = HeapFill.ofThisJvm();
  private final DurableBackend backend;
  private final MongoServer server;
  private final InetSocketAddress address;
  private final ScheduledExecutorService schedule;
  private volatile boolean closed;

  private EmbeddedStore(Settings settings, DirectoryLock lock) throws IOException {
    this.settings = settings;
    this.lock = lock;
    backend = new DurableBackend(settings, fill);
    server = listen(backend, settings.address());
    address = server.getLocalAddress();
    schedule =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("store upkeep").factory());
    schedule.scheduleWithFixedDelay(fill::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    long period = settings.rewriteEvery().toMillis();
    schedule.scheduleWithFixedDelay(this::rewriteOnSchedule, period, period, TimeUnit.MILLISECONDS);
  }

  /**
   * Replays the journal, rewrites it and listens.
   *
   * @throws IOException with a sentence on what to do when the directory is in use, the journal
   *     damaged or the port taken
   */
  public static EmbeddedStore open(Settings settings) throws IOException {
    DirectoryLock lock = DirectoryLock.take(settings.directory());
    try {
      return new EmbeddedStore(settings, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  public InetSocketAddress address() {
    return address;
  }

  /** The address for a MongoDB driver, without a login. */
  public String connectionString() {
    return "mongodb://" + address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  public long journalBytes() {
    return backend.journalBytes();
  }

  /** Rewrites the journal now; afterwards no erased data is in it. */
  public void rewrite() {
    backend.rewrite();
  }

  @Override
  public Health health() {
    if (closed) {
      return Health.down("the store is closed");
    }
    if (!backend.takesWrites()) {
      return Health.down("the store takes no writes at the moment");
    }
    String detail =
        "the store answers; journal of %d bytes; heap %d %% full"
            .formatted(journalBytes(), fill.percent());
    String advice = fill.percent() < NEARLY_FULL ? "" : NEARLY_FULL_ADVICE;
    return Health.up(detail + advice + (backend.failsToRewrite() ? NOT_REWRITTEN : ""));
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    schedule.shutdown(); // never with an interrupt: that would close the journal's channel
    BoundedStop.within(
        settings.stopWithin(),
        "store",
        () -> {
          backend.closeJournal(); // first: what is written is complete, what comes is refused
          server.shutdownNow();
          lock.close();
        });
  }

  private void rewriteOnSchedule() {
    try {
      backend.rewriteIfGrown();
    } catch (RuntimeException e) {
      LOG.error("the journal was not rewritten; erased data may stay in it", e);
    }
  }

  private static MongoServer listen(DurableBackend backend, InetSocketAddress address)
      throws IOException {
    var server = new MongoServer(backend);
    try {
      server.bind(address, 1, CONNECTION_THREADS);
      return server;
    } catch (Exception e) { // the driver throws checked exceptions without saying so
      backend.closeJournal();
      if (e instanceof BindException) {
        throw new PortTaken(address, "the store");
      }
      throw new IOException("the store cannot listen on " + address, e);
    }
  }
}
