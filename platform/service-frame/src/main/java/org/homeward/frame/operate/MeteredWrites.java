package org.homeward.frame.operate;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.homeward.durable.store.WriteObserver;
import org.homeward.face.trace.Trace;
import org.jspecify.annotations.Nullable;

/** Counts accepted changes by type, and gives each change the trace of its request. */
final class MeteredWrites implements WriteObserver {

  private static final String ACCEPTED = "homeward.changes.accepted";

  private final MeterRegistry metrics;

  /**
   * @param metrics types of changes are codes of ours: their number is bounded
   */
  MeteredWrites(MeterRegistry metrics) {
    this.metrics = metrics;
    metrics.counter(ACCEPTED, "type", "none"); // there is a number before there is a change
  }

  @Override
  public @Nullable String traceparent() {
    return Trace.current().map(Trace::header).orElse(null);
  }

  @Override
  public void accepted(List<String> changes) {
    changes.forEach(type -> metrics.counter(ACCEPTED, "type", type).increment());
  }
}
