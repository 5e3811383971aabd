package org.homeward.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README tells people to type is what the script knows; a journey types it, too. */
public class ReadmeTest {
  private static final Pattern SH_BLOCK =
      Pattern.compile("^```sh\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern USAGE = Pattern.compile("<<'TEXT'\\n(.*?)^TEXT$", SH_BLOCK.flags());
  private static final Pattern COMMAND = Pattern.compile("^  ([a-z-]+)\\b", Pattern.MULTILINE);

  @Test
  void everyLineOfItsShBlocksIsACommandOfTheScript() throws IOException {
    List<String> known = found(COMMAND, String.join("\n", found(USAGE, text("homeward"))));

    assertThat(typed())
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(line).startsWith("./homeward ");
              assertThat(known).contains(line.split(" ")[1]);
            });
  }

  /** The lines of all its sh blocks. */
  public static List<String> typed() throws IOException {
    return found(SH_BLOCK, text("README.md")).stream().flatMap(String::lines).toList();
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static String text(String file) throws IOException {
    return Files.readString(ProjectFiles.root().resolve(file));
  }
}
