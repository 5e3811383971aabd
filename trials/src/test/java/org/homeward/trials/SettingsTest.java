package org.homeward.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of all variables is what the services read. */
class SettingsTest {

  /** The one whose words are taken stands first. */
  private static final Map<String, String> SERVICES = services();

  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{([A-Z]+_[A-Z_]+):((?:[^{}]|\\$\\{[^}]*})*)}");
  private static final Pattern IN_COMPOSE = Pattern.compile("\\$\\{(HOMEWARD_[A-Z_]+)");
  private static final String INTRODUCTION =
      """
      # Every variable

      `SettingsTest` generates this page from the five `application.yml`; `-Dwrite.tables=true` writes it anew.
      [Operations](operations.md#commands) says how to set a variable; the [README](../README.md#configuration) lists
      those that need a decision. Several defaults: the first is that of the services that are not named.

      `.env` of `docker-compose.yml` has some under another name, because a container sees other addresses and
      directories than its host:

      | in `.env` | it is |
      |---|---|
      | `HOMEWARD_ISSUER_URL` | where people reach the issuer; `HOMEWARD_ISSUER` is this and the realm's path |
      | `HOMEWARD_GATEWAY_URL` | where people reach the gateway: `HOMEWARD_GATEWAY` |
      | `HOMEWARD_CHECKPOINT_DIRECTORY` | the directory of this machine that containers know as `HOMEWARD_CHECKPOINTS` |
      | `HOMEWARD_REGISTRY_DIRECTORY` | the directory of the files `HOMEWARD_REGISTRY` and `HOMEWARD_REGISTRY_KEY` |
      | `HOMEWARD_NODE_KEYS_FILE` | the file that the bridge knows as `HOMEWARD_NODE_KEYS` |
      | `HOMEWARD_OPERATIONS_SECRET` | the secret of the issuer's client `homeward-operations`, for an administrator's token |
      | `HOMEWARD_OPERATIONS_FILE` | the file with this secret alone, for Prometheus |
      | `HOMEWARD_ALERTMANAGER_FILE` | the settings of Alertmanager: whom an alert wakes |
      | `HOMEWARD_VERSION` | the version of the images |

      `./homeward` reads `HOMEWARD_STORE_HEAP` (memory of the embedded store) and `HOMEWARD_JVM` from your shell, and
      no other.

      """;
  private static final String HEAD =
      "| variable | service | default | it is |\n|---|---|---|---|\n";

  private static Map<String, String> services() {
    Map<String, String> services = new LinkedHashMap<>();
    services.put("intake", "intake-service");
    services.put("alert", "alert-service");
    services.put("bridge", "partner-bridge-service");
    services.put("console", "console");
    services.put("gateway", "gateway");
    return services;
  }

  /** One variable as the services know it: each service by its default. */
  private record Setting(Map<String, List<String>> servicesByDefault, List<String> words) {

    void add(String service, String byDefault, String said) {
      List<String> same = servicesByDefault.computeIfAbsent(byDefault, _ -> new ArrayList<>());
      if (!same.contains(service)) {
        same.add(service);
      }
      words.add(said);
    }

    private static String code(String byDefault) {
      return byDefault.isEmpty() ? "none" : "`" + byDefault + "`";
    }

    String row(String variable) {
      List<String> services =
          servicesByDefault.values().stream().flatMap(List::stream).distinct().toList();
      List<String> defaults = new ArrayList<>();
      servicesByDefault.forEach(
          (byDefault, which) ->
              defaults.add(
                  defaults.isEmpty()
                      ? code(byDefault)
                      : String.join(", ", which) + ": " + code(byDefault)));
      String of = services.size() == SERVICES.size() ? "all" : String.join(", ", services);
      return "| `%s` | %s | %s | %s |\n"
          .formatted(variable, of, String.join("; ", defaults), words.getFirst());
    }
  }

  @Test
  void thePageIsWhatTheServicesRead() throws IOException {
    Map<String, Setting> settings = new TreeMap<>();
    for (var service : SERVICES.entrySet()) {
      read(service.getKey(), text(service.getValue() + "/src/main/resources/application.yml"))
          .forEach(
              found ->
                  settings
                      .computeIfAbsent(
                          found.get(0), _ -> new Setting(new LinkedHashMap<>(), new ArrayList<>()))
                      .add(service.getKey(), found.get(1), found.get(2)));
    }
    var page = new StringBuilder(INTRODUCTION).append(HEAD);
    settings.forEach((variable, setting) -> page.append(setting.row(variable)));

    Path file = ProjectFiles.root().resolve("docs/settings.md");
    if (Boolean.getBoolean("write.tables")) {
      Files.writeString(file, page);
    }
    assertThat(settings).hasSizeGreaterThan(80);
    assertThat(file).as("run with -Dwrite.tables=true after a change").hasContent(page.toString());
  }

  @Test
  void eachVariableOfTheContainersStandsThere() throws IOException {
    var named = new TreeSet<String>();
    IN_COMPOSE
        .matcher(text("docker-compose.yml"))
        .results()
        .forEach(found -> named.add("`" + found.group(1) + "`"));

    assertThat(text("docs/settings.md")).contains(named);
  }

  /** Each variable with its default, and the comment before it. */
  private static List<List<String>> read(String service, String yaml) {
    List<List<String>> found = new ArrayList<>();
    String said = "";
    for (String line : yaml.lines().map(String::strip).toList()) {
      if (line.startsWith("#")) {
        said = line.substring(1).strip();
        continue;
      }
      var variables = VARIABLE.matcher(line);
      while (variables.find()) {
        String variable = variables.group(1);
        if (found.stream().noneMatch(each -> each.getFirst().equals(variable))) {
          assertThat(said).as("what %s says of %s", service, line).isNotEmpty();
          found.add(List.of(variable, variables.group(2), sentence(said)));
        }
      }
      said = "";
    }
    return found;
  }

  /** As a cell: without the variable, a capital and a full stop. */
  private static String sentence(String said) {
    String words = said.replaceFirst("^[A-Z_]+: ", "").replaceFirst("\\.$", "");
    return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }

  private static String text(String file) throws IOException {
    return Files.readString(ProjectFiles.root().resolve(file));
  }
}
