package org.homeward.local.node;

import java.net.URI;

/**
 * The differences from a plain node: settings, and connections through a proxy that can cut them.
 * Asked again for each start.
 */
public interface Detours {
  /** None: the node as everybody runs it. */
  Detours NONE = (_, usual) -> usual;

  ProcessPlan process(String node, ProcessPlan usual);

  /** How the JVMs of a node are run. */
  default Jvm jvm(String node) {
    return Jvm.chosen();
  }

  /** Where the registry says that a node's bridge is. */
  default URI partnerEndpoint(String node, URI usual) {
    return usual;
  }
}
