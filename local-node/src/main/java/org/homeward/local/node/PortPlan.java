package org.homeward.local.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where everybody on this machine listens.
 *
 * @param drill the port at which the exercise partner would listen, if somebody plays it
 */
record PortPlan(NodePorts rs, NodePorts gr, int drill) {

  private static final int NEXT_NODE = 100;
  private static final int FIRST_FREE = 20_000; // below the range that systems hand to clients
  private static final int LAST_FREE = 32_000;
  private static final int ATTEMPTS = 10_000;

  static PortPlan standard() {
    NodePorts rs = NodePorts.standard(0);
    return new PortPlan(rs, NodePorts.standard(NEXT_NODE), rs.gateway() + 2 * NEXT_NODE);
  }

  /** Ports that nobody listens on at this moment. */
  static PortPlan free() {
    return free(NodePorts.COUNT);
  }

  /** The same, with a wide node {@code rs}. */
  static PortPlan freeAndWide() {
    return free(NodePorts.WIDE_COUNT);
  }

  private static PortPlan free(int ofRs) {
    int wanted = ofRs + NodePorts.COUNT + 1;
    Set<Integer> free = new LinkedHashSet<>();
    for (int attempt = 0; free.size() < wanted; attempt++) {
      if (attempt == ATTEMPTS) {
        throw new IllegalStateException("no " + wanted + " free ports on this machine");
      }
      int port = ThreadLocalRandom.current().nextInt(FIRST_FREE, LAST_FREE);
      if (NodePorts.isFree(port)) {
        free.add(port);
      }
    }
    return of(List.copyOf(free));
  }

  /** What {@link #keep} has written there; the standard ports where there is nothing. */
  static PortPlan kept(Path file) {
    if (Files.notExists(file)) {
      return standard();
    }
    try {
      return of(
          Stream.of(Files.readString(file).strip().split("\\s+")).map(Integer::valueOf).toList());
    } catch (IOException | IllegalArgumentException e) {
      throw new NodeFailure(file + " does not hold the ports of two nodes; delete it.");
    }
  }

  void keep(Path file) {
    String numbers =
        Stream.of(rs.all(), gr.all(), List.of(drill))
            .map(line -> line.stream().map(String::valueOf).collect(Collectors.joining(" ")))
            .collect(Collectors.joining("\n", "", "\n"));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, numbers);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static PortPlan of(List<Integer> ports) {
    int ofRs = ports.size() - NodePorts.COUNT - 1;
    if (ofRs != NodePorts.COUNT && ofRs != NodePorts.WIDE_COUNT) {
      throw new IllegalArgumentException("these are not the ports of two nodes");
    }
    return new PortPlan(
        NodePorts.of(ports.subList(0, ofRs)),
        NodePorts.of(ports.subList(ofRs, ports.size() - 1)),
        ports.getLast());
  }
}
