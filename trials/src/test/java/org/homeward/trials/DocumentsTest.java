package org.homeward.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documents of the whole repository keep their form, and lead to what exists. */
class DocumentsTest {

  private static final int WIDEST = 120;
  private static final int LONGEST_TABLE = 150;
  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".homeward", "node_modules");

  /** Exact bytes of the protocol's examples, which cannot be broken. */
  private static final Pattern BYTES = Pattern.compile("^```json\n.*?^```$", flags());

  private static final Pattern CLASS_ROW = Pattern.compile("(?m)^\\| [^|]+ \\| (`\\w+`.*) \\|$");
  private static final Pattern STEP_ROW = Pattern.compile("(?m)^\\| \\d \\| (.*) \\|$");
  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
  private static final Pattern PLACE = Pattern.compile("\\]\\(#([^)]+)\\)");
  private static final Pattern MARK = Pattern.compile("<a id=\"([^\"]+)\">");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern HOST = Pattern.compile("https?://([^/\\s:>)`\"]+)");

  /** Pages that a reader may need; none is an address from which a build fetches. */
  private static final Set<String> HOSTS =
      Set.of(
          "127.0.0.1",
          "a",
          "b",
          "docs.spring.io",
          "keepachangelog.com",
          "www.asyncapi.com",
          "www.standardwebhooks.com");

  private static int flags() {
    return Pattern.MULTILINE | Pattern.DOTALL;
  }

  /** A row of a table cannot be broken. */
  @Test
  void noLineIsLongerThanAScreenIsWide() throws IOException {
    for (Path document : files(".md")) {
      assertThat(
              BYTES
                  .matcher(Files.readString(document))
                  .replaceAll("")
                  .lines()
                  .filter(line -> !line.startsWith("|")))
          .as(document.toString())
          .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(WIDEST));
    }
  }

  @Test
  void noDocumentNamesARegistryOfPackages() throws IOException {
    for (Path document : files(".md")) {
      assertThat(found(HOST, Files.readString(document))).as(document.toString()).isSubsetOf(HOSTS);
    }
  }

  @Test
  void eachLinkBetweenFilesLeadsToOne() throws IOException {
    for (Path document : files(".md")) {
      assertThat(found(LINK, Files.readString(document)))
          .as(document.toString())
          .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
    }
  }

  @Test
  void eachLinkWithinAPageLeadsToAHeadingOrAMark() throws IOException {
    for (Path document : files(".md")) {
      String page = Files.readString(document);
      List<String> places = new ArrayList<>(found(MARK, page));
      found(HEADING, page).forEach(heading -> places.add(anchor(heading)));

      assertThat(places).as(document.toString()).containsAll(found(PLACE, page));
    }
  }

  /** As pages of Markdown are shown: small letters, no signs, hyphens for blanks. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  @Test
  void eachBehaviourIsDecidedByOneClassThatExists() throws IOException {
    String page = Files.readString(ProjectFiles.root().resolve("docs/architecture.md"));
    String table = page.split("\n## Where is …\\?\n", 2)[1].split("\n## ", 2)[0];
    Map<String, Long> classes = classes();

    List<List<String>> rows =
        found(CLASS_ROW, table).stream().map(row -> found(CLASS, row)).toList();
    assertThat(rows.stream().map(List::getFirst))
        .hasSizeGreaterThanOrEqualTo(25)
        .doesNotHaveDuplicates();
    assertThat(rows.stream().flatMap(List::stream))
        .allSatisfy(named -> assertThat(classes).containsEntry(named, 1L));
  }

  @Test
  void eachFileOnTheWayOfAReportAnAlertAndAnOfferExists() throws IOException {
    String page = Files.readString(ProjectFiles.root().resolve("docs/architecture.md"));
    Map<String, Long> classes = classes();
    List<String> files =
        found(STEP_ROW, page).stream().flatMap(row -> found(CLASS, row).stream()).toList();

    assertThat(files).contains("OpenCase", "SendSlice", "PartnerGate");
    assertThat(classes.keySet()).containsAll(files);
  }

  private static Map<String, Long> classes() throws IOException {
    return files(".java").stream()
        .filter(file -> file.toString().contains("src/main/java"))
        .map(file -> file.getFileName().toString().replace(".java", ""))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  @Test
  void tablesOfDecisionsStayReadable() throws IOException {
    for (String table : List.of("alert", "case", "handover")) {
      Path file = ProjectFiles.root().resolve("docs/" + table + "-decisions.md");
      assertThat(Files.readAllLines(file)).as(table).hasSizeLessThan(LONGEST_TABLE);
    }
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult each) -> each.group(1)).toList();
  }

  private static List<Path> files(String ending) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        ProjectFiles.root(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes of) {
            return NOT_OURS.contains(directory.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes of) {
            if (file.toString().endsWith(ending)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
