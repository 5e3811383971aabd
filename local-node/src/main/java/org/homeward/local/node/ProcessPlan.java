package org.homeward.local.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All it takes to start one process of a node.
 *
 * @param options of the JVM
 * @param ports what it listens on, the one people ask for first
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

  /** The service listens here instead, and at the management port that belongs to it. */
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

  /** With further options of its JVM; of two for the same thing the last counts. */
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
