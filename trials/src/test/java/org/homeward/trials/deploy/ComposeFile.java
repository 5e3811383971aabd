package org.homeward.trials.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.homeward.trials.ProjectFiles;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml} as it is written: variables stay variables. */
final class ComposeFile {
  /** The five services that this project builds, by the module of each. */
  static final Map<String, String> OURS =
      Map.of(
          "intake", "intake-service",
          "alert", "alert-service",
          "bridge", "partner-bridge-service",
          "gateway", "gateway",
          "console", "console");

  private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)[^}]*}");

  private final Map<String, Object> root;

  private ComposeFile(Map<String, Object> root) {
    this.root = root;
  }

  static ComposeFile read() {
    return new ComposeFile(new Yaml().load(text("docker-compose.yml")));
  }

  /** A file of the project. */
  static String text(String file) {
    try {
      return Files.readString(ProjectFiles.root().resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All services, by name. */
  Map<String, Map<String, Object>> services() {
    Map<String, Map<String, Object>> services = new TreeMap<>();
    map(root, "services").forEach((name, service) -> services.put(name, cast(service)));
    return services;
  }

  Map<String, Object> service(String name) {
    return Objects.requireNonNull(services().get(name), name);
  }

  Map<String, Object> network(String name) {
    return map(map(root, "networks"), name);
  }

  /** The names of all volumes. */
  Set<String> volumes() {
    return new TreeSet<>(map(root, "volumes").keySet());
  }

  /** What a service is told, with its variables. */
  Map<String, String> environment(String service) {
    Map<String, String> environment = new TreeMap<>();
    map(service(service), "environment")
        .forEach((name, value) -> environment.put(name, String.valueOf(value)));
    return environment;
  }

  /** The names of all variables that stand in a text. */
  static TreeSet<String> variablesOf(String text) {
    var names = new TreeSet<String>();
    VARIABLE.matcher(text).results().forEach(found -> names.add(found.group(1)));
    return names;
  }

  /** The text without its variables. */
  static String withoutVariables(String text) {
    return VARIABLE.matcher(text).replaceAll("");
  }

  /** The text as somebody would fill it in. */
  static String filledIn(String text) {
    return VARIABLE.matcher(text).replaceAll("s3cret");
  }

  /** An empty one when it is not there. */
  static Map<String, Object> map(Map<String, Object> of, String key) {
    Object value = of.get(key);
    return value == null ? Map.of() : cast(value);
  }

  /** An empty one when it is not there. */
  static List<String> list(Map<String, Object> of, String key) {
    return of.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  @SuppressWarnings("unchecked") // the keys of all of it are texts
  private static Map<String, Object> cast(Object value) {
    return (Map<String, Object>) value;
  }
}
