package org.homeward.intake.reopening;

import java.util.List;
import java.util.UUID;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.cases.reports.OpenCase;
import org.homeward.intake.episodes.EpisodeOf;
import org.homeward.intake.episodes.LinkEpisodes;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.Says;

/**
 * Opens a case about a child of a case that has ended, kept from the same people, and links both as
 * one child. A process that dies in between leaves a case that the same command finds and links.
 */
public final class OpenEpisode {

  private final GuardedDocuments<KeptCase> cases;
  private final OpenCase openCase;
  private final LinkEpisodes linkEpisodes;

  OpenEpisode(GuardedDocuments<KeptCase> cases, OpenCase openCase, LinkEpisodes linkEpisodes) {
    this.cases = cases;
    this.openCase = openCase;
    this.linkEpisodes = linkEpisodes;
  }

  /** The outcome; a repetition gets the same. */
  public sealed interface Outcome {

    record Opened(Guarded<KeptCase> now, String report, String child) implements Outcome {}

    /** The case before, or the new one by now, is erased. */
    record Erased() implements Outcome {}

    record KeyReused() implements Outcome {}
  }

  /**
   * What is to be opened.
   *
   * @param caseId of the episode before
   * @param kind what the new case is about
   * @param said by the caller now, of the case as a whole
   */
  public record Wish(String caseId, String child, CaseKind kind, Channel channel, Says said) {

    @Override
    public String toString() {
      return "Wish[" + kind + "]";
    }
  }

  /**
   * @param by opaque id of the person who took the report
   */
  public Outcome open(Wish wish, Command command, String by) {
    var before = new EpisodeOf(wish.caseId(), wish.child());
    if (!(cases.find(wish.caseId()).map(Guarded::state).orElse(null) instanceof Case old)) {
      return new Outcome.Erased(); // upholds 7
    }
    String again = UUID.randomUUID().toString();
    var first =
        new OpenCase.FirstReport(
            old.exercise(), // upholds 9
            wish.kind(),
            wish.channel(),
            old.notTo(), // upholds 6
            List.of(again),
            CarriedFacts.of(old.reports(), wish.child(), again, wish.said()));
    return switch (openCase.open(first, command, by)) {
      case WriteOutcome.Written<KeptCase, String>(var now, var _) -> linked(before, now, by);
      case WriteOutcome.Repeated<KeptCase, String>(var now, var _) -> linked(before, now, by);
      case WriteOutcome.KeyReused<KeptCase, String>() -> new Outcome.KeyReused();
    };
  }

  private Outcome linked(EpisodeOf before, Guarded<KeptCase> now, String by) {
    if (!(now.state() instanceof Case opened)) {
      return new Outcome.Erased();
    }
    KeptReport first = opened.reports().getFirst();
    String child = first.newChildren().getFirst();
    linkEpisodes.again(before, new EpisodeOf(now.id(), child), opened.exercise(), by);
    return new Outcome.Opened(now, first.id(), child);
  }
}
