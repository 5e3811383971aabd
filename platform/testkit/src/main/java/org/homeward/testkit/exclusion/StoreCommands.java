package org.homeward.testkit.exclusion;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The operations on the store that the requests of a walk make, in order. A service hears of it as
 * the bean {@code storeListener}; what its loops ask meanwhile is told apart by the trace of the
 * request.
 */
public final class StoreCommands implements CommandListener {

  /** As the services write it into their logging context. */
  private static final String TRACE = "trace.id";

  private record Asked(String trace, String what) {}

  private record Read(String trace, int length) {}

  /**
   * What a request has asked of the store.
   *
   * @param read the length of all that the store answered
   */
  public record Heard(List<String> asked, int read) {}

  private final ConcurrentLinkedQueue<Read> read = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();
  private final Supplier<@Nullable String> tracing;

  public StoreCommands() {
    this(() -> MDC.get(TRACE));
  }

  /**
   * @param tracing the trace that this thread works for
   */
  StoreCommands(Supplier<@Nullable String> tracing) {
    this.tracing = tracing;
  }

  @Override
  public void commandStarted(CommandStartedEvent event) {
    String trace = tracing.get();
    if (trace != null) {
      String name = event.getCommandName();
      BsonValue on = event.getCommand().get(name);
      asked.add(
          new Asked(
              trace, on != null && on.isString() ? name + " " + on.asString().getValue() : name));
    }
  }

  @Override
  public void commandSucceeded(CommandSucceededEvent event) {
    String trace = tracing.get();
    if (trace != null) {
      read.add(new Read(trace, event.getResponse().toJson().length()));
    }
  }

  /** Command and collection of each, such as {@code find cases}; what came before is forgotten. */
  public Heard of(String trace) {
    List<String> its =
        asked.stream().filter(each -> each.trace.equals(trace)).map(Asked::what).toList();
    int length =
        read.stream().filter(each -> each.trace.equals(trace)).mapToInt(Read::length).sum();
    asked.clear();
    read.clear();
    return new Heard(its, length);
  }
}
