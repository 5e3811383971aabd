package org.homeward.trials.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.local.client.Answer;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Http;
import org.homeward.local.client.PoliceReader;
import org.homeward.local.client.Reports;
import org.homeward.local.node.Jars;
import org.homeward.local.police.PoliceFeed;
import org.homeward.schema.cap.CapKeyList;
import org.homeward.trials.ProjectFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The reader of a police desk, over the real wire, while it dies again and again. */
@ExtendWith(SharedNodes.class)
class PoliceReaderIT {

  private static final String FOUND =
      """
      {"outcome": "FOUND_SAFE", "verifiedBy": "POLICE_REFERENCE", "reference": "KU-43/26"}
      """;

  /** A process starts, and two nodes share this machine with it. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Hotline hotline;
  private final HotlineClient ana;
  private final DeskLogin desk;
  private final String run = HotlineClient.newKey().substring(0, 8);
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @TempDir Path directory;

  PoliceReaderIT(Hotline hotline) {
    this.hotline = hotline;
    this.ana = hotline.as("ana");
    this.desk = hotline.newDesk("reader " + run, true); // the other journeys' notices are real
  }

  @Test
  void aReaderThatDiesBetweenShowingAndStoringMissesNothing() throws Exception {
    Answer first = released("READ-1-" + run);
    String girl = notice("READ-1-" + run);

    // It shows what came and cannot store its place: no file beside this one can have a longer
    // name.
    PoliceFeed mortal = reader(directory.resolve("p".repeat(250)));
    assertThatThrownBy(mortal::once).isInstanceOf(IOException.class);
    assertThat(told()).contains(girl + ", edition 1");

    Path file = directory.resolve("position.json");
    killedOnceItHasShown(girl, file);
    released("READ-2-" + run);
    String second = notice("READ-2-" + run);
    end(first, girl);

    assertThat(reader(file).once()).isTrue();
    assertThat(told()).contains("NEW", second, "OVER", girl).doesNotContain("NOT BELIEVED");
    assertThat(reader(file).once()).isTrue();
    assertThat(told()).as("everything was stored").doesNotContain(girl, second);
    assertThat(Files.readString(file)).doesNotContain("READ-", desk.key());
  }

  private PoliceFeed reader(Path file) throws Exception {
    return PoliceFeed.open(
        hotline.node().door(),
        desk,
        file,
        Set.of(fingerprint()),
        new PrintStream(printed, false, UTF_8),
        Clock.systemUTC());
  }

  private String told() {
    String told = printed.toString(UTF_8);
    printed.reset();
    return told;
  }

  /** As the hotline tells it with the key of the desk. */
  private String fingerprint() {
    var list = Http.to(hotline.node().door().resolve("/api/v1/public/cap-keys")).build();
    return CapKeyList.read(hotline.http().send(list).body().getBytes(UTF_8))
        .keys()
        .getFirst()
        .fingerprint();
  }

  /** As a process of its own, which is killed at any moment after that. */
  private void killedOnceItHasShown(String notice, Path file) throws Exception {
    Path key = Files.writeString(directory.resolve("key"), desk.key());
    Path output = directory.resolve("output");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx128m",
                    "-Dstdout.encoding=UTF-8",
                    "-jar",
                    Jars.built(ProjectFiles.root()).of("local-node").toString(),
                    "police-reader",
                    "--feed",
                    hotline.node().door().toString(),
                    "--desk",
                    desk.id(),
                    "--key",
                    key.toString(),
                    "--fingerprint",
                    fingerprint(),
                    "--position",
                    file.toString()))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      await().atMost(PATIENCE).until(() -> Files.readString(output).contains(notice));
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private Answer released(String plate) {
    Answer opened = ana.open(Reports.exercise(plate), HotlineClient.newKey());
    assertThat(opened.status()).isEqualTo(201);
    assertThat(
            ana.release(
                    opened.text("case"),
                    opened.text("report"),
                    desk.id(),
                    opened.etag(),
                    HotlineClient.newKey())
                .status())
        .isEqualTo(200);
    return opened;
  }

  /** The id of the notice, once the desk can read it. */
  private String notice(String plate) {
    await().atMost(PATIENCE).until(() -> !notices(plate).isEmpty());
    return notices(plate).iterator().next();
  }

  private Set<String> notices(String plate) {
    return items()
        .filter(item -> PoliceReader.plate(item).equals(plate))
        .map(item -> item.path("id").asString("").replace("urn:uuid:", ""))
        .collect(Collectors.toSet());
  }

  private void end(Answer opened, String notice) {
    String child = opened.json().path("children").path(0).asString("");
    Answer ended =
        hotline.as("jelena").end(opened.text("case"), child, FOUND, HotlineClient.newKey());
    assertThat(ended.status()).isEqualTo(200);
    await().atMost(PATIENCE).until(() -> isEnded(notice));
  }

  private boolean isEnded(String notice) {
    return items()
        .anyMatch(
            item ->
                item.path("id").asString("").endsWith(notice)
                    && item.path("status").asString("").equals("ENDED"));
  }

  private Stream<JsonNode> items() {
    return hotline.desk(desk).newest().json().path("items").valueStream();
  }
}
