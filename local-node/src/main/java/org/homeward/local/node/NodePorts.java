package org.homeward.local.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * The ports of one node's processes, on loopback only.
 *
 * @param further ports of the further instances of a wide node, see {@link WidePlan}; otherwise
 *     empty
 */
public record NodePorts(
    int gateway,
    int intake,
    int alert,
    int bridge,
    int console,
    int issuer,
    int broker,
    int controller,
    int store,
    int smtp,
    int mailPage,
    List<Integer> further) {

  /** The distance from a service's port to its management port, on every node. */
  public static final int TO_MANAGEMENT = 1_000;

  static final int COUNT = 11;
  static final int WIDE_COUNT = COUNT + WidePlan.FURTHER_PORTS;

  public NodePorts {
    further = List.copyOf(further);
  }

  boolean isWide() {
    return !further.isEmpty();
  }

  /** The ports of node {@code rs}, plus this number. */
  static NodePorts standard(int offset) {
    return of(
        List.of(8080, 8081, 8082, 8083, 8084, 8079, 19092, 19093, 27018, 1025, 8025).stream()
            .map(port -> port + offset)
            .toList());
  }

  /** In the order of the components. */
  static NodePorts of(List<Integer> ports) {
    if (ports.size() != COUNT && ports.size() != WIDE_COUNT) {
      throw new IllegalArgumentException("a node has " + COUNT + " or " + WIDE_COUNT + " ports");
    }
    return new NodePorts(
        ports.get(0),
        ports.get(1),
        ports.get(2),
        ports.get(3),
        ports.get(4),
        ports.get(5),
        ports.get(6),
        ports.get(7),
        ports.get(8),
        ports.get(9),
        ports.get(10),
        ports.subList(COUNT, ports.size()));
  }

  List<Integer> all() {
    List<Integer> all =
        new ArrayList<>(
            List.of(
                gateway,
                intake,
                alert,
                bridge,
                console,
                issuer,
                broker,
                controller,
                store,
                smtp,
                mailPage));
    all.addAll(further);
    return all;
  }

  static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true); // a port that only waits for late packets is free
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
