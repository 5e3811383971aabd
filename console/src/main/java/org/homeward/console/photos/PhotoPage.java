package org.homeward.console.photos;

import java.util.List;
import java.util.Map;

/**
 * One photo, and what can be done with it as it stands.
 *
 * @param child whom it shows, in words
 * @param state {@code UNSEEN}, {@code SEEN}, {@code RELEASED}, {@code LOCKED} or {@code DESTROYED}
 * @param picture where its picture is; empty when nothing is shown
 * @param alternative what the picture is, for those who do not see it
 * @param deeds who did what with it, in words
 * @param claims what the file says of itself, in words
 * @param ofPublic where the part is that is for the public; empty when none is proposed
 * @param sayings what two people say of it, in words
 * @param sources where it can come from; of one that came with a tip nothing else
 * @param described whether somebody has said what it is
 * @param can what this person may do with it
 * @param seen the version that this page shows
 * @param key makes a repeated form of this page one command
 * @param told what has just been done here, in words; empty when the page is only read
 * @param typed what stands in the fields
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 */
record PhotoPage(
    String caseId,
    String photo,
    String code,
    String who,
    boolean exercise,
    String child,
    String state,
    String picture,
    String alternative,
    List<String> deeds,
    List<String> claims,
    String ofPublic,
    List<String> sayings,
    List<String> sources,
    boolean described,
    List<String> can,
    String seen,
    String key,
    String told,
    Map<String, String> typed,
    Map<String, String> wrong) {

  PhotoPage {
    deeds = List.copyOf(deeds);
    claims = List.copyOf(claims);
    sayings = List.copyOf(sayings);
    sources = List.copyOf(sources);
    can = List.copyOf(can);
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  boolean can(String what) {
    return can.contains(what);
  }

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return "PhotoPage[" + photo + "]";
  }
}
