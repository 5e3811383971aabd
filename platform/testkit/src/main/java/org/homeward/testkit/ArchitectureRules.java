package org.homeward.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;

/** The architecture rules that class files can prove; each states its reason. */
public final class ArchitectureRules {
  /** In the names of classes that the build compiles from WebAssembly; they are large. */
  private static final String FROM_WEB_ASSEMBLY = "MachineFuncGroup";

  private static final String[] VAGUE_PACKAGES = {
    "..common..",
    "..core..",
    "..shared..",
    "..util..",
    "..utils..",
    "..helper..",
    "..misc..",
    "..base.."
  };
  private static final Pattern VAGUE_NAME =
      Pattern.compile(
          ".*(Impl|Manager|Helper|Utils?|Dto|DTO|Data|Info|Base)|(Abstract|Base|Mock)[A-Z].*");
  private static final Pattern HUNGARIAN = Pattern.compile("I[A-Z][a-z].*");
  private static final Set<String> WALL_CLOCKS =
      Set.of(
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalTime.now",
          "java.time.LocalDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.Year.now",
          "java.lang.System.currentTimeMillis");

  private static final int MOST_TYPES = 30;

  static final DescribedPredicate<JavaClass> A_MAIN_CLASS =
      describe("a main class", type -> type.tryGetMethod("main", String[].class).isPresent());

  private ArchitectureRules() {}

  /** Checks the rules for all code, main and tests, below a package. */
  public static void checkLibrary(String rootPackage) {
    JavaClasses all = allOf(rootPackage);
    checkLibrary(rootPackage, all, mainOf(all));
  }

  private static void checkLibrary(String rootPackage, JavaClasses all, JavaClasses main) {
    noCycles(rootPackage).check(main);
    noVaguePackages().check(main);
    noVagueNames().check(main);
    noWallClock().check(main);
    noMocks().check(all);
    noSleep().check(all);
    Rooms.of(main, rootPackage).assertSmall(MOST_TYPES);
  }

  /**
   * Checks the rules of {@link #checkLibrary} and those for rooms.
   *
   * @param service the module, whose arrows stand under a heading of that name
   * @param architecture the document that draws them
   */
  public static void checkRooms(String rootPackage, String service, Path architecture) {
    JavaClasses all = allOf(rootPackage);
    JavaClasses main = mainOf(all);
    checkLibrary(rootPackage, all, main);
    RoomRules.onlyAdaptersKnowTechnology().check(main);
    RoomRules.settingsKnowOnlyTheirKeys().check(main);
    RoomRules.noDomainKnowsAnAdapter(rootPackage).check(main);
    RoomRules.noRoomKnowsTheStart(rootPackage).check(main);
    Rooms.of(main, rootPackage).assertDrawnIn(architecture, service);
  }

  /** Read once: most of the time of these rules goes into it. */
  private static JavaClasses allOf(String rootPackage) {
    return new ClassFileImporter()
        .withImportOption(location -> !location.contains(FROM_WEB_ASSEMBLY))
        .importPackages(rootPackage);
  }

  /** Those that were not compiled as tests. */
  public static JavaClasses mainOf(String rootPackage) {
    return mainOf(allOf(rootPackage));
  }

  private static JavaClasses mainOf(JavaClasses all) {
    return all.that(describe("main code", ArchitectureRules::isMain));
  }

  private static boolean isMain(JavaClass type) {
    return type.getSource()
        .map(source -> Location.of(source.getUri()))
        .filter(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS::includes)
        .isPresent();
  }

  public static ArchRule noCycles(String rootPackage) {
    return slices()
        .matching(rootPackage + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("packages in a circle can only be understood together")
        .allowEmptyShould(true);
  }

  public static ArchRule noVaguePackages() {
    return noClasses()
        .should()
        .resideInAnyPackage(VAGUE_PACKAGES)
        .because("a name that fits everything collects everything");
  }

  public static ArchRule noVagueNames() {
    return noClasses()
        .should(
            Conditions.be(
                "vaguely named",
                type ->
                    VAGUE_NAME.matcher(type.getSimpleName()).matches()
                        || (type.isInterface()
                            && HUNGARIAN.matcher(type.getSimpleName()).matches())))
        .because("a name says what a thing is, not that it is a thing");
  }

  public static ArchRule noMocks() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.mockito..", "org.easymock..")
        .because("a fake that passes its port's contract tells more than a mock");
  }

  public static ArchRule noSleep() {
    return noClasses()
        .should()
        .callMethodWhere(calls("Thread.sleep", ArchitectureRules::sleeps))
        .because("a sleep is too short or too long; wait for the thing itself");
  }

  public static ArchRule noWallClock() {
    return noClasses()
        .that(not(resideInAnyPackage("..config..")).and(not(A_MAIN_CLASS)))
        .should()
        .callMethodWhere(calls("the wall clock", ArchitectureRules::readsWallClock))
        .because("time is an argument or an injected Clock, or a test cannot move it")
        .allowEmptyShould(true);
  }

  static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureRules::outermost).orElse(type);
  }

  private static boolean sleeps(JavaMethodCall call) {
    String owner = call.getTargetOwner().getFullName();
    return call.getName().equals("sleep")
        && (owner.equals("java.lang.Thread") || owner.equals("java.util.concurrent.TimeUnit"));
  }

  private static boolean readsWallClock(JavaMethodCall call) {
    String owner = call.getTargetOwner().getFullName();
    boolean given =
        call.getTarget().getRawParameterTypes().stream()
            .anyMatch(t -> t.isEquivalentTo(Clock.class));
    return (WALL_CLOCKS.contains(owner + "." + call.getName()) && !given)
        || (owner.equals("java.time.Clock")
            && call.getName().matches("system.*|tick(Millis|Seconds|Minutes)"));
  }

  private static DescribedPredicate<JavaMethodCall> calls(
      String what, java.util.function.Predicate<JavaMethodCall> calls) {
    return describe(what, calls);
  }
}
