package org.homeward.trials.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.homeward.local.command.WrongUse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractDiffTest {
  private static final String API = "intake-service/src/main/resources/openapi.yaml";
  private static final String SCHEMA = "message-schema/src/main/resources/schema/v1/case.json";
  private static final String GOLDEN =
      "message-schema/src/main/resources/schema/v1/examples/valid/case/one.json";
  private static final String SIGNED =
      "message-schema/src/main/resources/schema/v1/examples/bridge/1-offer.jws";
  private static final String STORED = "intake-service/src/test/resources/stored/cases.json";

  @TempDir private Path root;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void aRepository() throws Exception {
    write(
        API,
        "paths:\n  /cases:\n    get:\n      summary: Cases\n      description: |\n        All.\n");
    write(SCHEMA, "{\"title\": \"Case\", \"properties\": {\"title\": {\"type\": \"string\"}}}");
    write(GOLDEN, "{\"id\": \"c1\", \"description\": \"facts\"}");
    write(SIGNED, "a.b.c");
    write(STORED, "{\"kept\": \"CASE\"}");
    write("README.md", "Before");
    git("init", "-q");
    git("add", ".");
    git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "before");
  }

  @Test
  void nothingDiffersFromWhatWasCommitted() throws Exception {
    write("README.md", "After");

    assertThat(diff()).isZero();
    assertThat(printed()).isEqualTo("5 files, 0 differences\n");
  }

  @Test
  void wordsForPeopleMayDiffer() throws Exception {
    write(API, "paths:\n  /cases:\n    get:\n      description: Every case that is open.\n");
    write(SCHEMA, "{\"title\": \"A case\", \"properties\": {\"title\": {\"type\": \"string\"}}}");

    assertThat(diff()).isZero();
  }

  @Test
  void otherFieldsAreFoundWithTheirPlace() throws Exception {
    write(API, "paths:\n  /cases:\n    post:\n      summary: Cases\n");
    write(SCHEMA, "{\"title\": \"Case\", \"properties\": {\"title\": {\"type\": \"integer\"}}}");

    assertThat(diff()).isEqualTo(1);
    assertThat(printed())
        .contains(
            API + " /paths/~1cases/get is gone",
            API + " /paths/~1cases/post is new",
            SCHEMA + " /properties/title/type was \"string\", is \"integer\"",
            "5 files, 3 differences");
  }

  @Test
  void aPropertyThatIsCalledTitleIsNoWord() throws Exception {
    write(SCHEMA, "{\"title\": \"Case\", \"properties\": {}}");

    assertThat(diff()).isEqualTo(1);
    assertThat(printed()).contains("/properties/title is gone");
  }

  @Test
  void aListOfADescriptionIsASet() throws Exception {
    write(
        SCHEMA,
        "{\"enum\": [\"A\", \"C\"], \"allOf\": [{\"$ref\": \"x\"}, {\"type\": \"object\"}]}");
    git("add", ".");
    git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "lists");
    write(
        SCHEMA,
        "{\"enum\": [\"A\", \"B\", \"C\"], \"allOf\": [{\"type\": \"string\"}, {\"$ref\": \"x\"}]}");

    assertThat(diff()).isEqualTo(1);
    assertThat(printed())
        .contains(
            SCHEMA + " /enum/B is new",
            SCHEMA + " /allOf/0/type was \"object\", is \"string\"",
            "5 files, 2 differences");
  }

  @Test
  void theOrderOfAGoldenMessageCounts() throws Exception {
    write(GOLDEN, "{\"ids\": [\"a\", \"b\"]}");
    git("add", ".");
    git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "lists");
    write(GOLDEN, "{\"ids\": [\"b\", \"a\"]}");

    assertThat(diff()).isEqualTo(1);
    assertThat(printed()).contains("5 files, 2 differences");
  }

  @Test
  void goldenMessagesAndStoredDocumentsAreComparedWhole() throws Exception {
    write(GOLDEN, "{\"id\": \"c1\", \"description\": \"other facts\"}");
    write(SIGNED, "a.b.d");
    write(STORED, "{\"kept\": \"ERASED\"}");

    assertThat(diff()).isEqualTo(1);
    assertThat(printed())
        .contains(
            GOLDEN + " /description was \"facts\", is \"other facts\"",
            SIGNED + " has other bytes",
            STORED + " /kept was \"CASE\", is \"ERASED\"");
  }

  @Test
  void filesThatCameOrWentAreFound() throws Exception {
    Files.delete(root.resolve(GOLDEN));
    write(GOLDEN.replace("one", "two"), "{}");

    assertThat(diff()).isEqualTo(1);
    assertThat(printed()).contains("one.json is gone", "two.json is new");
  }

  @Test
  void aDocumentThatWasNotKeptThenIsNoDifference() throws Exception {
    write(STORED.replace("cases", "calls"), "{}");

    assertThat(diff()).isZero();
    assertThat(printed()).contains("calls.json is new: nothing in HEAD to compare it with");
  }

  @Test
  void anUnknownRevisionIsSaid() {
    assertThatThrownBy(() -> new ContractDiff(root, System.out).run(List.of("nowhere")))
        .isInstanceOf(WrongUse.class)
        .hasMessage("nowhere is no revision of this repository.");
  }

  private int diff() throws Exception {
    return new ContractDiff(root, new PrintStream(printed, true, UTF_8)).run(List.of("HEAD"));
  }

  private String printed() {
    return printed.toString(UTF_8);
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(arguments));
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }
}
