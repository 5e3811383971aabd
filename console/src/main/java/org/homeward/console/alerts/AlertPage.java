package org.homeward.console.alerts;

import java.util.List;
import java.util.Map;
import org.homeward.console.criteria.Criteria;
import org.homeward.console.facts.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The page of one alert.
 *
 * @param code of its case
 * @param reference the alert's own; empty in alerts of earlier builds
 * @param notice the code of its public page; empty for an alert to volunteers
 * @param status as the API has it
 * @param key makes a repeated form of this page one command
 * @param told what has just been done here, in words; empty when the page is only read
 * @param facts who gets it, until when, by whose order
 * @param warnings what a reader has to know first
 * @param children those in it, where there are several; empty for those who do not read the case
 * @param criteria the rule of the country; null for an alert to volunteers
 * @param deciding what waits for a decision; null when nothing does
 * @param mails as their readers get them; empty for those who do not read them
 * @param photos that go out to everybody; empty when none does
 * @param progress how far it has got; null for a draft
 * @param stop the stop of this alert; null when there is none
 * @param moves the moves that this person has
 * @param typed what stands in the fields
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 */
record AlertPage(
    String id,
    String caseId,
    String code,
    String reference,
    String notice,
    String status,
    boolean exercise,
    String key,
    String told,
    List<Fact> facts,
    List<String> warnings,
    List<Child> children,
    @Nullable Criteria criteria,
    @Nullable Deciding deciding,
    List<MailText> mails,
    List<Photo> photos,
    @Nullable Progress progress,
    @Nullable StandingStop stop,
    List<String> moves,
    Map<String, String> typed,
    Map<String, String> wrong) {

  AlertPage {
    facts = List.copyOf(facts);
    warnings = List.copyOf(warnings);
    children = List.copyOf(children);
    mails = List.copyOf(mails);
    photos = List.copyOf(photos);
    moves = List.copyOf(moves);
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  /** Whether everybody reads it. */
  boolean isPublic() {
    return !notice.isEmpty();
  }

  /** Whether police have not said yet what no approval is taken without. */
  boolean lacksOrders() {
    return deciding != null && deciding.orders().isEmpty();
  }

  /** The part that says so. */
  OrdersPage waitsForOrders() {
    return new OrdersPage(id, caseId, false);
  }

  boolean may(String move) {
    return moves.contains(move);
  }

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  /** How people call it. */
  String name() {
    return reference.isEmpty() ? code : reference;
  }

  @Override
  public String toString() {
    return "AlertPage[" + id + "]";
  }

  /**
   * A child of whom the alert speaks, or has spoken.
   *
   * @param who in words
   * @param out whether it was taken out
   */
  record Child(String id, String who, boolean out) {

    boolean isOut(String child) {
      return out && id.equals(child);
    }

    @Override
    public String toString() {
      return "Child[" + id + "]";
    }
  }

  /**
   * A draft or update that waits, or came back.
   *
   * @param hash of the preview that this page shows
   * @param people how many get it, in words
   * @param nobody whether it reaches nobody at all
   * @param organisations whether it reaches no person, but systems or phones of organisations
   * @param returned why it came back, in words; empty while it waits
   * @param words of the person who returned it; empty when there are none
   * @param orders what police said of custody and protection orders; empty while they have not
   * @param ordersAt when that was recorded: the approval names it
   * @param ordersFound whether they found any
   */
  record Deciding(
      String hash,
      String people,
      boolean nobody,
      boolean organisations,
      String returned,
      String words,
      String orders,
      String ordersAt,
      boolean ordersFound) {

    /** The end of the key of what its approver ticks. */
    String tick() {
      if (nobody) {
        return "nobody";
      }
      if (organisations) {
        return "organisations";
      }
      return people.isEmpty() ? "uncounted" : "read";
    }

    boolean waits() {
      return returned.isEmpty();
    }

    @Override
    public String toString() {
      return "Deciding[redacted]";
    }
  }

  /**
   * A mail in one language.
   *
   * @param language its tag
   * @param name of the language, in words
   * @param sms the same as text messages; empty where none go out
   */
  record MailText(
      String language,
      String name,
      String subject,
      String text,
      String endSubject,
      String end,
      List<SmsText> sms) {

    MailText {
      sms = List.copyOf(sms);
    }

    @Override
    public String toString() {
      return "MailText[" + language + "]";
    }
  }

  /**
   * A picture that goes out with it.
   *
   * @param number as the preview counts them
   * @param shown whether it may be shown as it was approved
   * @param says what was done to it, and when it was taken
   */
  record Photo(int number, boolean shown, List<String> says) {

    Photo {
      says = List.copyOf(says);
    }
  }

  /**
   * A text message as it leaves.
   *
   * @param name which one it is, in words
   */
  record SmsText(String name, String text) {

    @Override
    public String toString() {
      return "SmsText[redacted]";
    }
  }

  /**
   * Somebody stopped this alert.
   *
   * @param by who and when, in words
   * @param proposed who wants to lift it, in words; empty when nobody does
   * @param byReader whether that was the reader
   */
  record StandingStop(String by, String proposed, boolean byReader) {}
}
