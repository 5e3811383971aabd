package org.homeward.console.cases;

import java.time.Instant;
import java.util.List;
import org.homeward.console.facts.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The page of one case.
 *
 * @param policeCode by which police speak of it; empty while they have read nothing, or when nobody
 *     can be asked
 * @param who its children, in words
 * @param risk the level
 * @param assessed who decided it and when it is reviewed, in words; empty when nobody has
 * @param standing {@code OPEN}, {@code FROZEN} or {@code ENDED}
 * @param kind {@code MISSING}, {@code AT_RISK} or {@code UNIDENTIFIED}
 * @param about what follows from its kind, in words; empty for a search
 * @param braked whether a partner has braked it and nobody has answered
 * @param seen when and where the child was seen last, and what a tip says of a later time
 * @param sighting where somebody writes down that the child was seen; empty when this person cannot
 * @param children how those stand who are not simply missing, in words
 * @param told what has just been done here, in words; empty when the page is only read
 * @param next what is to be done first; null when nothing is
 * @param further what else waits
 * @param alerts its alerts with what became of them, and where one is drafted
 * @param decisions what this person may decide here
 * @param childPages where each child stands over all her episodes
 * @param lacks what would help those outside the hotline and is not known
 * @param story what happened, the newest first
 * @param facts what is known now, with where each fact came from
 */
record CasePage(
    String id,
    String code,
    String policeCode,
    String who,
    String risk,
    String assessed,
    boolean exercise,
    String standing,
    String kind,
    String about,
    boolean braked,
    String opened,
    List<Fact> seen,
    String sighting,
    List<String> children,
    String told,
    @Nullable Step next,
    List<Step> further,
    List<Link> alerts,
    List<Link> decisions,
    List<Link> childPages,
    List<Lacks.Lack> lacks,
    List<Entry> story,
    List<Group> facts) {

  CasePage {
    seen = List.copyOf(seen);
    children = List.copyOf(children);
    further = List.copyOf(further);
    alerts = List.copyOf(alerts);
    decisions = List.copyOf(decisions);
    childPages = List.copyOf(childPages);
    lacks = List.copyOf(lacks);
    story = List.copyOf(story);
    facts = List.copyOf(facts);
  }

  boolean nothingIsKnown() {
    return facts.stream().allMatch(group -> group.facts().isEmpty());
  }

  @Override
  public String toString() {
    return "CasePage[" + id + "]";
  }

  /**
   * Something to do.
   *
   * @param what in words
   * @param why in words
   * @param link where it is done; empty when it is done by telephone or elsewhere
   */
  record Step(String what, String why, String link) {}

  /**
   * One part of the story.
   *
   * @param at when it happened
   * @param sentence what happened
   * @param by by whom and when, in words
   * @param facts what a report stated; empty for anything else
   * @param state what police know of a report, in words; empty for anything else
   * @param links where a person goes on with it
   */
  record Entry(
      Instant at, String sentence, String by, List<Fact> facts, String state, List<Link> links) {

    Entry {
      facts = List.copyOf(facts);
      links = List.copyOf(links);
    }
  }

  /**
   * Where something is done.
   *
   * @param text in words
   */
  record Link(String text, String to) {}

  /**
   * Facts of the case or of one child.
   *
   * @param title whose they are
   * @param source the report that stated all of them, in words; empty when there are several
   * @param notAsked the fields that nobody has asked for, with where each is stated; nowhere for
   *     those who state nothing
   */
  record Group(String title, String source, List<Known> facts, List<Link> notAsked) {

    Group {
      facts = List.copyOf(facts);
      notAsked = List.copyOf(notAsked);
    }
  }

  /**
   * A fact and the report that stated it last.
   *
   * @param source which report, in words
   * @param before what it said before, in words; empty where it said nothing else
   * @param change where it is corrected; empty when this person cannot
   */
  record Known(Fact fact, String source, String before, String change) {}
}
