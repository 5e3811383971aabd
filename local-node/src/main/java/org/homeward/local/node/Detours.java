package org.homeward.local.node;

import java.net.URI;

/**
 * The differences from a plain node: settings, and connections through proxies. Each start asks for
 * them again.
 */
public interface Detours {
  /** No difference: a plain node. */
  Detours NONE = (_, usual) -> usual;

  ProcessPlan process(String node, ProcessPlan usual);

  /** Whether the node has this process at all. */
  default boolean runs(String process) {
    return true;
  }

  /** How the JVMs of a node are run. */
  default Jvm jvm(String node) {
    return Jvm.chosen();
  }

  /** Where the registry says that a node's bridge is. */
  default URI partnerEndpoint(String node, URI usual) {
    return usual;
  }
}
