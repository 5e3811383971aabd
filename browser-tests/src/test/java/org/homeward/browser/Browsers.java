package org.homeward.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.homeward.local.client.Hotline;
import org.homeward.local.node.Jars;
import org.homeward.local.node.Neighbours;
import org.homeward.local.node.Node;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Two nodes and one browser for all tests of a run. A test takes the {@link Browsers.People}, whose
 * browsers close when it ends.
 */
public final class Browsers implements ParameterResolver, AfterEachCallback {
  private static final Namespace SPACE = Namespace.create(Browsers.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == People.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running =
        context
            .getRoot()
            .getStore(SPACE)
            .computeIfAbsent(Running.class, _ -> new Running(), Running.class);
    var people = new People(running);
    context.getStore(SPACE).put(People.class, people);
    return people;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    People people = context.getStore(SPACE).get(People.class, People.class);
    if (people != null) {
      context.getExecutionException().ifPresent(_ -> people.tell());
      people.leave();
    }
  }

  /** Opens browsers for people of the two nodes. */
  static final class People {
    private final Running running;
    private final List<Visit> visits = new ArrayList<>();

    private People(Running running) {
      this.running = running;
    }

    /** A new browser at node {@code rs} in which nobody is signed in. */
    Visit visit(Screen screen) {
      return visit(running.nodes.rs(), screen, _ -> new Mouse());
    }

    Visit visit() {
      return visit(Screen.DESKTOP);
    }

    /** The same for somebody who has a keyboard and no mouse. */
    Visit byKeyboard() {
      return visit(running.nodes.rs(), Screen.DESKTOP, Keys::new);
    }

    /** The same at node {@code gr}. */
    Visit abroadByKeyboard() {
      awaitNeighbour();
      return visit(running.nodes.gr(), Screen.DESKTOP, Keys::new);
    }

    private Visit visit(Node node, Screen screen, Function<Page, Hands> hands) {
      Map<String, List<Cookie>> logins =
          running.logins.computeIfAbsent(node.plan().name(), _ -> new HashMap<>());
      var visit = new Visit(running.browser, node.plan().door(), screen, hands, logins);
      visits.add(visit);
      return visit;
    }

    /** Until node {@code gr} answers: what is sent to it before is repeated ever more seldom. */
    void awaitNeighbour() {
      running.abroad.join();
    }

    /** What stands on node {@code rs} while its pages are looked at. */
    Night night() {
      if (running.night == null) {
        running.night = new FutureTask<>(() -> new Night(hotline()));
        running.night.run();
      }
      try {
        return running.night.get();
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }

    /** The API of node {@code rs}, for what a test only prepares. */
    Hotline hotline() {
      return new Hotline(running.nodes.rs().plan());
    }

    /** Kills a process of node {@code rs}, as a power cut would. */
    void kill(String process) {
      running.nodes.rs().processes().kill(running.nodes.rs().plan().process(process));
    }

    /** Starts what was killed, and waits until it answers. */
    void start() {
      awaitNeighbour(); // one start at a time
      running.nodes.up(List.of(running.nodes.rs()), line -> {});
    }

    /** What each browser shows when a test fails: a message of a test seldom says why. */
    private void tell() {
      visits.forEach(visit -> System.out.println(visit.shown()));
    }

    private void leave() {
      visits.forEach(Visit::close);
    }
  }

  /** Ends with the test run, or with this JVM. */
  private static final class Running implements AutoCloseable {
    private final Neighbours nodes;
    private final Playwright playwright;
    private final Browser browser;
    private final Thread end;
    private final CompletableFuture<?> abroad;
    private final Map<String, Map<String, List<Cookie>>> logins = new HashMap<>();
    private @Nullable FutureTask<Night> night;

    Running() {
      PlaywrightAssertions.setDefaultAssertionTimeout(Visit.PATIENCE);
      nodes =
          Neighbours.onFreePorts(
              Path.of("target/nodes"),
              Jars.in(Path.of(System.getProperty("homeward.jars"))),
              (_, usual) -> usual,
              Clock.systemUTC());
      end = new Thread(nodes::down);
      nodes.erase(); // what a killed run has left
      Runtime.getRuntime().addShutdownHook(end);
      CompletableFuture<?> home = up(nodes, nodes.rs());
      // A browser that downloads itself would need more than the package registry.
      playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(Chromium.program().orElseThrow())
                      .setArgs(
                          List.of(
                              "--no-sandbox",
                              "--disable-gpu",
                              "--disable-background-networking",
                              "--disable-component-update",
                              "--disable-sync",
                              "--no-first-run")));
      home.join();
      // While the first journeys play here: only one of them goes abroad.
      abroad = up(nodes, nodes.gr());
    }

    private static void kill(Node node) {
      node.plan().processes().parallelStream().forEach(node.processes()::kill);
    }

    private static CompletableFuture<?> up(Neighbours nodes, Node node) {
      return CompletableFuture.runAsync(() -> nodes.up(List.of(node), line -> {}));
    }

    @Override
    public void close() {
      playwright.close();
      nodes.abandon();
      nodes.all().forEach(Running::kill); // nobody needs their state
      nodes.down();
      Runtime.getRuntime().removeShutdownHook(end);
    }
  }
}
