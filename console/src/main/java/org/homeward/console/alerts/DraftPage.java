package org.homeward.console.alerts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form of an alert.
 *
 * @param action where it goes
 * @param back the page that it came from
 * @param code of the case
 * @param update whether what goes out already is updated: its area and order stay
 * @param seen the version of the draft that is written anew; empty for a new one
 * @param key makes a repeated form of this page one command
 * @param seenSince what a tip says of a later time than the reports, in words; empty where none
 *     does
 * @param country in words
 * @param regions of the country, by code
 * @param authorities that may order an alert, by id
 * @param typed what stands in the fields
 * @param ticked what is ticked, as {@code languages.sr}, {@code regions.RS-00} or {@code
 *     whole.true}
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 * @param asksAgain whether another alert is live for the same people
 * @param theirs what somebody else has written meanwhile; null when nobody has
 */
record DraftPage(
    String action,
    String back,
    String caseId,
    String code,
    boolean exercise,
    boolean update,
    String seen,
    String key,
    String seenSince,
    String country,
    Map<String, String> regions,
    Map<String, String> authorities,
    Map<String, String> typed,
    Set<String> ticked,
    Map<String, String> wrong,
    boolean asksAgain,
    @Nullable Theirs theirs) {

  /** In these an alert can go out, as far as its words were approved. */
  static final List<String> LANGUAGES = List.of("sr", "en", "el");

  /** The readers that an alert may have. */
  static final List<String> AUDIENCES = List.of("VOLUNTEER", "PUBLIC");

  /** How long it may last. */
  static final List<String> HOURS = List.of("2", "4", "8", "12", "24");

  DraftPage {
    regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions)); // by name
    authorities = Collections.unmodifiableMap(new LinkedHashMap<>(authorities)); // by name
    typed = Map.copyOf(typed);
    ticked = Set.copyOf(ticked);
    wrong = Map.copyOf(wrong);
  }

  /** The key of its title and of its button's effect. */
  String kind() {
    return update ? "update" : seen.isEmpty() ? "new" : "anew";
  }

  /** Nobody may order it, and nothing is typed that would be lost. */
  boolean isImpossible() {
    return !update && authorities.isEmpty() && wrong.isEmpty();
  }

  boolean isNew() {
    return seen.isEmpty() && !update;
  }

  boolean isTicked(String what) {
    return ticked.contains(what);
  }

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return "DraftPage[" + caseId + "]";
  }

  /**
   * The text that somebody else has written since the form was shown.
   *
   * @param by who, in words
   * @param texts the author's text now, by name of the language
   */
  record Theirs(String by, Map<String, String> texts) {

    Theirs {
      texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    @Override
    public String toString() {
      return "Theirs[redacted]";
    }
  }
}
