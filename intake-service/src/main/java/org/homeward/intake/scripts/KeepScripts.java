package org.homeward.intake.scripts;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.scripts.ScriptDecision.Refusal;

/**
 * Keeps the texts of the hotline; a text that came with intake stands until somebody writes one.
 */
final class KeepScripts {

  /** Of a text that nobody here has touched. */
  private static final long UNTOUCHED = 0;

  private final GuardedDocuments<Script> scripts;
  private final BuiltInScripts builtIn;
  private final Clock clock;

  KeepScripts(GuardedDocuments<Script> scripts, BuiltInScripts builtIn, Clock clock) {
    this.scripts = scripts;
    this.builtIn = builtIn;
    this.clock = clock;
  }

  /** A text as it stands. */
  record Current(ScriptId id, Script script, long version) {}

  Current find(ScriptId id) {
    return current(id, scripts.find(id.text()));
  }

  private Current current(ScriptId id, Optional<Guarded<Script>> read) {
    return read.map(it -> new Current(id, it.state(), it.version()))
        .orElseGet(() -> new Current(id, builtIn.of(id), UNTOUCHED));
  }

  /** All there can be, by occasion and language. */
  Map<ScriptId, Current> all() {
    Map<String, Guarded<Script>> kept = new HashMap<>();
    scripts.find(ScriptId.all().map(ScriptId::text).toList()).forEach(it -> kept.put(it.id(), it));
    Map<ScriptId, Current> all = new LinkedHashMap<>();
    ScriptId.all()
        .forEach(id -> all.put(id, current(id, Optional.ofNullable(kept.get(id.text())))));
    return all;
  }

  /**
   * @param seen the version that the person has seen; absent: whichever stands
   */
  WriteOutcome.OfPuttingOnce<Script, ScriptDecision> change(
      ScriptId id, OptionalLong seen, Command command, ScriptCommand wish, String by) {
    return scripts.put(
        id.text(),
        command,
        read -> {
          Current current = current(id, read);
          if (seen.isPresent() && seen.getAsLong() != current.version()) {
            return Decision.keep(new ScriptDecision.Refused(Refusal.STALE));
          }
          ScriptDecision decided = ScriptDecisions.decide(current.script(), wish, clock.instant());
          return decided instanceof ScriptDecision.Changed(Script next)
              ? Decision.write(Edit.of(next, by).asEssential(), decided)
              : Decision.keep(decided);
        });
  }
}
