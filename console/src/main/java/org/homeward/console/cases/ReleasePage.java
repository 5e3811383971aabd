package org.homeward.console.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.console.facts.Fact;

/**
 * The page on which a person decides about one report and the police.
 *
 * @param action where its forms go
 * @param seen the version of the case that this page shows
 * @param key makes a repeated form of this page one command
 * @param proposal {@code RELEASE}, {@code HOLD} or {@code CANNOT_SAY_YET}
 * @param because what the rules found, in words
 * @param sent what police will read
 * @param notSent what stays here, in words
 * @param callBack when and how the caller may be called back, which stays here; empty when nobody
 *     said so
 * @param asksRisk whether nobody has said how great the risk is, so that police read none
 * @param desks that can be chosen, by id; empty while alert-service cannot say which there are
 * @param meanwhile what has happened since the page was shown first
 * @param typed what stands in the fields
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 */
record ReleasePage(
    String caseId,
    String code,
    String who,
    boolean exercise,
    String action,
    String seen,
    String key,
    String proposal,
    List<String> because,
    List<Fact> sent,
    List<String> notSent,
    String callBack,
    boolean asksRisk,
    Map<String, String> desks,
    Meanwhile meanwhile,
    Map<String, String> typed,
    Map<String, String> wrong) {

  ReleasePage {
    because = List.copyOf(because);
    sent = List.copyOf(sent);
    notSent = List.copyOf(notSent);
    desks = Collections.unmodifiableMap(new LinkedHashMap<>(desks)); // by name
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  /** Against the rules' proposal a reason is asked for. */
  boolean asksWhy() {
    return proposal.equals("HOLD");
  }

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return "ReleasePage[" + caseId + "]";
  }
}
