package org.homeward.face.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * W3C trace context as two ids and nothing else: no state, no baggage, nothing a person could have
 * written.
 *
 * @param id of all that one request or message causes, 32 hex digits
 * @param parent names the step before, 16 hex digits
 */
public record Trace(String id, String parent) {

  /** Header of requests, in both directions. */
  public static final String HEADER = "traceparent";

  /** Key of the id in the logging context. */
  public static final String LOG_KEY = "trace.id";

  private static final Pattern WELL_FORMED =
      Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private static final ThreadLocal<@Nullable Trace> CURRENT = new ThreadLocal<>();

  /** The scope in which this thread works for a trace. */
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }

  /** Empty for what is not there or not well-formed. */
  public static Optional<Trace> parse(@Nullable String header) {
    if (header == null) {
      return Optional.empty();
    }
    if (!WELL_FORMED.matcher(header).matches()) return Optional.empty(); // upholds 8
    String[] parts = header.split("-", -1);
    return Optional.of(new Trace(parts[1], parts[2]));
  }

  /** One that begins here. */
  public static Trace fresh() {
    return new Trace(hex() + hex(), hex());
  }

  /** Continues the incoming trace, or starts a new one when nothing well-formed came. */
  public static Trace following(@Nullable String header) {
    return parse(header).map(Trace::next).orElseGet(Trace::fresh);
  }

  /** The trace that this thread works for. */
  public static Optional<Trace> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** The same, one step further. */
  public Trace next() {
    return new Trace(id, hex());
  }

  /** As it is sent on; not sampled, because nothing is recorded but log lines. */
  public String header() {
    return "00-" + id + "-" + parent + "-00";
  }

  /** This thread and its log lines belong to this trace until the scope is closed. */
  public Scope open() {
    Trace before = CURRENT.get();
    enter(this);
    return () -> enter(before);
  }

  private static void enter(@Nullable Trace trace) {
    if (trace == null) {
      CURRENT.remove();
      MDC.remove(LOG_KEY);
    } else {
      CURRENT.set(trace);
      MDC.put(LOG_KEY, trace.id);
    }
  }

  /** Never zero, which stands for "none". */
  private static String hex() {
    long random = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    return HexFormat.of().toHexDigits(random);
  }
}
