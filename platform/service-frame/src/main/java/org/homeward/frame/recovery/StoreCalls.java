package org.homeward.frame.recovery;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what this process has asked of the store, and what it has written to it. */
public final class StoreCalls implements CommandListener {

  private static final Set<String> WRITES =
      Set.of("insert", "update", "delete", "findAndModify", "bulkWrite");

  private final AtomicLong writes = new AtomicLong();
  private final AtomicLong operations = new AtomicLong();

  @Override
  public void commandSucceeded(CommandSucceededEvent event) {
    operations.incrementAndGet();
    if (WRITES.contains(event.getCommandName())) {
      writes.incrementAndGet();
    }
  }

  long count() {
    return writes.get();
  }

  long operations() {
    return operations.get();
  }
}
