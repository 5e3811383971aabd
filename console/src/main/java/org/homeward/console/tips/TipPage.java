package org.homeward.console.tips;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.homeward.console.facts.Fact;
import org.homeward.console.facts.Grades;
import org.homeward.console.owners.ToOwner;
import org.jspecify.annotations.Nullable;

/**
 * One tip, and what a person does with it.
 *
 * @param facts what it says, in the order of the form
 * @param alike other tips of the same giver: their pages, and in words how they are alike
 * @param fits whether its time fits what its case says
 * @param reason why the grade; why it was laid aside
 * @param reported the page of the report that it became; empty when it is none
 * @param ties cases that it can belong to, by id
 * @param typed what stands in the forms
 * @param seen the version that is shown
 * @param key the Idempotency-Key of its forms
 * @param done what has just been done, in words
 * @param wrong why nothing was done, in words
 * @param decides whether the reader grades and ties tips
 * @param erases whether the reader may erase tips
 * @param lastSeen where its case says that the child was seen last, as a person types a point;
 *     empty when nobody gave one
 * @param picture that came with it; null when none did
 * @param owner how it gets to the hotline abroad that owns its case; null for a case of this node
 * @param toErase who wants to erase it already and why, in words; empty when nobody does
 */
record TipPage(
    TipLine tip,
    List<Fact> facts,
    Map<String, String> alike,
    boolean fits,
    String gradedBy,
    String reason,
    String laidAside,
    String reported,
    Map<String, String> ties,
    Map<String, String> typed,
    String seen,
    String key,
    String done,
    String wrong,
    boolean decides,
    boolean erases,
    String lastSeen,
    @Nullable TipPictureStory picture,
    @Nullable ToOwner owner,
    String toErase) {

  static final List<String> SOURCES = Grades.SOURCES;
  static final List<String> INFORMATION = Grades.INFORMATION;
  static final List<String> METRES = TipForm.METRES;
  static final List<String> REASONS_TO_ERASE =
      List.of("SUBJECT_REQUEST", "OPENED_BY_MISTAKE", "COURT_ORDER");

  TipPage {
    facts = List.copyOf(facts);
    typed = Map.copyOf(typed);
  }

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /** The picture, where there is one. */
  TipPictureStory ofPicture() {
    return Objects.requireNonNull(picture);
  }

  /** The way to the owner, where a partner owns the case. */
  ToOwner ofOwner() {
    return Objects.requireNonNull(owner);
  }

  /** Whether nobody has told it on yet, so that people still work with it. */
  boolean isOpen() {
    return reported.isEmpty() && (owner == null || owner.sent().isEmpty());
  }

  boolean isGraded() {
    return !tip.grade().isEmpty();
  }

  boolean isTied() {
    return !tip.leads().isEmpty();
  }

  /** As police write it. */
  int number(String information) {
    return Grades.number(information);
  }

  @Override
  public String toString() {
    return "TipPage[" + tip.id() + "]";
  }
}
