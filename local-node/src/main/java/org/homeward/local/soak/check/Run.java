package org.homeward.local.soak.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.homeward.local.soak.check.EndState.CaseEnd;
import org.homeward.local.soak.check.EndState.HandoverEnd;
import org.homeward.local.soak.check.EndState.NodeEnd;
import org.homeward.local.soak.history.Kind;
import org.homeward.local.soak.history.Operation;

/** What was wanted and what became of it, side by side. */
final class Run {
  private final List<Wish> wishes;
  private final EndState end;
  private final Map<String, List<Wish>> bySubject = new HashMap<>();
  private final Map<String, Map<String, CaseEnd>> cases = new HashMap<>();
  private final Map<String, List<CaseEnd>> byPlate = new HashMap<>();
  private final Map<String, List<MailEnd>> alertMails = new HashMap<>();
  private final Map<String, List<MailEnd>> endMails = new HashMap<>();

  Run(List<Operation> operations, EndState end) {
    this.wishes = Wish.of(operations);
    this.end = end;
    for (Wish wish : wishes) {
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

  /** Ends answer the mails of their alert; one whose mail never came goes by its time. */
  private void sortMails() {
    Map<String, String> markOf = new HashMap<>();
    TreeMap<Instant, String> drafts = new TreeMap<>();
    of(Kind.DRAFT).forEach(draft -> drafts.put(draft.invoked(), draft.subject()));
    for (MailEnd mail : end.mails()) {
      if (!mail.alert().isEmpty()) {
        alertMails.computeIfAbsent(mail.alert(), _ -> new ArrayList<>()).add(mail);
        markOf.put(mail.messageId(), mail.alert());
      }
    }
    for (MailEnd mail : end.mails()) {
      if (mail.alert().isEmpty() && !mail.answers().isEmpty()) {
        var then = drafts.floorEntry(mail.at());
        String mark = markOf.getOrDefault(mail.answers(), then == null ? "" : then.getValue());
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

  List<Wish> all() {
    return wishes;
  }

  Stream<Wish> of(Kind kind) {
    return wishes.stream().filter(wish -> wish.kind() == kind);
  }

  /** The wish of this kind about the same report. */
  Optional<Wish> about(String subject, Kind kind) {
    return bySubject.getOrDefault(subject, List.of()).stream()
        .filter(wish -> wish.kind() == kind)
        .findFirst();
  }

  boolean isOk(String subject, Kind kind) {
    return about(subject, kind).filter(Wish::isOk).isPresent();
  }

  /** It was done, or nobody knows. */
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
  Optional<CaseEnd> ownCase(Wish wish) {
    return about(wish.subject(), Kind.FILE).flatMap(filed -> caseOf(filed.node(), filed.gave()));
  }

  List<CaseEnd> withPlate(String plate) {
    return byPlate.getOrDefault(plate, List.of());
  }

  Optional<HandoverEnd> handover(String node, String id) {
    return Optional.ofNullable(node(node).handovers().get(id));
  }
}
