package org.homeward.console.support;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.homeward.schema.people.SupportService;

/**
 * The needs and services around one care file.
 *
 * @param told what has just been done, in words; empty when the page is only read
 * @param mine whether the reader is a member
 * @param asksParents whether a parent may be asked at all
 * @param goals of the plan; empty where nobody has written one
 * @param review when it is to be reviewed, and who wrote it, in words
 * @param providers of the directory: id to name
 * @param typed what stands in the form that came back
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 */
record SupportPage(
    String file,
    boolean exercise,
    String told,
    boolean mine,
    boolean asksParents,
    String goals,
    String review,
    boolean overdue,
    List<Need> needs,
    Map<String, String> providers,
    String key,
    Map<String, String> typed,
    Map<String, String> wrong) {

  static final List<String> SERVICES =
      Stream.of(SupportService.values())
          .filter(each -> each != SupportService.OTHER)
          .map(Enum::name)
          .toList();

  SupportPage {
    needs = List.copyOf(needs);
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  /** The fields of this form as they came back. */
  String typed(String form, String field) {
    return typed.getOrDefault("form", "").equals(form) ? typed.getOrDefault(field, "") : "";
  }

  /**
   * The need, in words.
   *
   * @param missing whose word is missing before a service may begin; empty where none is
   * @param from who may be asked, as codes
   * @param words what was said, in words
   */
  record Need(
      String id,
      String what,
      String note,
      String missing,
      String law,
      List<String> from,
      List<String> words,
      List<Given> given,
      String made) {

    Need {
      from = List.copyOf(from);
      words = List.copyOf(words);
      given = List.copyOf(given);
    }

    @Override
    public String toString() {
      return "Need[" + id + "]";
    }
  }

  /**
   * A service that was offered, in words.
   *
   * @param stage its code
   * @param next the stages that it may come to, as codes
   */
  record Given(
      String id,
      String who,
      String stage,
      String cost,
      String note,
      String made,
      List<String> next) {

    Given {
      next = List.copyOf(next);
    }

    @Override
    public String toString() {
      return "Given[" + id + "]";
    }
  }

  @Override
  public String toString() {
    return "SupportPage[" + file + "]";
  }
}
