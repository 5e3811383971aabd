package org.homeward.engines;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.homeward.engines.broker.EmbeddedBroker;
import org.homeward.engines.engine.Engine;
import org.homeward.engines.engine.Health;
import org.homeward.engines.store.EmbeddedStore;

/**
 * Broker and store as one process of their own, or one of them; prints one line {@code READY …}
 * when what it holds answers.
 *
 * <p>Arguments: {@code --data=directory --run=both|broker|store --store-port=27018
 * --store-secret=file --kafka-port=19092 --controller-port=19093 --health-port=0 --fsync=false};
 * for one of several brokers {@code --node-id=1 --voters=1@host:port,… --cluster-id=…}, and they
 * have to be started together: none is ready before most of them are there. Needs a stated heap;
 * give it {@code -XX:+ExitOnOutOfMemoryError} too.
 */
public final class EnginesProcess {
  private static final int WRONG_USE = 64;
  private static final int CANNOT_START = 69;

  private final Map<String, Engine> engines = new LinkedHashMap<>();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  private EnginesProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    var process = new EnginesProcess();
    try {
      ProcessSettings settings = ProcessSettings.from(arguments, System.getenv());
      requireStatedHeap();
      Runtime.getRuntime().addShutdownHook(new Thread(process::close, "engines end"));
      System.out.println(process.start(settings));
    } catch (IllegalArgumentException e) {
      fail(WRONG_USE, e.getMessage() == null ? e.toString() : e.getMessage());
    } catch (IOException | RuntimeException | LinkageError e) { // or half of it would stay alive
      fail(CANNOT_START, e.getMessage() == null ? e.toString() : e.getMessage());
    }
    Thread.currentThread().join();
  }

  private String start(ProcessSettings settings) throws IOException {
    StringBuilder ready = new StringBuilder("READY");
    if (settings.run().store()) {
      EmbeddedStore store = add("store", EmbeddedStore.open(settings.store()));
      ready.append(" store=").append(store.connectionString());
    }
    if (settings.run().broker()) {
      EmbeddedBroker broker = add("broker", EmbeddedBroker.start(settings.broker()));
      ready.append(" kafka=").append(broker.bootstrapServers());
      ready.append(" cluster=").append(broker.clusterId());
    }
    for (Engine engine : engines.values()) {
      Health health = engine.health();
      if (!health.isUp()) {
        throw new IOException(health.detail());
      }
    }
    if (settings.healthPort() != 0) {
      push(new HealthPage(settings.healthPort(), engines));
    }
    return ready.toString();
  }

  private <E extends Engine> E add(String name, E engine) {
    engines.put(name, engine);
    push(engine);
    return engine;
  }

  private synchronized void push(AutoCloseable last) {
    open.push(last);
  }

  private synchronized void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        System.err.println("while ending: " + e.getMessage());
      }
    }
  }

  /** Requires -Xmx, because a store with an unlimited heap can exhaust the machine's memory. */
  private static void requireStatedHeap() {
    var vm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    VMOption.Origin origin = vm.getVMOption("MaxHeapSize").getOrigin();
    if (origin == VMOption.Origin.DEFAULT || origin == VMOption.Origin.ERGONOMIC) {
      throw new IllegalArgumentException("state the heap, for instance with -Xmx256m");
    }
  }

  private static void fail(int status, String sentence) {
    System.err.println("The engines cannot start: " + sentence + ".");
    System.exit(status);
  }
}
