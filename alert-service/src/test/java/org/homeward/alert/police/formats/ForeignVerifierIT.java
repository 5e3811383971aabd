package org.homeward.alert.police.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.alert.trial.Facts;
import org.homeward.schema.facts.Says;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verifier that we did not write, where it is installed. */
class ForeignVerifierIT {

  private static final String CHILD = "11111111-1111-4111-8111-111111111111";

  @TempDir Path directory;

  @Test
  void xmlsec1VerifiesWhatIsWrittenAndRefusesWhatIsChanged() throws Exception {
    assumeTrue(isInstalled(), "xmlsec1 is not installed");
    Says says = Facts.says(CHILD, Facts.boy(Facts.NAME, 9));
    var forms =
        new FeedForms(
            "7d0c4c8e-5b1e-8f43-9d7e-000000000001",
            "rs",
            "116 000",
            URI.create("http://127.0.0.1:8080"),
            "police-feed@rs.homeward.invalid",
            TrialKey::signs);
    String message =
        new String(
            forms
                .in(Representation.CAP)
                .orElseThrow()
                .item(ItemTextTest.item(says, false))
                .orElseThrow(),
            UTF_8);

    assertThat(verify(message)).isZero();
    assertThat(verify(message.replace(Facts.NAME, "Neko Drugi"))).isNotZero();
  }

  private static boolean isInstalled() {
    return Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
        .anyMatch(each -> Files.isExecutable(Path.of(each, "xmlsec1")));
  }

  private int verify(String message) throws IOException, InterruptedException {
    Path key = Files.writeString(directory.resolve("key.pem"), TrialKey.pem());
    Path file = Files.writeString(directory.resolve("message.xml"), message);
    return new ProcessBuilder(
            List.of(
                "xmlsec1",
                "--verify",
                "--pubkey-pem:" + TrialKey.KID,
                key.toString(),
                file.toString()))
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("output").toFile())
        .start()
        .waitFor();
  }
}
