package org.homeward.alert.registers;

import java.time.Instant;
import java.util.OptionalLong;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/** Makes an entry hold: another person says that it is what its name says. */
public final class ConfirmEntry<E extends Entry> {

  private final GuardedDocuments<E> entries;
  private final Edits<E> edits;

  public ConfirmEntry(GuardedDocuments<E> entries, Edits<E> edits) {
    this.entries = entries;
    this.edits = edits;
  }

  /** Writes down that a person has confirmed an entry. */
  @FunctionalInterface
  public interface Edits<E> {
    Edit<E> confirmed(Guarded<E> read, String by, Instant now);
  }

  /**
   * @param seen the version that the person has seen
   */
  public WriteOutcome.OfRequest<E, Confirmed> confirm(
      String id, OptionalLong seen, Command command, String by) {
    return entries.change(id, Check.of(command, seen), read -> decide(read, by));
  }

  private Decision<E, Confirmed> decide(Guarded<E> read, String by) {
    Instant now = entries.clock().instant();
    E entry = read.state();
    if (entry.asksForConfirmation(now)) {
      boolean alone = entry.isOwnOf(by);
      if (alone) return Decision.keep(Confirmed.SAME_PERSON); // upholds 3
      Edit<E> edit = edits.confirmed(read, by, now);
      boolean waits = edit.state().asksForConfirmation(now);
      return Decision.write(edit, waits ? Confirmed.WAITS : Confirmed.HOLDS);
    }
    return Decision.keep(entry.standing(now) == Standing.VALID ? Confirmed.HOLDS : Confirmed.OVER);
  }
}
