package org.homeward.trials.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.homeward.trials.ProjectFiles;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an administrator watches with: rules, dashboard, and the page that says what to do. */
public final class Monitoring {

  private static final Pattern NUMBER =
      Pattern.compile("\\b((?:homeward|http_server|jvm|disk)_\\w+)");
  private static final Pattern ROW = Pattern.compile("^\\| `(homeward_\\w+)` \\| ([a-z, ]+) \\|");
  private static final Pattern LOOPS = Pattern.compile("`([a-z-]+)(…?)`");

  private Monitoring() {}

  /** One alert rule. */
  record Rule(String name, String expression, String severity, String summary, String runbook) {}

  static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (var group : list(yaml("homeward-rules.yml").get("groups"))) {
      for (var rule : list(group.get("rules"))) {
        var notes = map(rule.get("annotations"));
        rules.add(
            new Rule(
                rule.get("alert").toString(),
                rule.get("expr").toString(),
                map(rule.get("labels")).get("severity").toString(),
                notes.get("summary").toString(),
                notes.get("runbook").toString()));
      }
    }
    return rules;
  }

  /** The rules that have a test for promtool. */
  static Set<String> tested() {
    Set<String> names = new TreeSet<>();
    for (var test : list(yaml("homeward-rules-test.yml").get("tests"))) {
      list(test.get("alert_rule_test")).forEach(it -> names.add(it.get("alertname").toString()));
    }
    return names;
  }

  static JsonNode dashboard() {
    return JsonMapper.shared().readTree(text("deploy/monitoring/homeward-dashboard.json"));
  }

  /** Every number that a rule or a panel asks for. */
  public static Set<String> asked() {
    Set<String> asked = new TreeSet<>();
    rules().forEach(rule -> asked.addAll(numbers(rule.expression())));
    dashboard().findValuesAsString("expr").forEach(each -> asked.addAll(numbers(each)));
    return asked;
  }

  private static Set<String> numbers(String expression) {
    Set<String> found = new TreeSet<>();
    NUMBER.matcher(expression).results().forEach(each -> found.add(each.group(1)));
    return found;
  }

  /** The numbers that operations.md lists for a service. */
  public static Set<String> listed(String service) {
    Set<String> listed = new TreeSet<>();
    for (String line : operations().lines().toList()) {
      var row = ROW.matcher(line);
      if (row.find() && Set.of(row.group(2).split(", ")).contains(service)) {
        listed.add(row.group(1));
      }
    }
    return listed;
  }

  /** Whether operations.md says what this loop does. */
  public static boolean isExplained(String loop) {
    String page = operations();
    String table = page.substring(page.indexOf("| loop |"), page.indexOf("Mails go out from"));
    return table
        .lines()
        .filter(line -> line.startsWith("|"))
        .map(line -> line.split("\\|", 3)[1])
        .flatMap(cell -> LOOPS.matcher(cell).results())
        .anyMatch(
            name ->
                name.group(2).isEmpty()
                    ? loop.equals(name.group(1))
                    : loop.startsWith(name.group(1)));
  }

  static String operations() {
    return text("docs/operations.md");
  }

  private static Map<String, Object> yaml(String file) {
    return map(new Yaml().load(text("deploy/monitoring/" + file)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Object value) {
    return (List<Map<String, Object>>) value;
  }

  private static String text(String file) {
    try {
      return Files.readString(ProjectFiles.root().resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
