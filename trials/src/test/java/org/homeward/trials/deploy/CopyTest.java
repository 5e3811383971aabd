package org.homeward.trials.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of operations.md that copy containers, and those that restore them. */
class CopyTest {

  private static final Pattern WRITTEN = Pattern.compile("> \"\\$copy/([a-z.-]+)\"");
  private static final Pattern READ = Pattern.compile("< copy/([a-z.-]+)");
  private static final Pattern LOOP = Pattern.compile("(?s)for s in ([a-z ]+); do\n(.*?)\n *done");
  private static final Pattern KEPT = Pattern.compile("`(?:homeward_|…_)([a-z-]+)`");

  @TempDir Path photos;

  private final String copy = section("### Copy and restore containers", "To restore, with");
  private final String restore = section("To restore, with", "### Secrets and upgrades");

  private static String section(String from, String to) {
    String page = ComposeFile.text("docs/operations.md");
    return page.substring(page.indexOf(from), page.indexOf(to, page.indexOf(from)));
  }

  @Test
  void whatACopyHoldsIsLoadedByARestore() {
    assertThat(files(WRITTEN, copy))
        .contains("store.gz", "node.tar", "issuer.sql", "photos-alert.tar", "secrets-bridge.tar")
        .isEqualTo(files(READ, restore));
  }

  /** The command of the page itself, in a shell of this machine. */
  @Test
  void noPhotoAsItCameAndNoneThatNobodyHasLookedAtIsInACopy() throws Exception {
    for (String folder :
        List.of(
            "seen",
            "seen-original",
            "unseen",
            "unseen-veiled",
            "unseen-original",
            "unseenbefore")) {
      Files.createDirectories(photos.resolve("intake").resolve(folder));
      Files.writeString(photos.resolve("intake").resolve(folder).resolve("large"), "sealed");
    }
    var command =
        Pattern.compile("(?s)exec -T \\$s sh -c '(.*?)\n *' > \"\\$copy/photos").matcher(copy);
    assertThat(command.find()).isTrue();
    String script =
        command
            .group(1)
            .replace("/var/lib/homeward/photos/'$s'", photos.resolve("intake").toString())
            .replace("/tmp/unseen", photos.resolve("unseen").toString());
    Path tar = photos.resolve("photos.tar");

    assertThat(run(tar, "sh", "-c", script)).isZero();

    Path list = photos.resolve("list");
    assertThat(run(list, "tar", "-tf", tar.toString())).isZero();
    assertThat(Files.readAllLines(list))
        .containsExactlyInAnyOrder(
            "./", "./seen/", "./seen/large", "./unseenbefore/", "./unseenbefore/large");
    assertThat(copy).contains("pack alert tar -C /var/lib/homeward --exclude=./photos >");
  }

  private static int run(Path output, String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectOutput(output.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()
        .waitFor();
  }

  @Test
  void whoeverWritesToWhatIsLoadedIsStoppedFirst() {
    var writes = new TreeSet<String>();
    ComposeFile file = ComposeFile.read();
    ComposeFile.OURS
        .keySet()
        .forEach(
            service -> {
              if (file.environment(service).containsKey("HOMEWARD_STORE_URI")) {
                writes.add(service);
              }
            });
    String stopped =
        restore.lines().filter(line -> line.contains("compose stop")).toList().getFirst();

    assertThat(stopped).contains(writes);
  }

  @Test
  void whatIsKeptWhereIsSaidOfEveryVolume() {
    var said = new TreeSet<String>();
    section("### What is kept where", "`.env`, `deploy/secrets`")
        .lines()
        .filter(line -> line.startsWith("| `"))
        .forEach(line -> KEPT.matcher(line).results().forEach(each -> said.add(each.group(1))));

    assertThat(said).isEqualTo(ComposeFile.read().volumes());
  }

  /** In a loop a name holds the service. */
  private static TreeSet<String> files(Pattern pattern, String commands) {
    var files = new TreeSet<String>();
    List<String> rest = new ArrayList<>();
    LOOP.matcher(commands)
        .results()
        .forEach(
            loop -> {
              for (String service : loop.group(1).split(" ")) {
                rest.add(loop.group(2).replace("$s", service));
              }
            });
    rest.add(LOOP.matcher(commands).replaceAll(""));
    rest.forEach(part -> pattern.matcher(part).results().forEach(each -> files.add(each.group(1))));
    return files;
  }
}
