package org.homeward.intake.episodes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.conditional.ETags;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.KeptChild;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.PersonName;
import org.springframework.http.ResponseEntity;

/** Maps children over episodes, and outcomes of links, to HTTP answers. */
public final class HttpChild {

  private HttpChild() {}

  static Map<String, Object> of(ChildView view) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("case", view.start().caseId());
    json.put("child", view.start().child());
    json.put("exercise", view.exercise());
    json.put("episodes", view.episodes().stream().map(HttpChild::episode).toList());
    json.put("links", view.links().stream().map(HttpChild::link).toList());
    json.put(
        "siblings",
        view.siblings().stream()
            .map(each -> Map.of("episodes", each.in().stream().map(HttpChild::episode).toList()))
            .toList());
    view.household()
        .ifPresent(all -> json.put("household", all.stream().map(HttpChild::housemate).toList()));
    return json;
  }

  /** One episode as a list of a child's shows it. */
  public static Map<String, Object> episode(ShownEpisode episode) {
    Case state = episode.view().state();
    Says facts = episode.view().facts();
    String id = episode.of().child();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("case", state.id());
    json.put("child", id);
    json.put("home", state.home());
    json.put("openedAt", state.openedAt());
    json.put("standing", state.standing());
    if (facts.category() != null) {
      json.put("category", facts.category().text());
    }
    KeptChild child = state.children().get(id);
    if (child != null) {
      json.put("status", child.status().status());
      if (child.status().outcome() != null) {
        json.put("outcome", child.status().outcome().text());
      }
    }
    json.put(
        "names",
        facts.children().getOrDefault(id, ChildFacts.EMPTY).names().stream()
            .map(PersonName::full)
            .toList());
    return json;
  }

  private static Map<String, Object> housemate(ChildView.Housemate each) {
    Map<String, Object> json = episode(each.in());
    json.put("by", each.by());
    return json;
  }

  private static Map<String, Object> link(Guarded<Link> link) {
    Link state = link.state();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("link", link.id());
    json.put("version", link.version());
    json.put("linked", state.isLinked());
    json.put("between", List.of(end(state.one()), end(state.other())));
    json.put("turns", state.turns().stream().map(HttpChild::turn).toList());
    return json;
  }

  private static Map<String, Object> end(EpisodeOf of) {
    return Map.of("case", of.caseId(), "child", of.child());
  }

  private static Map<String, Object> turn(Link.Turn turn) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("said", turn.said());
    json.put("reason", turn.reason());
    json.put("by", turn.by());
    json.put("at", turn.at());
    return json;
  }

  static ResponseEntity<Map<String, Object>> linked(
      WriteOutcome.OfPuttingOnce<KeptLink, LinkDecision> outcome) {
    return switch (outcome) {
      case WriteOutcome.Written<KeptLink, LinkDecision>(Guarded<KeptLink> now, LinkDecision _) ->
          done(now);
      case WriteOutcome.Repeated<KeptLink, LinkDecision>(Guarded<KeptLink> now, long _) ->
          done(now);
      case WriteOutcome.Kept<KeptLink, LinkDecision>(Guarded<KeptLink> now, LinkDecision why) ->
          kept(now, why);
      case WriteOutcome.NotMade<KeptLink, LinkDecision>(LinkDecision why) -> throw refusal(why);
      case WriteOutcome.KeyReused<KeptLink, LinkDecision>() ->
          throw FaceProblem.KEY_REUSED.exception();
    };
  }

  static ResponseEntity<Map<String, Object>> unlinked(
      WriteOutcome.OfRequest<KeptLink, LinkDecision> outcome) {
    return switch (outcome) {
      case WriteOutcome.Written<KeptLink, LinkDecision>(Guarded<KeptLink> now, LinkDecision _) ->
          done(now);
      case WriteOutcome.Repeated<KeptLink, LinkDecision>(Guarded<KeptLink> now, long _) ->
          done(now);
      case WriteOutcome.Kept<KeptLink, LinkDecision>(Guarded<KeptLink> now, LinkDecision why) ->
          kept(now, why);
      case WriteOutcome.Stale<KeptLink, LinkDecision> _ ->
          throw FaceProblem.PRECONDITION_FAILED.exception();
      case WriteOutcome.KeyReused<KeptLink, LinkDecision>() ->
          throw FaceProblem.KEY_REUSED.exception();
      case WriteOutcome.Absent<KeptLink, LinkDecision>() -> throw FaceProblem.NOT_FOUND.exception();
    };
  }

  private static ResponseEntity<Map<String, Object>> kept(Guarded<KeptLink> now, LinkDecision why) {
    if (why instanceof LinkDecision.Refused) {
      throw refusal(why);
    }
    return done(now);
  }

  private static ResponseEntity<Map<String, Object>> done(Guarded<KeptLink> now) {
    return ResponseEntity.ok().eTag(ETags.of(now.version())).body(Map.of("link", now.id()));
  }

  static ProblemException erased() {
    return HttpAnswers.refusal(
        new CaseDecision.Refused(CaseDecision.Refusal.CASE_ERASED, Set.of()));
  }

  private static ProblemException refusal(LinkDecision decision) {
    return switch (decision) {
      case LinkDecision.Refused(LinkDecision.Refusal why) ->
          switch (why) {
            case CASE_ERASED -> erased();
            case ONE_CHILD_ALREADY -> EpisodeProblem.ONE_CHILD_ALREADY.exception();
            case SIBLINGS_WOULD_BE_ONE -> EpisodeProblem.SIBLINGS_WOULD_BE_ONE.exception();
          };
      case LinkDecision.Changed _, LinkDecision.Unchanged _ ->
          throw new IllegalStateException("a link that is made or stands is there");
    };
  }
}
