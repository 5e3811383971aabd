package org.homeward.local.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.testkit.FreePorts;

/**
 * The ports of all processes on this machine.
 *
 * @param drill the port of the exercise partner, where no process listens
 */
record PortPlan(NodePorts rs, NodePorts gr, int drill) {

  private static final int NEXT_NODE = 100;

  static PortPlan standard() {
    NodePorts rs = NodePorts.standard(0);
    return new PortPlan(rs, NodePorts.standard(NEXT_NODE), rs.gateway() + 2 * NEXT_NODE);
  }

  /** Ports that are free at this moment. */
  static PortPlan free() {
    return free(NodePorts.COUNT);
  }

  /** The same, with a wide node {@code rs}. */
  static PortPlan freeAndWide() {
    return free(NodePorts.WIDE_COUNT);
  }

  private static PortPlan free(int ofRs) {
    return of(
        FreePorts.take(
            ofRs + NodePorts.COUNT + 1,
            NodePorts.TO_MANAGEMENT)); // proxies take theirs from there, too
  }

  /** The ports that {@link #keep} has written there; the standard ports if there is no file. */
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
