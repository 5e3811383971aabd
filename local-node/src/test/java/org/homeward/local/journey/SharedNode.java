package org.homeward.local.journey;

import java.nio.file.Path;
import org.homeward.local.ProjectFiles;
import org.homeward.local.client.Hotline;
import org.homeward.local.node.Jars;
import org.homeward.local.node.Node;
import org.homeward.local.node.NodePlan;
import org.homeward.local.node.NodePorts;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One node of real processes for all journeys of this JVM; gives tests its {@link Hotline}. */
public final class SharedNode implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Hotline.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running =
        context
            .getRoot()
            .getStore(Namespace.create(SharedNode.class))
            .computeIfAbsent(Running.class, _ -> new Running(), Running.class);
    return new Hotline(running.node.plan());
  }

  /** A node in a directory below target, on free ports, from the jars that were just built. */
  static Node node(String name) {
    Path root = ProjectFiles.root();
    Path directory = root.resolve("local-node/target").resolve(name);
    return new Node(new NodePlan("rs", NodePorts.free(), directory, Jars.built(root)));
  }

  /** Ends with the test run, or with this JVM; its logs stay. */
  private static final class Running implements AutoCloseable {
    private final Node node = node("shared-node");
    private final Thread end = new Thread(node::down);

    Running() {
      node.erase(); // what a run left that was itself killed
      Runtime.getRuntime().addShutdownHook(end);
      node.up(line -> {});
    }

    @Override
    public void close() {
      node.down();
      Runtime.getRuntime().removeShutdownHook(end);
    }
  }
}
