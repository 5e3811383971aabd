package org.homeward.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.homeward.engines.broker.EmbeddedBroker;
import org.homeward.engines.store.EmbeddedStore;
import org.homeward.engines.store.StoreLogin;

/**
 * The settings of {@link EnginesProcess}: arguments win over the environment.
 *
 * @param storeSecret the file with the store's secret
 * @param healthPort 0: no health page
 * @param member the place of this broker among several
 */
record ProcessSettings(
    Run run,
    Path data,
    int storePort,
    Path storeSecret,
    int kafkaPort,
    int controllerPort,
    int healthPort,
    boolean fsync,
    Member member) {

  /** Which engines the process holds. */
  enum Run {
    BOTH,
    BROKER,
    STORE;

    boolean store() {
      return this != BROKER;
    }

    boolean broker() {
      return this != STORE;
    }
  }

  /**
   * The place of a broker among several.
   *
   * @param voters all members as {@code id@host:controllerPort}; empty for a single broker
   * @param clusterId the same for all of them
   */
  record Member(int nodeId, List<String> voters, String clusterId) {
    static final Member ALONE = new Member(1, List.of(), "");

    Member {
      voters = List.copyOf(voters);
      boolean listed = voters.stream().anyMatch(voter -> voter.startsWith(nodeId + "@"));
      if (!voters.isEmpty() && (!listed || clusterId.isBlank())) {
        throw new IllegalArgumentException(
            "one of several brokers needs --cluster-id, and its --node-id among the --voters");
      }
    }
  }

  EmbeddedStore.Settings store() throws IOException {
    return EmbeddedStore.Settings.of(data.resolve("store"), storePort)
        .withLogin(StoreLogin.in(storeSecret))
        .withFsync(fsync);
  }

  EmbeddedBroker.Settings broker() {
    Path directory = data.resolve("broker");
    var settings =
        member.voters().isEmpty()
            ? EmbeddedBroker.Settings.alone(directory, kafkaPort, controllerPort)
            : EmbeddedBroker.Settings.member(
                directory,
                member.nodeId(),
                kafkaPort,
                controllerPort,
                member.clusterId(),
                member.voters());
    return settings.withFsync(fsync);
  }

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
            source.takeRun(),
            Path.of(source.take("data", "")),
            source.takeNumber("store-port", 27018),
            Path.of(source.take("store-secret", "")),
            source.takeNumber("kafka-port", 19092),
            source.takeNumber("controller-port", 19093),
            source.takeNumber("health-port", 0),
            Boolean.parseBoolean(source.take("fsync", "false")),
            new Member(
                source.takeNumber("node-id", 1),
                Stream.of(source.take("voters", "").split(","))
                    .filter(voter -> !voter.isBlank())
                    .toList(),
                source.take("cluster-id", "")));
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("not known: --" + given.keySet().iterator().next());
    }
    if (settings.data().toString().isEmpty()) {
      throw new IllegalArgumentException("say where the data is kept with --data=directory");
    }
    if (settings.run().store() && settings.storeSecret().toString().isEmpty()) {
      throw new IllegalArgumentException("say where the store's secret is, --store-secret=file");
    }
    return settings;
  }

  private record Source(Map<String, String> arguments, Map<String, String> environment) {
    String take(String name, String otherwise) {
      String variable = "HOMEWARD_ENGINES_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
      String argument = arguments.remove(name);
      return argument != null ? argument : environment.getOrDefault(variable, otherwise);
    }

    Run takeRun() {
      String text = take("run", "both");
      return Stream.of(Run.values())
          .filter(run -> run.name().equalsIgnoreCase(text))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("--run is both, broker or store"));
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
