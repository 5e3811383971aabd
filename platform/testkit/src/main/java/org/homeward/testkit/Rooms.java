package org.homeward.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rooms of a service, read from its class files: their types and dependencies. */
final class Rooms {
  private static final int SCREEN = 110;

  private final String rootPackage;
  private final SortedMap<String, SortedSet<String>> arrows = new TreeMap<>();
  private final SortedMap<String, SortedSet<String>> types = new TreeMap<>();

  private Rooms(String rootPackage) {
    this.rootPackage = rootPackage;
  }

  static Rooms of(JavaClasses classes, String rootPackage) {
    var rooms = new Rooms(rootPackage);
    classes.forEach(rooms::add);
    return rooms;
  }

  private void add(JavaClass type) {
    String room = room(type);
    if (type.isTopLevelClass() && !type.getSimpleName().equals("package-info")) {
      types.computeIfAbsent(room, _ -> new TreeSet<>()).add(type.getSimpleName());
    }
    SortedSet<String> known = arrows.computeIfAbsent(room, _ -> new TreeSet<>());
    type.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
        .filter(target -> target.getPackageName().startsWith(rootPackage + "."))
        .map(this::room)
        .filter(target -> !target.equals(room))
        .forEach(known::add);
  }

  /** Empty for the process start, which is no room. */
  private String room(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(rootPackage) ? "" : name.substring(rootPackage.length() + 1);
  }

  /** A line for each room: its name, and an arrow to those it depends on. */
  String drawn() {
    List<String> names = arrows.keySet().stream().filter(room -> !room.isEmpty()).toList();
    int width = names.stream().mapToInt(String::length).max().orElse(0);
    return names.stream().map(room -> line(room, width)).collect(Collectors.joining("\n"));
  }

  private String line(String room, int width) {
    SortedSet<String> known = requireNonNull(arrows.get(room));
    if (known.isEmpty()) {
      return room;
    }
    var drawn = new StringBuilder(room).repeat(' ', width - room.length()).append(" → ");
    int begin = 0;
    String between = "";
    for (String each : known) {
      drawn.append(between);
      if (drawn.length() - begin + each.length() > SCREEN) {
        drawn.setLength(drawn.length() - 1);
        begin = drawn.append('\n').length();
        drawn.repeat(' ', width + 3);
      }
      drawn.append(each);
      between = ", ";
    }
    return drawn.toString();
  }

  /** Fails with the block to paste when a document draws other arrows. */
  void assertDrawnIn(Path document, String service) {
    String drawn = drawn();
    if (!drawn.equals(blockUnder("### " + service, text(document)))) {
      throw new AssertionError(
          "%s does not draw the rooms as the code has them. Is each new arrow meant? Then paste under \"### %s\":%n%n```%n%s%n```%n"
              .formatted(document.getFileName(), service, drawn));
    }
  }

  private static String blockUnder(String heading, String text) {
    Matcher found =
        Pattern.compile(Pattern.quote(heading) + "\n+```\\w*\n(.*?)\n```", Pattern.DOTALL)
            .matcher(text);
    return found.find() ? found.group(1) : "";
  }

  private static String text(Path document) {
    try {
      return Files.readString(document, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails for a package with too many types, and for a room with more than one configuration. */
  void assertSmall(int most) {
    List<String> wrong =
        types.entrySet().stream()
            .flatMap(entry -> problems(entry.getKey(), entry.getValue(), most))
            .toList();
    if (!wrong.isEmpty()) {
      throw new AssertionError(String.join("; ", wrong));
    }
  }

  private static Stream<String> problems(String room, SortedSet<String> types, int most) {
    List<String> wirings = types.stream().filter(type -> type.endsWith("Configuration")).toList();
    Stream<String> large =
        types.size() > most
            ? Stream.of(
                "\"%s\" has %d types, because of which nobody takes it in: make it a folder of rooms of %d at most"
                    .formatted(room, types.size(), most))
            : Stream.of();
    Stream<String> wired =
        wirings.size() > 1 && !room.isEmpty()
            ? Stream.of(
                "\"%s\" is wired in %s: one configuration is its table of contents"
                    .formatted(room, wirings))
            : Stream.of();
    return Stream.concat(large, wired);
  }
}
