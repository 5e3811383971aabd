package org.homeward.console.handovers;

import java.util.List;
import java.util.Map;
import org.homeward.console.facts.Fact;

/**
 * The page on which a person makes a move, after she has read its effect.
 *
 * @param line the handover as it is now
 * @param move in addresses and in keys of words
 * @param seen the version that this page shows
 * @param key makes a repeated form of this page one command
 * @param second whether another person's word is there already, so that this one does more
 * @param effect in words
 * @param known what the person decides by: the offer, or what the partner has told
 * @param typed what stands in the fields
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 */
record MovePage(
    HandoverLine line,
    String move,
    String seen,
    String key,
    boolean second,
    String effect,
    List<Fact> known,
    List<MoveField> fields,
    Map<String, List<String>> typed,
    Map<String, String> wrong) {

  MovePage {
    known = List.copyOf(known);
    fields = List.copyOf(fields);
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return "MovePage[" + line.id() + " " + move + "]";
  }
}
