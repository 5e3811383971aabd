package org.homeward.trials.soak.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.trials.soak.history.Kind;

/**
 * The state of two nodes when every fault is repaired and nothing moves.
 *
 * @param mails all of the first node, in the order of arrival
 * @param maybe by alert: mailboxes whose outcome the node calls unknown, or did
 * @param messages Message-IDs of those mailboxes' newest mails, and the alert that they are of
 * @param shown what a person was shown of a case that is kept from that person
 * @param troubles violations that do not depend on requests: words where they must not be, chains
 *     that are broken, work that is not done
 */
public record EndState(
    Map<String, NodeEnd> nodes,
    List<MailEnd> mails,
    Map<String, Set<String>> maybe,
    Map<String, String> messages,
    Set<ShownEnd> shown,
    List<Violation> troubles) {

  /**
   * The state of one node.
   *
   * @param feeds by desk: the items as its reader sees them
   * @param newest by case: the newest version that was published
   * @param looks by case and person: how many are recorded
   * @param uploads photos of intake
   * @param care what stands in care files and beside them, and interviews
   */
  public record NodeEnd(
      List<CaseEnd> cases,
      Map<String, CopyEnd> alertCopies,
      Map<String, CopyEnd> bridgeCopies,
      List<NoticeEnd> notices,
      Map<String, List<ItemEnd>> feeds,
      Map<String, HandoverEnd> handovers,
      Map<String, AlertEnd> alerts,
      Map<String, Long> newest,
      Map<String, Long> looks,
      List<UploadEnd> uploads,
      List<TipEnd> tips,
      List<CareEnd> care) {

    /** The state of a node that was not read. */
    public static final NodeEnd EMPTY =
        new NodeEnd(
            List.of(), Map.of(), Map.of(), List.of(), Map.of(), Map.of(), Map.of(), Map.of(),
            Map.of(), List.of(), List.of(), List.of());

    /** Builds the key of {@link #looks}. */
    public static String look(String caseId, String person) {
      return caseId + " " + person;
    }
  }

  /**
   * A case in intake.
   *
   * @param plate empty when no facts contain it
   * @param released whether any report of it is released to police
   * @param leftovers places that still hold words of an erased case
   */
  public record CaseEnd(
      String id,
      String home,
      String plate,
      boolean exercise,
      boolean released,
      boolean ended,
      boolean frozen,
      boolean erased,
      List<String> leftovers) {

    boolean isStopped() {
      return ended || frozen || erased;
    }
  }

  /**
   * A photo in intake.
   *
   * @param gone a tombstone
   * @param bytes whether any are left in its place
   */
  public record UploadEnd(String id, String caseId, boolean gone, boolean bytes) {}

  /**
   * A tip in intake.
   *
   * @param caseId empty while it is tied to none
   * @param plate of the report that it is about; empty when no words are left
   * @param gone a tombstone
   * @param bytes whether all bytes of its picture are there, where it came with one
   */
  public record TipEnd(String id, String caseId, String plate, boolean gone, boolean bytes) {}

  /**
   * A care file, or something of one.
   *
   * @param kind of the request that makes one
   * @param mark of the file; empty where nothing of it is left
   * @param stages of a referral, the oldest first
   */
  public record CareEnd(Kind kind, String id, String mark, List<String> stages) {}

  /** A case copy in another service. */
  public record CopyEnd(long version, boolean erased, boolean ended, boolean frozen) {}

  public record NoticeEnd(String id, String caseId, String desk, boolean exercise) {}

  /** One line of a desk's feed. */
  public record ItemEnd(String id, long n, boolean exercise) {}

  /**
   * Something of a case, asked for by a person from whom the case is kept.
   *
   * @param subject the plate of the report
   */
  public record ShownEnd(String node, String subject, String what, int status) {}

  /**
   * One side of a handover.
   *
   * @param stopped the holder knows that it is frozen, ended or recalled
   * @param receipts codes of what the partner has signed
   */
  public record HandoverEnd(
      String id,
      boolean owned,
      String caseId,
      String status,
      boolean stopped,
      boolean braked,
      Set<String> receipts) {}

  /**
   * An alert in the store.
   *
   * @param approver empty as long as there is none
   */
  public record AlertEnd(
      String id, String caseId, String author, String approver, boolean over, int mailboxes) {}
}
