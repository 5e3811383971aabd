package org.homeward.intake.registers;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.homeward.schema.facts.AuthoritySnapshot;
import org.homeward.schema.facts.DeskSnapshot;
import org.homeward.schema.facts.RegisterEntry;
import org.homeward.schema.facts.SnapshotKind;

/** The entries of registers that wait for the data-protection officer, as tasks. */
public final class RegisterTasks {

  private final List<CheckEntries<?>> registers;

  RegisterTasks(List<CheckEntries<?>> registers) {
    this.registers = List.copyOf(registers);
  }

  /** The longest waiting first. */
  public List<Map<String, Object>> open() {
    Stream<EntryCopy<?>> open = registers.stream().flatMap(each -> each.open().stream());
    Comparator<EntryCopy<?>> longestWaiting = Comparator.comparing(EntryCopy::since);
    return open.sorted(longestWaiting.thenComparing(copy -> copy.told().id()))
        .map(RegisterTasks::task)
        .toList();
  }

  private static Map<String, Object> task(EntryCopy<?> copy) {
    RegisterEntry entry = copy.told();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id(entry.kind(), entry.id()));
    json.put("kind", taskOf(entry.kind()));
    json.put("subject", entry.kind().word() + "/" + entry.id());
    json.put("name", entry.name());
    switch (entry) {
      case DeskSnapshot desk -> {
        json.put("jurisdiction", List.copyOf(desk.jurisdiction()));
        json.put("exercise", desk.exercise());
      }
      case AuthoritySnapshot authority -> json.put("persons", List.copyOf(authority.persons()));
    }
    json.put("confirmed", entry.confirmed());
    json.put("since", copy.since().toString());
    return json;
  }

  static String id(SnapshotKind kind, String entry) {
    return taskOf(kind) + "." + kind.word() + "." + entry;
  }

  private static String taskOf(SnapshotKind kind) {
    return "CHECK_" + kind.word().toUpperCase(Locale.ROOT);
  }
}
