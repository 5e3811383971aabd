package org.homeward.testkit.mutation;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
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
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the tests of one module until one fails: first those that prove an invariant, the quickest
 * class first, then the others.
 *
 * <p>Events are appended to a file as they happen, because a mutated line may end the JVM.
 */
public final class ProvingTests {
  private static final String TESTS = ".*(Test|IT)";
  private static final String WITH_DOCKER = ".*(Docker|Keycloak)IT";
  private static final long GUESS_MILLIS = 200;
  private static final long GUESS_MILLIS_WITH_ENGINES = 20_000;

  private final Launcher launcher = LauncherFactory.create();
  private final Path tests;
  private final Path report;
  private final Map<String, Long> millis;

  private ProvingTests(Path tests, Path report, Map<String, Long> millis) {
    this.tests = tests;
    this.report = report;
    this.millis = millis;
  }

  /**
   * Takes the directory of the test classes, the file to report to, a file with the milliseconds of
   * classes, the invariants (or the one test, {@code Class#method}), and tests to leave out.
   */
  public static void main(String[] arguments) throws IOException {
    var left = new HashSet<>(Arrays.asList(arguments).subList(4, arguments.length));
    Path times = Path.of(arguments[2]);
    Map<String, Long> millis = new HashMap<>();
    for (String row : Files.exists(times) ? Files.readAllLines(times) : List.<String>of()) {
      millis.put(row.split("\t")[0], Long.valueOf(row.split("\t")[1]));
    }
    var run = new ProvingTests(Path.of(arguments[0]), Path.of(arguments[1]), millis);
    run.report("BEGUN");
    if (arguments[3].contains(".")) {
      run.phase("proving", source -> isNamed(source, arguments[3]));
    } else {
      Set<Integer> invariants = new TreeSet<>();
      Arrays.stream(arguments[3].split(",")).map(Integer::valueOf).forEach(invariants::add);
      Predicate<MethodSource> proving = source -> proves(source, invariants);
      Predicate<MethodSource> asked = source -> !left.contains(name(source));
      run.phase("proving", asked.and(proving));
      run.phase("other", asked.and(proving.negate()));
    }
    run.report("PASSED");
    Runtime.getRuntime().halt(0); // what still runs is of no interest
  }

  private void phase(String kind, Predicate<MethodSource> wanted) {
    Set<String> classes = new HashSet<>();
    var all =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClasspathRoots(Set.of(tests)))
            .filters(
                ClassNameFilter.includeClassNamePatterns(TESTS),
                ClassNameFilter.excludeClassNamePatterns(WITH_DOCKER),
                only(wanted))
            .build();
    var plan = launcher.discover(all);
    for (TestIdentifier root : plan.getRoots()) {
      for (TestIdentifier test : plan.getDescendants(root)) {
        if (test.getSource().orElse(null) instanceof MethodSource method) {
          classes.add(outermost(method.getClassName()));
        }
      }
    }
    classes.stream()
        .sorted(Comparator.comparing(this::guess).thenComparing(Comparator.naturalOrder()))
        .forEach(name -> run(kind, name, wanted));
  }

  private void run(String kind, String name, Predicate<MethodSource> wanted) {
    var one =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(name))
            .filters(only(wanted))
            .build();
    long begin = System.nanoTime();
    launcher.execute(one, new FirstFailure(kind));
    report("CLASS", name, String.valueOf((System.nanoTime() - begin) / 1_000_000));
  }

  private long guess(String name) {
    boolean engines = name.endsWith("IT");
    return millis.getOrDefault(name, engines ? GUESS_MILLIS_WITH_ENGINES : GUESS_MILLIS);
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

  private static String name(MethodSource source) {
    return source.getClassName() + "#" + source.getMethodName();
  }

  private static boolean isNamed(MethodSource source, String wanted) {
    return name(source).equals(wanted) || source.getClassName().equals(wanted);
  }

  private static String outermost(String name) {
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  private void report(String... fields) {
    try {
      Files.writeString(
          report,
          String.join("\t", fields) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class FirstFailure implements TestExecutionListener {
    private final String kind;

    FirstFailure(String kind) {
      this.kind = kind;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
      if (test.getSource().orElse(null) instanceof MethodSource method) {
        report("STARTED", name(method), kind);
      }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (result.getStatus() == TestExecutionResult.Status.FAILED) {
        String why = result.getThrowable().map(ProvingTests::brief).orElse("");
        report("FAILED", name(test.getSource().orElse(null)), kind, why);
        result.getThrowable().ifPresent(Throwable::printStackTrace);
        Runtime.getRuntime().halt(1);
      }
    }
  }

  private static String name(@Nullable TestSource source) {
    return switch (source) {
      case MethodSource method -> name(method);
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
