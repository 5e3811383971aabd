package org.homeward.intake.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Role;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.oversight.OfficerTasks;
import org.homeward.intake.rulings.ErasedBeside;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.values.Audience;

/**
 * Cases whose records their source has deleted: the data-protection officer decides about each. Her
 * task is done when she says so, or when the case is erased.
 */
final class ImportErasures implements OfficerTasks, ErasedBeside {

  static final String KIND = "CHECK_DELETION";

  private static final Pattern ID = Pattern.compile(KIND + "\\.([0-9a-f-]{36})\\.([0-9a-f-]{36})");

  private final GuardedDocuments<KeptImport> imports;
  private final ChangeImport changeImport;
  private final LookAtCase lookAtCase;

  ImportErasures(
      GuardedDocuments<KeptImport> imports, ChangeImport changeImport, LookAtCase lookAtCase) {
    this.imports = imports;
    this.changeImport = changeImport;
    this.lookAtCase = lookAtCase;
  }

  private record Open(String importId, String caseId, Instant since) {

    Map<String, Object> task() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("id", KIND + "." + importId + "." + caseId);
      json.put("kind", KIND);
      json.put("case", caseId);
      json.put("since", since.toString());
      return json;
    }
  }

  @Override
  public List<Map<String, Object>> open(String reader) {
    List<Open> open = new ArrayList<>();
    imports.forEach(
        read -> {
          if (read.state() instanceof Import live) {
            live.erasures().forEach((of, since) -> open.add(new Open(read.id(), of, since)));
          }
        });
    Set<String> known =
        known(open.stream().map(Open::caseId).collect(Collectors.toSet()), reader); // upholds 6
    return open.stream()
        .filter(each -> known.contains(each.caseId()))
        .sorted(Comparator.comparing(Open::since))
        .map(Open::task)
        .toList();
  }

  private Set<String> known(Set<String> cases, String officer) {
    return lookAtCase.known(
        cases,
        new Viewer(officer, Role.DPO.wire(), EnumSet.of(Audience.CASE_TEAM), Purpose.OVERSIGHT));
  }

  @Override
  public Optional<WriteOutcome.OfRequest<?, Boolean>> done(
      String task, Command command, String by) {
    Matcher named = ID.matcher(task);
    if (!named.matches() || known(Set.of(named.group(2)), by).isEmpty()) {
      return Optional.empty(); // upholds 6
    }
    var settled = new ImportCommand.Settle(named.group(2));
    return Optional.of(changeImport.settle(named.group(1), command, settled, by));
  }

  @Override
  public boolean hasWorkOn(String caseId) {
    return false;
  }

  /** There are some dozens, so that all are read. */
  @Override
  public void caseErased(String caseId) {
    imports.forEach(
        read -> {
          if (read.state() instanceof Import live && live.erasures().containsKey(caseId)) {
            changeImport.change(read.id(), new ImportCommand.Settle(caseId));
          }
        });
  }
}
