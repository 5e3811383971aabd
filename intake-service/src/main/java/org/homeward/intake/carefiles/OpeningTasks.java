package org.homeward.intake.carefiles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.problem.FaceProblem;
import org.homeward.intake.oversight.OfficerTasks;

/**
 * Openings by break-glass that the data-protection officer has not asked about. A task says who
 * opened which file and when, and nothing of the person in it.
 */
final class OpeningTasks implements OfficerTasks {

  static final String KIND = "CHECK_CARE_FILE";

  private static final Pattern ID = Pattern.compile(KIND + "[.]([0-9a-f-]{36})[.](\\d{1,4})");

  private final GuardedDocuments<KeptCareFile> files;
  private final ChangeCareFile changeCareFile;

  OpeningTasks(GuardedDocuments<KeptCareFile> files, ChangeCareFile changeCareFile) {
    this.files = files;
    this.changeCareFile = changeCareFile;
  }

  private record Open(String file, int number, String person, Instant since) {

    Map<String, Object> task() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("id", KIND + "." + file + "." + number);
      json.put("kind", KIND);
      json.put("careFile", file);
      json.put("person", person);
      json.put("since", since.toString());
      return json;
    }
  }

  /** A node has some hundreds of files, so that all are read. */
  @Override
  public List<Map<String, Object>> open(String reader) {
    return all(file -> !file.isKeptFrom(reader)).stream() // upholds 6
        .sorted(Comparator.comparing(Open::since))
        .map(Open::task)
        .toList();
  }

  /** How many nobody has asked about. */
  long count() {
    return all(_ -> true).size();
  }

  private List<Open> all(Predicate<CareFile> ofWhich) {
    List<Open> open = new ArrayList<>();
    files.forEach(
        read -> {
          if (read.state() instanceof CareFile file && ofWhich.test(file)) {
            for (int i = 0; i < file.openings().size(); i++) {
              Opening each = file.openings().get(i);
              if (each.seenBy() == null) {
                open.add(new Open(read.id(), i, each.by(), each.at()));
              }
            }
          }
        });
    return open;
  }

  @Override
  public Optional<WriteOutcome.OfRequest<?, Boolean>> done(
      String task, Command command, String by) {
    Matcher named = ID.matcher(task);
    if (!named.matches()) {
      return Optional.empty();
    }
    String file = named.group(1);
    int number = Integer.parseInt(named.group(2));
    if (isKeptFrom(file, by)) {
      return Optional.empty(); // upholds 6
    }
    boolean isHerOwn =
        all(_ -> true).stream()
            .anyMatch(
                it -> it.file().equals(file) && it.number() == number && it.person().equals(by));
    if (isHerOwn) {
      throw FaceProblem.FORBIDDEN.exception();
    }
    return Optional.of(changeCareFile.ask(file, command, new CareFileCommand.Ask(number, by)));
  }

  private boolean isKeptFrom(String id, String person) {
    return files
        .find(id)
        .filter(found -> found.state() instanceof CareFile file && file.isKeptFrom(person))
        .isPresent();
  }
}
