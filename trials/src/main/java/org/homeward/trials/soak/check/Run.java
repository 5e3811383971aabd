package org.homeward.trials.soak.check;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.homeward.trials.soak.check.EndState.CaseEnd;
import org.homeward.trials.soak.check.EndState.HandoverEnd;
import org.homeward.trials.soak.check.EndState.NodeEnd;
import org.homeward.trials.soak.history.Kind;
import org.homeward.trials.soak.history.Operation;
import org.homeward.trials.soak.history.Restored;

/** All requests of a run with their outcomes. */
final class Run {
  private final List<KeyedRequests> wishes;
  private final List<KeyedRequests> answers;
  private final List<Operation> operations;
  private final List<Restored> restores;
  private final EndState end;
  private final Map<String, List<KeyedRequests>> bySubject = new HashMap<>();
  private final Map<String, Map<String, CaseEnd>> cases = new HashMap<>();
  private final Map<String, List<CaseEnd>> byPlate = new HashMap<>();
  private final Map<String, List<MailEnd>> alertMails = new HashMap<>();
  private final Map<String, List<MailEnd>> endMails = new HashMap<>();

  Run(List<Operation> operations, List<Restored> restores, EndState end) {
    var memory = new Memory(operations, restores);
    this.operations = operations;
    this.restores = restores;
    this.wishes = KeyedRequests.of(memory.effects());
    this.answers = KeyedRequests.of(memory.answers());
    this.end = end;
    for (KeyedRequests wish : wishes) {
      bySubject.computeIfAbsent(wish.subject(), _ -> new ArrayList<>()).add(wish);
    }
    end.nodes()
        .forEach(
            (name, node) -> {
              Map<String, CaseEnd> byId = new HashMap<>();
              for (CaseEnd each : node.cases()) {
                byId.put(each.id(), each);
                if (each.home().equals(name) && !each.plate().isEmpty()) {
                  byPlate.computeIfAbsent(each.plate(), _ -> new ArrayList<>()).add(each);
                }
              }
              cases.put(name, byId);
            });
    sortMails();
  }

  /**
   * An end's In-Reply-To names the mail of its alert. When that mail never arrived, the node's
   * ledger or the time decides.
   */
  private void sortMails() {
    Map<String, String> markOf = new HashMap<>();
    TreeMap<Instant, String> drafts = new TreeMap<>();
    Map<String, String> markOfAlert = new HashMap<>();
    of(Kind.DRAFT).forEach(draft -> drafts.put(draft.invoked(), draft.subject()));
    of(Kind.DRAFT).forEach(draft -> markOfAlert.put(draft.gave(), draft.subject()));
    end.messages().forEach((id, alert) -> markOf.put(id, markOfAlert.getOrDefault(alert, "")));
    for (MailEnd mail : end.mails()) {
      if (!mail.alert().isEmpty()) {
        alertMails.computeIfAbsent(mail.alert(), _ -> new ArrayList<>()).add(mail);
        markOf.put(mail.messageId(), mail.alert());
      }
    }
    for (MailEnd mail : end.mails()) {
      if (mail.alert().isEmpty() && !mail.answers().isEmpty()) {
        var then = drafts.floorEntry(mail.at());
        String byTime = then == null ? "" : then.getValue();
        String byId = markOf.getOrDefault(mail.messageId(), byTime);
        String mark = markOf.getOrDefault(mail.answers(), byId);
        endMails.computeIfAbsent(mark, _ -> new ArrayList<>()).add(mail);
      }
    }
  }

  List<MailEnd> alertMails(String mark) {
    return alertMails.getOrDefault(mark, List.of());
  }

  List<MailEnd> endMails(String mark) {
    return endMails.getOrDefault(mark, List.of());
  }

  EndState end() {
    return end;
  }

  List<KeyedRequests> all() {
    return wishes;
  }

  /** All operations, with only the answers that their node can remember. */
  List<KeyedRequests> remembered() {
    return answers;
  }

  /** All requests with all answers, remembered or not. */
  List<Operation> operations() {
    return operations;
  }

  List<Restored> restores() {
    return restores;
  }

  Stream<Restored> restoresOf(String node) {
    return restores.stream().filter(restored -> restored.node().equals(node));
  }

  /** Whether the node answered the first before the second was asked, without a restore between. */
  boolean isAnsweredBefore(Operation first, Operation second) {
    Instant told = first.answered();
    Instant then = second.answered();
    return told != null
        && then != null
        && told.isBefore(second.invoked())
        && restoresOf(first.node())
            .map(Restored::started)
            .noneMatch(at -> at.isAfter(told) && at.isBefore(then));
  }

  Stream<KeyedRequests> of(Kind kind) {
    return wishes.stream().filter(wish -> wish.kind() == kind);
  }

  /** The operation of this kind on the same report. */
  Optional<KeyedRequests> about(String subject, Kind kind) {
    return bySubject.getOrDefault(subject, List.of()).stream()
        .filter(wish -> wish.kind() == kind)
        .findFirst();
  }

  boolean isOk(String subject, Kind kind) {
    return about(subject, kind).filter(KeyedRequests::isOk).isPresent();
  }

  /** Addresses of volunteers who left, or may have left. */
  Set<String> gone() {
    return of(Kind.LEAVE)
        .filter(wish -> !wish.isRefused())
        .map(KeyedRequests::subject)
        .collect(toSet());
  }

  /** Whether it was executed, or its outcome is unknown. */
  boolean mayBe(String subject, Kind kind) {
    return about(subject, kind).filter(wish -> !wish.isRefused()).isPresent();
  }

  NodeEnd node(String name) {
    return end.nodes().getOrDefault(name, NodeEnd.EMPTY);
  }

  String other(String name) {
    return end.nodes().keySet().stream().filter(node -> !node.equals(name)).findFirst().orElse("");
  }

  Optional<CaseEnd> caseOf(String node, String id) {
    return Optional.ofNullable(cases.getOrDefault(node, Map.of()).get(id));
  }

  /** The case that this wish is about, at the node that owns it. */
  Optional<CaseEnd> ownCase(KeyedRequests wish) {
    return about(wish.subject(), Kind.FILE).flatMap(filed -> caseOf(filed.node(), filed.gave()));
  }

  List<CaseEnd> withPlate(String plate) {
    return byPlate.getOrDefault(plate, List.of());
  }

  Optional<HandoverEnd> handover(String node, String id) {
    return Optional.ofNullable(node(node).handovers().get(id));
  }
}
