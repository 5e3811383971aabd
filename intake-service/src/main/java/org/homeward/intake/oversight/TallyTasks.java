package org.homeward.intake.oversight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.problem.FaceProblem;
import org.homeward.intake.oversight.Tally.Kind;
import org.homeward.intake.oversight.Tally.Passed;

/** People who have passed a limit and whom the data-protection officer has not asked about it. */
final class TallyTasks implements OfficerTasks {

  private static final String CHECK = "CHECK_";

  private static final Pattern ID =
      Pattern.compile(CHECK + "(SEARCHES|OPENINGS)[.](\\d{1,9})[.]person[.](.+)");

  private final GuardedDocuments<Tally> tallies;
  private final CountLooks countLooks;

  TallyTasks(GuardedDocuments<Tally> tallies, CountLooks countLooks) {
    this.tallies = tallies;
    this.countLooks = countLooks;
  }

  private record Open(String person, Kind kind, Passed passed) {

    Instant at() {
      return passed.at();
    }

    Map<String, Object> task() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("id", CHECK + kind + "." + passed.count() + ".person." + person);
      json.put("kind", CHECK + kind);
      json.put("person", person);
      json.put("count", passed.count());
      json.put("since", passed.at().toString());
      return json;
    }
  }

  @Override
  public List<Map<String, Object>> open(String reader) {
    return all().stream().sorted(Comparator.comparing(Open::at)).map(Open::task).toList();
  }

  /** How many nobody has looked at. */
  long count() {
    return all().size();
  }

  private List<Open> all() {
    List<Open> open = new ArrayList<>();
    tallies.forEach(
        read ->
            read.state()
                .passed()
                .forEach((kind, passed) -> open.add(new Open(read.id(), kind, passed))));
    return open;
  }

  @Override
  public Optional<WriteOutcome.OfRequest<?, Boolean>> done(
      String task, Command command, String by) {
    Matcher named = ID.matcher(task);
    if (!named.matches()) {
      return Optional.empty();
    }
    Kind kind = Kind.valueOf(named.group(1));
    int seen = Integer.parseInt(named.group(2));
    String person = named.group(3);
    if (person.equals(by)) throw FaceProblem.FORBIDDEN.exception();
    return Optional.of(
        tallies.change(
            person,
            List.of(Check.once(command)),
            read -> countLooks.checked(read, kind, seen, by)));
  }
}
