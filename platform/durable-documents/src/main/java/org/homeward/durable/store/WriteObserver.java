package org.homeward.durable.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Observes each write, for traces and metrics; no write depends on it. */
public interface WriteObserver {

  /** Nobody does. */
  WriteObserver NOBODY =
      new WriteObserver() {
        @Override
        public @Nullable String traceparent() {
          return null;
        }

        @Override
        public void accepted(List<String> changes) {}
      };

  /** The trace this thread works for, as W3C writes it; ids only. */
  @Nullable String traceparent();

  /** Types of changes that a majority now has. */
  void accepted(List<String> changes);
}
