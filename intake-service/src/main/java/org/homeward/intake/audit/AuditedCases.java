package org.homeward.intake.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.durable.document.Excerpt;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.frame.evidence.AuditedSubjects;
import org.homeward.intake.cases.KeptCase;

/**
 * Each look at a case, its reports or its sightings names the case itself. What stands beside a
 * case is as hidden as the case, and may be kept from somebody by itself.
 *
 * <p>The store is asked the same, in the same order, whatever the ids are of.
 */
final class AuditedCases implements AuditedSubjects {

  private final GuardedDocuments<KeptCase> cases;
  private final List<AuditedBeside> beside;

  AuditedCases(GuardedDocuments<KeptCase> cases, List<AuditedBeside> beside) {
    this.cases = cases;
    this.beside = List.copyOf(beside);
  }

  @Override
  public Set<String> ofCase(String caseId) {
    return Set.of(caseId);
  }

  @Override
  public Map<String, Boolean> mayKnow(String person, Set<String> ids) {
    var first = new Beside(person, ids);
    var second = new Beside(person, first.named()); // a call belongs to a draft, which has a case
    Set<String> all = new HashSet<>(ids);
    all.addAll(first.named());
    all.addAll(second.named());
    Map<String, Boolean> may = mayKnowOfCases(person, all);
    second.judge(may);
    first.judge(may);
    may.keySet().retainAll(ids);
    return may;
  }

  private Map<String, Boolean> mayKnowOfCases(String person, Set<String> ids) {
    Map<String, Boolean> may = new HashMap<>();
    cases
        .excerpts()
        .of(ids, KeptCase.NOT_TO_LIST)
        .forEach((id, kept) -> may.put(id, !isKeptFrom(person, kept)));
    return may;
  }

  private static boolean isKeptFrom(String person, Excerpt found) {
    return found.texts(KeptCase.NOT_TO_LIST).contains(KeptCase.named(person));
  }

  /** Those of some ids that are of documents beside the cases. */
  private final class Beside {

    private final Set<String> kept = new HashSet<>();
    private final Map<String, Set<String>> belonging = new HashMap<>();

    Beside(String person, Set<String> ids) {
      for (AuditedBeside each : beside) {
        String[] fields =
            Stream.concat(each.fields().stream(), Stream.of(KeptCase.NOT_TO_LIST))
                .toArray(String[]::new);
        each.documents()
            .excerpts()
            .of(ids, fields)
            .forEach(
                (id, found) -> {
                  if (isKeptFrom(person, found)) kept.add(id);
                  each.belongsTo().apply(found).ifPresent(to -> belonging.put(id, to));
                });
      }
    }

    /** The ids of what they belong to. */
    Set<String> named() {
      Set<String> named = new HashSet<>();
      belonging.values().forEach(named::addAll);
      return named;
    }

    /** A part of something that nobody knows any more is withheld. */
    void judge(Map<String, Boolean> may) {
      belonging.forEach(
          (id, to) ->
              may.put(
                  id, to.stream().allMatch(each -> may.getOrDefault(each, false)))); // upholds 6
      kept.forEach(id -> may.put(id, false)); // upholds 6
    }
  }
}
