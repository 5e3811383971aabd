package org.homeward.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the reader of a police feed is started. */
class ReadPoliceFeedIT {
  private static final String FINGERPRINT = "ab12 ".repeat(16);

  @TempDir Path root;

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @Test
  void whatItTakesIsSaid() throws Exception {
    assertThat(run("--feed", "https://hotline.example")).isEqualTo(2);
    assertThat(run("--once", "--further")).isEqualTo(2);
    assertThat(run("--feed")).isEqualTo(2);
    assertThat(told()).contains("police-reader takes rs or gr, or --feed");
    assertThat(elsewhere("--fingerprint", "ab12")).isEqualTo(2);
    assertThat(told()).contains("64 hexadecimal digits");
  }

  @Test
  void withoutAFingerprintNothingIsRead() throws Exception {
    assertThat(elsewhere()).isEqualTo(1);
    assertThat(told()).contains("Give --fingerprint");
  }

  @Test
  void aHotlineThatDoesNotAnswerIsNamed() throws Exception {
    assertThat(elsewhere("--fingerprint", FINGERPRINT, "--once")).isEqualTo(1);
    assertThat(told()).contains("Not read:").doesNotContain("secret");
  }

  @Test
  void aNodeThatWasNeverStartedIsNamed() throws Exception {
    assertThat(run("gr", "--once")).isEqualTo(2);
    assertThat(told()).contains("./homeward up gr");
  }

  private int elsewhere(String... more) throws Exception {
    Path key = Files.writeString(root.resolve("key"), "secret\n");
    List<String> all =
        new ArrayList<>(
            List.of(
                "--feed",
                "http://127.0.0.1:9",
                "--desk",
                "d",
                "--key",
                key.toString(),
                "--position",
                root.resolve("position.json").toString()));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  private int run(String... arguments) throws Exception {
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);
    return new Commands(root, root, InputStream.nullInputStream(), out, Clock.systemUTC())
        .run("police-reader", List.of(arguments));
  }

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }
}
