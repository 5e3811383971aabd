package org.homeward.intake.registers;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.oversight.OfficerTasks;
import org.homeward.schema.snapshots.AuthoritySnapshot;
import org.homeward.schema.snapshots.DeskSnapshot;
import org.homeward.schema.snapshots.RegisterEntry;
import org.homeward.schema.snapshots.SnapshotKind;

/** The entries of registers that wait for the data-protection officer, as tasks. */
final class RegisterTasks implements OfficerTasks {

  private final Map<SnapshotKind, CheckEntries<?>> registers = new EnumMap<>(SnapshotKind.class);

  RegisterTasks(CheckEntries<DeskSnapshot> desks, CheckEntries<AuthoritySnapshot> authorities) {
    registers.put(SnapshotKind.DESK, desks);
    registers.put(SnapshotKind.AUTHORITY, authorities);
  }

  @Override
  public List<Map<String, Object>> open(String reader) {
    Stream<EntryCopy<?>> open = registers.values().stream().flatMap(each -> each.open().stream());
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

  @Override
  public Optional<WriteOutcome.OfRequest<?, Boolean>> done(
      String task, Command command, String by) {
    for (var register : registers.entrySet()) {
      String prefix = id(register.getKey(), "");
      if (task.startsWith(prefix)) {
        String entry = task.substring(prefix.length());
        return Optional.of(register.getValue().done(entry, command, by));
      }
    }
    return Optional.empty();
  }

  private static String id(SnapshotKind kind, String entry) {
    return taskOf(kind) + "." + kind.word() + "." + entry;
  }

  private static String taskOf(SnapshotKind kind) {
    return "CHECK_" + kind.word().toUpperCase(Locale.ROOT);
  }
}
