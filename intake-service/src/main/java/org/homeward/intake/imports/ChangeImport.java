package org.homeward.intake.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;

/** Carries out what people, rows and the time do to imports, with the alarms that follow. */
final class ChangeImport {

  static final String BY = "intake";

  private static final String TAKE_DUE = "take";
  private static final String RING_DUE = "ring";
  private static final String RETENTION_DUE = "retention";
  private static final Set<String> OWN_DUES = Set.of(TAKE_DUE, RING_DUE, RETENTION_DUE);

  /** What was over while it could not go stays for a day more. */
  private static final Duration LATER = Duration.ofDays(1);

  private final GuardedDocuments<KeptImport> imports;
  private final ImportSettings settings;
  private final Clock clock;

  ChangeImport(GuardedDocuments<KeptImport> imports, ImportSettings settings, Clock clock) {
    this.imports = imports;
    this.settings = settings;
    this.clock = clock;
  }

  Optional<WriteOutcome.OfRepetition<KeptImport, Boolean>> repeated(Command command) {
    return imports.repeated(command);
  }

  WriteOutcome.OfCreating<KeptImport, Boolean> create(String id, Import fresh, Command command) {
    Edit<KeptImport> edit = Edit.<KeptImport>of(fresh, fresh.by()).withDues(dues(fresh, Map.of()));
    return imports.create(id, edit, command, true);
  }

  Optional<Guarded<KeptImport>> find(String id) {
    return imports.find(id);
  }

  WriteOutcome.OfRequest<KeptImport, ImportDecision> change(
      String id, OptionalLong version, Command command, ImportCommand wish, String by) {
    return imports.change(id, Check.of(command, version), read -> decided(read, wish, by));
  }

  /** The officer's word about one case; the answer tells whether there was something to do. */
  WriteOutcome.OfRequest<KeptImport, Boolean> settle(
      String id, Command command, ImportCommand.Settle wish, String by) {
    return imports.change(
        id,
        List.of(Check.once(command)),
        read ->
            switch (decided(read, wish, by)) {
              case Decision.Write<KeptImport, ImportDecision>(var edit, var _) ->
                  Decision.write(edit, true);
              case Decision.Keep<KeptImport, ImportDecision> _ -> Decision.keep(false);
            });
  }

  WriteOutcome.OfChanging<KeptImport, ImportDecision> change(String id, ImportCommand wish) {
    return imports.change(id, read -> decided(read, wish, BY));
  }

  boolean ringIfDue(String id) {
    return change(id, new ImportCommand.RingIfDue(settings.reviewWithin()))
        instanceof WriteOutcome.Written<KeptImport, ImportDecision>;
  }

  void expireIfDue(String id) {
    change(id, new ImportCommand.ExpireIfDue(settings.kept()));
  }

  private Decision<KeptImport, ImportDecision> decided(
      Guarded<KeptImport> read, ImportCommand wish, String by) {
    Instant now = clock.instant();
    ImportDecision decided = ImportDecisions.decide(read.state(), wish, now);
    return switch (decided) {
      case ImportDecision.Changed(Import next) -> {
        Map<String, Instant> dues = dues(next, read.dues());
        if (next.key() == null && read.state() instanceof Import before && before.key() != null) {
          dues.put(KeptHistory.FORGET_DUE, now); // upholds 8
        }
        yield Decision.write(Edit.<KeptImport>of(next, by).withDues(dues).asEssential(), decided);
      }
      case ImportDecision.Changed(GoneImport next) ->
          Decision.write(
              Edit.<KeptImport>of(next, by)
                  .withDues( // upholds 8
                      Map.of(
                          KeptHistory.FORGET_DUE,
                          now,
                          KeptHistory.GONE_DUE,
                          now.plus(GoneImport.KEPT_FOR)))
                  .asEssential(),
              decided);
      case ImportDecision.Unchanged _, ImportDecision.Refused _ -> Decision.keep(decided);
    };
  }

  /** Dues of its history stay. */
  private Map<String, Instant> dues(Import next, Map<String, Instant> before) {
    Instant now = clock.instant();
    Map<String, Instant> dues = new TreeMap<>(before);
    dues.keySet().removeAll(OWN_DUES);
    switch (next.stage()) {
      case TAKING -> dues.put(TAKE_DUE, now);
      case PAUSED -> dues.put(TAKE_DUE, now.plus(settings.pause()));
      case TAKEN -> {
        Import.Taking taking = next.taking();
        if (taking != null && taking.doneAt() != null && taking.rangAt() == null) {
          dues.put(RING_DUE, taking.doneAt().plus(settings.reviewWithin())); // upholds 11
        }
      }
      case CHECKED, REVIEWED -> {} // nothing waits
    }
    boolean mayGo = next.stage() == Import.Stage.CHECKED || next.stage() == Import.Stage.REVIEWED;
    if (mayGo && next.erasures().isEmpty()) {
      Instant over = next.at().plus(settings.kept());
      dues.put(RETENTION_DUE, over.isAfter(now) ? over : now.plus(LATER)); // upholds 8
    }
    return dues;
  }
}
