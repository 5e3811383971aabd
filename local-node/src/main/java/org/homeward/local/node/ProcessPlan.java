package org.homeward.local.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that is needed to start one process of a node.
 *
 * @param options of the JVM
 * @param ports its ports; the first is its main port
 * @param waitsFor names of processes that must be healthy before it is started
 */
public record ProcessPlan(
    String name,
    Path jar,
    List<String> options,
    List<String> arguments,
    Map<String, String> environment,
    List<Integer> ports,
    Health health,
    List<String> waitsFor) {

  public ProcessPlan {
    options = List.copyOf(options);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
    ports = List.copyOf(ports);
    waitsFor = List.copyOf(waitsFor);
  }

  /** With further variables of its environment, or others. */
  public ProcessPlan with(Map<String, String> variables) {
    Map<String, String> all = new TreeMap<>(environment);
    all.putAll(variables);
    return new ProcessPlan(name, jar, options, arguments, all, ports, health, waitsFor);
  }

  /** The service with another port, and with the management port that belongs to it. */
  public ProcessPlan listeningAt(int port) {
    int management = port + NodePorts.TO_MANAGEMENT;
    var moved =
        with(
            Map.of(
                "SERVER_PORT", "" + port,
                "MANAGEMENT_SERVER_PORT", "" + management,
                "HOMEWARD_MANAGEMENT_BIND", "127.0.0.1"));
    var there = health.at(management);
    return new ProcessPlan(
        name,
        jar,
        options,
        arguments,
        moved.environment(),
        List.of(port, management),
        there,
        waitsFor);
  }

  /** Adds options for its JVM; the last of two equal ones counts. */
  public ProcessPlan withOptions(List<String> further) {
    List<String> all = new ArrayList<>(options);
    all.addAll(further);
    return new ProcessPlan(name, jar, all, arguments, environment, ports, health, waitsFor);
  }

  /** From another jar. */
  public ProcessPlan from(Path other) {
    return new ProcessPlan(name, other, options, arguments, environment, ports, health, waitsFor);
  }

  public int port() {
    return ports.getFirst();
  }
}
