package org.homeward.testkit.mutation;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs tests of one module until one fails. Tests without engines come first, then those of the
 * package of the removed line, then the quickest.
 */
final class TestPhases {
  private static final String TESTS = ".*(Test|IT)";
  private static final String WITH_DOCKER = ".*(Docker|Keycloak)IT";
  private static final long GUESS_MILLIS = 200;
  private static final long GUESS_MILLIS_WITH_ENGINES = 20_000;

  private final Launcher launcher = LauncherFactory.create();
  private final Path tests;
  private final Map<String, Long> millis;

  /**
   * @param tests the directory of the test classes
   * @param millis what classes took before
   */
  TestPhases(Path tests, Map<String, Long> millis) {
    this.tests = tests;
    this.millis = millis;
  }

  /** Takes each event as it happens, because a removed line may end the JVM. */
  interface Report {
    void row(String... fields);
  }

  /** The named test, or those that say they prove an invariant; false after the first failure. */
  boolean proving(TestOrder order, Report report) {
    return phase("proving", order, asked(order, true), report);
  }

  /** All other tests, and none when one is named; false after the first failure. */
  boolean others(TestOrder order, Report report) {
    return order.isOneTest() || phase("other", order, asked(order, false), report);
  }

  private static Predicate<MethodSource> asked(TestOrder order, boolean proving) {
    if (order.isOneTest()) {
      return source ->
          name(source).equals(order.wanted()) || source.getClassName().equals(order.wanted());
    }
    Set<Integer> invariants = order.invariants();
    return source ->
        !order.without().contains(name(source)) && proves(source, invariants) == proving;
  }

  private static String name(MethodSource source) {
    return source.getClassName() + "#" + source.getMethodName();
  }

  private boolean phase(
      String kind, TestOrder order, Predicate<MethodSource> wanted, Report report) {
    var all =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClasspathRoots(Set.of(tests)))
            .filters(
                ClassNameFilter.includeClassNamePatterns(TESTS),
                ClassNameFilter.excludeClassNamePatterns(WITH_DOCKER),
                only(wanted))
            .build();
    Set<String> classes = new HashSet<>();
    var plan = launcher.discover(all);
    for (TestIdentifier root : plan.getRoots()) {
      for (TestIdentifier test : plan.getDescendants(root)) {
        if (test.getSource().orElse(null) instanceof MethodSource method) {
          classes.add(outermost(method.getClassName()));
        }
      }
    }
    Comparator<String> nearest =
        Comparator.comparing(TestPhases::needsEngines)
            .thenComparing(name -> !name.startsWith(order.near() + "."))
            .thenComparing(this::guess)
            .thenComparing(Comparator.naturalOrder());
    return classes.stream().sorted(nearest).allMatch(name -> run(kind, name, wanted, report));
  }

  private boolean run(String kind, String name, Predicate<MethodSource> wanted, Report report) {
    var one =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(name))
            .filters(only(wanted))
            .build();
    var failed = CancellationToken.create();
    long begin = System.nanoTime();
    launcher.execute(
        LauncherExecutionRequestBuilder.request(one)
            .cancellationToken(failed)
            .listeners(new FirstFailure(kind, report, failed))
            .build());
    report.row("CLASS", name, String.valueOf((System.nanoTime() - begin) / 1_000_000));
    return !failed.isCancellationRequested();
  }

  private static boolean needsEngines(String name) {
    return name.endsWith("IT");
  }

  private long guess(String name) {
    return millis.getOrDefault(name, needsEngines(name) ? GUESS_MILLIS_WITH_ENGINES : GUESS_MILLIS);
  }

  private static PostDiscoveryFilter only(Predicate<MethodSource> wanted) {
    return test ->
        FilterResult.includedIf(
            !(test.getSource().orElse(null) instanceof MethodSource method) || wanted.test(method));
  }

  private static boolean proves(MethodSource source, Set<Integer> invariants) {
    Method method = source.getJavaMethod();
    boolean proves = isOneOf(method.getAnnotation(Proves.class), invariants);
    for (Class<?> at = source.getJavaClass(); at != null && !proves; at = at.getSuperclass()) {
      proves = isOneOf(at.getAnnotation(Proves.class), invariants);
    }
    return proves;
  }

  private static boolean isOneOf(@Nullable Proves proves, Set<Integer> invariants) {
    return proves != null && Arrays.stream(proves.value()).anyMatch(invariants::contains);
  }

  private static String outermost(String name) {
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  private record FirstFailure(String kind, Report report, CancellationToken failed)
      implements TestExecutionListener {

    @Override
    public void executionStarted(TestIdentifier test) {
      if (test.getSource().orElse(null) instanceof MethodSource method) {
        report.row("STARTED", name(method), kind);
      }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (result.getStatus() == TestExecutionResult.Status.FAILED
          && !failed.isCancellationRequested()) {
        String why = result.getThrowable().map(FirstFailure::brief).orElse("");
        result.getThrowable().ifPresent(Throwable::printStackTrace);
        failed.cancel();
        report.row("FAILED", name(test.getSource().orElse(null)), kind, why);
      }
    }

    private static String name(@Nullable TestSource source) {
      return switch (source) {
        case MethodSource method -> TestPhases.name(method);
        case ClassSource type -> type.getClassName();
        case null, default -> "?";
      };
    }

    private static String brief(Throwable failure) {
      String message = String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ");
      String all = failure.getClass().getSimpleName() + ": " + message;
      return all.substring(0, Math.min(all.length(), 120));
    }
  }
}
