package org.homeward.console.carefiles;

import java.util.List;
import java.util.Map;

/**
 * One care file.
 *
 * @param who it is about, in words
 * @param told what has just been done, in words; empty when the page is only read
 * @param mine whether the reader may change it; a supervisor who broke the glass only reads
 * @param child whether it is about a child
 * @param about the fields of the person, by name
 * @param members who reads it, in words
 * @param team the confidants who can be members: id to name; members are pressed
 * @param staff of whom one can be named who must not learn of it: id to name
 * @param isMember ids of the members
 * @param notTo how many people must not learn of it
 * @param screenings the newest first
 * @param consents the newest first, in words
 * @param passedOn the newest first
 * @param openings by break-glass, in words
 * @param toErase who has said the first word to erase it, in words
 * @param seen the version that the page shows
 * @param typed what stands in the form that came back
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 */
record CareFilePage(
    String id,
    String who,
    String told,
    boolean exercise,
    boolean mine,
    boolean child,
    Map<String, String> about,
    String members,
    Map<String, String> team,
    Map<String, String> staff,
    List<String> isMember,
    int notTo,
    List<Earlier> screenings,
    List<String> consents,
    List<Told> passedOn,
    List<String> openings,
    List<Linked> links,
    String toErase,
    String seen,
    String key,
    Map<String, String> typed,
    Map<String, String> wrong) {

  CareFilePage {
    about = Map.copyOf(about);
    isMember = List.copyOf(isMember);
    screenings = List.copyOf(screenings);
    consents = List.copyOf(consents);
    passedOn = List.copyOf(passedOn);
    openings = List.copyOf(openings);
    links = List.copyOf(links);
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  String about(String field) {
    return typed.getOrDefault(field, about.getOrDefault(field, ""));
  }

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /** A decision that somebody made; nobody changes it. */
  record Earlier(
      String finding,
      String forms,
      String made,
      String proposed,
      String reason,
      List<String> answers) {

    Earlier {
      answers = List.copyOf(answers);
    }

    @Override
    public String toString() {
      return "Earlier[" + finding + "]";
    }
  }

  /** Something that a member told somebody outside. */
  record Told(String to, String what, String ground, String reason, String made) {

    @Override
    public String toString() {
      return "Told[" + ground + "]";
    }
  }

  /** A case of the same person. */
  record Linked(String id, String code, String made) {}

  @Override
  public String toString() {
    return "CareFilePage[" + id + "]";
  }
}
