package org.homeward.bridge.handovers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.homeward.durable.document.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.Outcome;
import org.homeward.schema.event.ChangeType;
import org.jspecify.annotations.Nullable;

/** Writes what was decided about a handover, with the alarms that follow from its new state. */
public final class ChangeHandover {

  private final GuardedDocuments<Handover> handovers;
  private final Clock clock;

  public ChangeHandover(GuardedDocuments<Handover> handovers, Clock clock) {
    this.handovers = handovers;
    this.clock = clock;
  }

  public Optional<Guarded<Handover>> find(String id) {
    return handovers.find(id);
  }

  /** Something that concerns a holder. */
  public Outcome<Handover, Decided<Held>> held(
      String id, OptionalLong seen, @Nullable Command command, String by, HolderEvent event) {
    return handovers.change(
        id,
        seen,
        command,
        read ->
            switch (read.state()) {
              case Held held -> decision(read, HolderDecisions.decide(held, event, now()), by);
              case Owned _ ->
                  Decision.keep(new Decided.Refused<>(Decided.Refusal.NOT_THE_HOLDER, Set.of()));
            });
  }

  /** Something that concerns an owner. */
  public Outcome<Handover, Decided<Owned>> owned(
      String id, OptionalLong seen, @Nullable Command command, String by, OwnerEvent event) {
    return handovers.change(
        id,
        seen,
        command,
        read ->
            switch (read.state()) {
              case Owned owned -> decision(read, OwnerDecisions.decide(owned, event, now()), by);
              case Held _ ->
                  Decision.keep(new Decided.Refused<>(Decided.Refusal.NOT_THE_OWNER, Set.of()));
            });
  }

  /** Any other write; empty leaves the document. */
  public <R> Outcome<Handover, R> write(
      String id,
      OptionalLong seen,
      String by,
      Function<Guarded<Handover>, Optional<Decided.Becomes<? extends Handover>>> next,
      R answer) {
    return handovers.change(
        id,
        seen,
        null,
        read ->
            next.apply(read)
                .map(becomes -> Decision.write(edit(becomes, read.dues(), by, now()), answer))
                .orElseGet(() -> Decision.keep(answer)));
  }

  /** Makes the alarms again what the state asks for, when they are not. */
  public void settle(String id) {
    Outcome<Handover, Boolean> _ =
        handovers.change(
            id,
            OptionalLong.empty(),
            null,
            read -> {
              Map<String, Instant> dues = Dues.of(read.state(), read.dues(), now());
              return dues.equals(read.dues())
                  ? Decision.keep(false)
                  : Decision.write(
                      Edit.of(read.state(), "bridge").withDues(dues).asEssential(), true);
            });
  }

  public static Edit<Handover> edit(
      Decided.Becomes<? extends Handover> becomes,
      Map<String, Instant> earlier,
      String by,
      Instant now) {
    Map<String, Instant> dues = Dues.of(becomes.next(), earlier, now);
    if (becomes.forget()) {
      dues.put(KeptHistory.FORGET_DUE, now); // upholds 7
    }
    List<String> changes = becomes.changes().stream().map(ChangeType::text).toList();
    Edit<Handover> edit = new Edit<>(becomes.next(), changes, dues, by, null, false);
    return becomes.essential() ? edit.asEssential() : edit;
  }

  private <H extends Handover> Decision<Handover, Decided<H>> decision(
      Guarded<Handover> read, Decided<H> decided, String by) {
    return decided instanceof Decided.Becomes<H> becomes
        ? Decision.write(edit(becomes, read.dues(), by, now()), decided)
        : Decision.keep(decided);
  }

  private Instant now() {
    return clock.instant();
  }
}
