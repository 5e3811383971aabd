package org.homeward.console.handovers;

import java.util.List;
import org.homeward.console.facts.Fact;
import org.jspecify.annotations.Nullable;

/**
 * One handover.
 *
 * @param line what lists say of it
 * @param owned whether this hotline owns the case
 * @param caseId where its case is read; empty for who cannot read cases, and before it came
 * @param news the move that was just made here; empty when the page is only read, or it is no news
 * @param done the same in words
 * @param primary what is to be done here first; null when nothing is
 * @param further what else can be done here
 * @param notes what waits, and what a person must see to, in words
 * @param offer the offer, coarse as it went
 * @param content what the partner has told, by child and for the case
 * @param told what the partner was told and when, the newest last
 * @param heard the partner's answer, brake and proposals
 * @param clocks until when what
 * @param receipts which messages were answered how
 * @param statement what the partner says of its copies
 * @param proof where that is saved as it was signed; empty for who may not, and before it came
 */
record HandoverPage(
    HandoverLine line,
    boolean owned,
    String caseId,
    String news,
    String done,
    @Nullable Button primary,
    List<Button> further,
    List<String> notes,
    List<Fact> offer,
    List<Group> content,
    List<Told> told,
    List<Fact> heard,
    List<Fact> clocks,
    List<Fact> receipts,
    List<Fact> statement,
    String proof) {

  HandoverPage {
    further = List.copyOf(further);
    notes = List.copyOf(notes);
    offer = List.copyOf(offer);
    content = List.copyOf(content);
    told = List.copyOf(told);
    heard = List.copyOf(heard);
    clocks = List.copyOf(clocks);
    receipts = List.copyOf(receipts);
    statement = List.copyOf(statement);
  }

  /** A page on which something is done. */
  record Button(String label, String address) {}

  /** Facts about one child, or about the case. */
  record Group(String title, List<Fact> facts) {

    Group {
      facts = List.copyOf(facts);
    }
  }

  /**
   * One disclosure.
   *
   * @param what the message, in words
   * @param fields names of what it told, in words
   */
  record Told(String at, String what, String fields) {}

  @Override
  public String toString() {
    return "HandoverPage[" + line.id() + "]";
  }
}
