package org.homeward.local.node;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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

  public int port() {
    return ports.getFirst();
  }
}
