package org.homeward.alert.police.formats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.Sex;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.NumberRange;
import org.homeward.schema.values.PartialDate;

/** An item in words: a title that names nobody, and lines that a duty officer reads. */
final class ItemText {

  private static final int CHILDREN_IN_TITLE = 3;
  private static final int ADULT = 18;

  private final String phone;

  /**
   * @param phone the hotline's number, open day and night
   */
  ItemText(String phone) {
    this.phone = phone;
  }

  /**
   * Made of codes and numbers only, such as {@code HIGH · new · boy 9 · RS-7KQ2}: no text that
   * anybody has typed can get here.
   */
  String title(FeedItem item) {
    List<String> parts = new ArrayList<>();
    if (item.exercise()) {
      parts.add("EXERCISE");
    }
    switch (item) {
      case FeedItem.Active active -> {
        if (active.kind() != null) {
          parts.add(about(active.kind().value()));
        }
        Says facts = active.told().facts();
        Risk risk = facts.risk();
        parts.add(risk == null ? "RISK NOT ASSESSED" : risk.level().value().name());
        parts.add(active.changed().getFirst().isNew() ? "new" : "changed");
        parts.add(children(facts.children(), active));
      }
      case FeedItem.Ended ended ->
          parts.add(ended.saysNothingOfTheChild() ? "report taken back" : "ended");
      case FeedItem.Withdrawn _ -> parts.add("withdrawn");
      case FeedItem.Erased _ -> parts.add("erased");
    }
    parts.add(item.reference());
    return String.join(" · ", parts);
  }

  private static String about(CaseKind kind) {
    return switch (kind) {
      case MISSING -> "MISSING";
      case AT_RISK -> "NOT MISSING, AT RISK";
      case UNIDENTIFIED -> "FOUND, UNKNOWN";
      case OTHER -> "NOT A SEARCH";
    };
  }

  /** The whole item; a line never continues on the next without a mark at its start. */
  List<String> lines(FeedItem item) {
    List<String> lines = new ArrayList<>();
    if (item.exercise()) {
      lines.add("EXERCISE: this is not a real case.");
    }
    lines.add("Reference: " + item.reference());
    switch (item) {
      case FeedItem.Active active -> lines.addAll(new FactLines(active).lines());
      case FeedItem.Ended ended ->
          lines.add(
              ended.saysNothingOfTheChild()
                  ? "Ended: " + ended.why()
                  : "Ended: " + ended.outcome().value().name());
      case FeedItem.Withdrawn _ -> lines.add("Withdrawn: delete what you hold of it.");
      case FeedItem.Erased stone -> lines.add("Erased: " + stone.month());
    }
    lines.add("Hotline, day and night: " + phone);
    return lines;
  }

  private static String children(Map<String, ChildFacts> facts, FeedItem.Active active) {
    if (facts.isEmpty() || facts.size() > CHILDREN_IN_TITLE) {
      int number = Math.max(active.children().size(), facts.size());
      return number == 1 ? "child" : number + " children";
    }
    return facts.values().stream()
        .map(child -> child(child, active.updated()))
        .collect(Collectors.joining(", "));
  }

  private static String child(ChildFacts child, Instant asOf) {
    Code<Sex> sex = child.sex();
    String who =
        sex == null
            ? "child"
            : switch (sex.value()) {
              case MALE -> "boy";
              case FEMALE -> "girl";
              case OTHER -> "child";
            };
    String age = age(child, asOf);
    return age.isEmpty() ? who : who + " " + age;
  }

  private static String age(ChildFacts child, Instant asOf) {
    NumberRange stated = child.ageYears();
    if (stated != null) {
      return FactLines.range(stated.from(), stated.to());
    }
    PartialDate born = child.born();
    if (born == null) {
      return "";
    }
    LocalDate day = asOf.atOffset(ZoneOffset.UTC).toLocalDate();
    int youngest = Period.between(born.latest(), day).getYears();
    int oldest = Period.between(born.earliest(), day).getYears();
    return youngest < 0 || youngest > ADULT ? "" : FactLines.range(youngest, oldest);
  }
}
