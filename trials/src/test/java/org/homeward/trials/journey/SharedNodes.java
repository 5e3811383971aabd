package org.homeward.trials.journey;

import java.time.Clock;
import java.util.Map;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.Http;
import org.homeward.local.node.Jars;
import org.homeward.local.node.Neighbours;
import org.homeward.trials.ProjectFiles;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Two nodes of real processes for all journeys of this JVM; gives tests the {@link Neighbours}, the
 * {@link Hotline} of {@code rs}, and the {@link Documented} that looks at what they say.
 */
public final class SharedNodes implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> wanted = parameter.getParameter().getType();
    return wanted == Hotline.class || wanted == Neighbours.class || wanted == Documented.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running =
        context
            .getRoot()
            .getStore(Namespace.create(SharedNodes.class))
            .computeIfAbsent(Running.class, _ -> new Running(), Running.class);
    Class<?> wanted = parameter.getParameter().getType();
    if (wanted == Neighbours.class) {
      return running.nodes;
    }
    return wanted == Documented.class
        ? running.documented
        : new Hotline(running.nodes.rs().plan(), new Http(running.documented));
  }

  /** Ends with the test run, or with this JVM; its logs stay. */
  private static final class Running implements AutoCloseable {
    /** One journey floods the form: the others' volunteers do not wait behind it. */
    private static final Map<String, String> MANY_CONFIRMATIONS =
        Map.of(
            "HOMEWARD_CONFIRMATIONS_PER_MINUTE", "100000",
            "HOMEWARD_CONFIRMATIONS_PER_HOUR", "100000");

    private final Neighbours nodes;
    private final Documented documented;
    private final Thread end;

    Running() {
      var root = ProjectFiles.root();
      System.setProperty("homeward.log-format.gr", "ecs"); // so that both forms are looked at
      var state = root.resolve("trials/target/shared-nodes");
      nodes =
          Neighbours.onFreePorts(
              state,
              Jars.built(root),
              (_, usual) -> usual.name().equals("alert") ? usual.with(MANY_CONFIRMATIONS) : usual,
              Clock.systemUTC());
      documented = new Documented(nodes, root);
      end = new Thread(nodes::down);
      nodes.erase(); // what a run left that was itself killed
      Runtime.getRuntime().addShutdownHook(end);
      nodes.up(line -> {});
    }

    @Override
    public void close() {
      nodes.down();
      Runtime.getRuntime().removeShutdownHook(end);
    }
  }
}
