package org.homeward.intake.cases.news;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.durable.command.Command;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.KeptChild;
import org.homeward.intake.cases.KeptReport;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.ChildState;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.snapshots.HandedCase;
import org.homeward.schema.snapshots.HandoverSnapshot;

/**
 * A case of another node as its handover tells it: one report, held until a person here decides.
 */
final class ForeignCase {

  private static final String BY = "bridge";
  private static final KeptChild ENDED =
      new KeptChild(new ChildStatus(ChildState.ENDED, null, null), null);

  private ForeignCase() {}

  static Case opened(
      News news,
      HandoverSnapshot told,
      HandedCase content,
      Set<String> notTo,
      String reportId,
      Instant now) {
    Says says = content.facts();
    KeptReport report =
        KeptReport.held(
            reportId,
            Channel.PARTNER,
            HoldReason.FOREIGN_CASE,
            says,
            brought(content),
            Says.EMPTY,
            new Command(news.subject(), ""),
            BY,
            now);
    return new Case(
        news.caseId(),
        told.home(),
        told.exercise(),
        now,
        news.subject(),
        null,
        notTo,
        children(Map.of(), content),
        List.of(report),
        List.of(),
        Map.of());
  }

  /** The owner's present facts; whether police get them stays this node's decision. */
  static Case renewed(
      Case now, HandedCase content, Set<String> notTo, boolean truncated, Instant at) {
    KeptReport report = now.reports().getFirst();
    KeptReport said =
        truncated ? report : report.saying(content.facts()).withNewChildren(brought(content));
    return now.retold(notTo, children(now.children(), content), said, at);
  }

  private static List<String> brought(HandedCase content) {
    return content.children().keySet().stream().sorted().toList();
  }

  /** An end is never taken back. */
  private static Map<String, KeptChild> children(
      Map<String, KeptChild> before, HandedCase content) {
    Map<String, KeptChild> children = new TreeMap<>();
    content
        .children()
        .forEach(
            (id, status) -> {
              KeptChild known = before.getOrDefault(id, KeptChild.MISSING);
              boolean stays = known.hasEnded() && status.status() != ChildState.ENDED;
              boolean over = content.ended() && status.status() != ChildState.ENDED;
              KeptChild told = over ? ENDED : new KeptChild(status, null);
              children.put(id, stays ? known : told);
            });
    return children;
  }
}
