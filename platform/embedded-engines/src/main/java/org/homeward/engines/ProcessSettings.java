package org.homeward.engines;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What {@link EnginesProcess} is started with: arguments win over the environment.
 *
 * @param healthPort 0: no health page
 */
record ProcessSettings(
    Path data, int storePort, int kafkaPort, int controllerPort, int healthPort, boolean fsync) {

  /** Argument {@code --data=…} is HOMEWARD_ENGINES_DATA in the environment, and so on. */
  static ProcessSettings from(String[] arguments, Map<String, String> environment) {
    Map<String, String> given = new HashMap<>();
    for (String argument : arguments) {
      int sign = argument.indexOf('=');
      if (!argument.startsWith("--") || sign < 0) {
        throw new IllegalArgumentException("not understood: " + argument + " (--name=value)");
      }
      given.put(argument.substring(2, sign), argument.substring(sign + 1));
    }
    var source = new Source(given, environment);
    var settings =
        new ProcessSettings(
            Path.of(source.take("data", "")),
            source.takeNumber("store-port", 27018),
            source.takeNumber("kafka-port", 19092),
            source.takeNumber("controller-port", 19093),
            source.takeNumber("health-port", 0),
            Boolean.parseBoolean(source.take("fsync", "false")));
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("not known: --" + given.keySet().iterator().next());
    }
    if (settings.data().toString().isEmpty()) {
      throw new IllegalArgumentException("say where the data is kept with --data=directory");
    }
    return settings;
  }

  private record Source(Map<String, String> arguments, Map<String, String> environment) {
    String take(String name, String otherwise) {
      String variable = "HOMEWARD_ENGINES_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
      String argument = arguments.remove(name);
      return argument != null ? argument : environment.getOrDefault(variable, otherwise);
    }

    int takeNumber(String name, int otherwise) {
      String text = take(name, Integer.toString(otherwise));
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("--" + name + " needs a number", e);
      }
    }
  }
}
