package org.homeward.trials.story;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.trials.story.Expect.Known;
import tools.jackson.databind.JsonNode;

/**
 * A photo of the boy, from the family to police and to Athens, until no byte of it is left there.
 */
final class Portrait {
  private static final String SAYS =
      "{\"source\": \"FAMILY\", \"takenOn\": \"2026\", \"saidBy\": \"PARENT\","
          + " \"label\": \"UNCHANGED\"}";

  private final Episode episode;
  private final Handed handed;
  private final Known<String> photo = new Known<>("the photo");
  private final Known<String> link = new Known<>("the photo's link for police");
  private final Known<String> abroad = new Known<>("the photo in Athens");

  Portrait(Episode episode, Handed handed) {
    this.episode = episode;
    this.handed = handed;
  }

  void play(Timeline timeline) {
    timeline.chapter("A photo of the boy");
    timeline.play("ana adds a photo; nobody is shown it before she has looked", this::added);
    timeline.play("she says what it is, and police get it", this::released);
    timeline.play("Athens gets it by a word of its own: until then it has none", this::shared);
    timeline.play("eleni fetches it with her first look", this::fetched);
    timeline.play("in Novi Sad it is on record that Athens has it", this::onRecord);
  }

  /** After the end, once Athens is back. */
  void playGone(Timeline timeline) {
    timeline.play("the link of the police leads nowhere", this::linkIsDead);
    timeline.play("of the photo no byte is left in Athens, nor at the police's door", this::noByte);
  }

  private String added() {
    HotlineClient ana = episode.ana();
    Answer sent =
        Expect.status(
            201, ana.photo(episode.caseId(), episode.child(), jpeg(), HotlineClient.newKey()));
    photo.is(sent.text("photo"));
    String path = "/api/v1/cases/" + episode.caseId() + "/photos/" + photo.get() + "/400";
    Expect.status(409, ana.get(path));
    Expect.status(200, act("look", ""));
    Expect.status(200, ana.get(path));
    return "";
  }

  private Answer act(String what, String body) {
    return episode.ana().photo(episode.caseId(), photo.get(), what, body);
  }

  private String released() {
    Expect.status(409, act("release", ""));
    Expect.status(200, act("description", SAYS));
    Expect.status(200, act("release", ""));
    long begin = System.nanoTime();
    JsonNode item = episode.police.await("the photo", seen -> seen.has("photos"));
    link.is(item.path("photos").path(0).path("links").path("1600").asString(""));
    Expect.status(200, episode.police.reader().follow(link.get()));
    return "they see it " + Await.after(begin);
  }

  private String shared() {
    Expect.equal("photos in Athens", 0, inAthens().size());
    var jelena = episode.hotline().as("jelena"); // a supervisor
    Expect.status(200, jelena.photo(episode.caseId(), photo.get(), "share", ""));
    long begin = System.nanoTime();
    JsonNode photos = Await.seen("the photo in Athens", this::inAthens, all -> all.size() == 1);
    abroad.is(photos.path(0).path("photo").asString(""));
    Expect.that("another id", !abroad.get().equals(photo.get()));
    return "it is listed " + Await.after(begin);
  }

  private JsonNode inAthens() {
    return handed.eleni().photos(handed.id.get()).json().path("photos");
  }

  private String fetched() {
    Expect.status(409, handed.eleni().photo(handed.id.get(), abroad.get(), "400"));
    long begin = System.nanoTime();
    Expect.status(200, handed.eleni().look(handed.id.get(), abroad.get()));
    Expect.status(200, handed.eleni().photo(handed.id.get(), abroad.get(), "400"));
    Expect.that("bytes in Athens", !files(handed.abroad().node().data(), "bridge").isEmpty());
    return Await.after(begin);
  }

  private String onRecord() {
    Answer told = Expect.status(200, handed.gordana().disclosures(handed.id.get()));
    Expect.that("the photo", told.body().contains("\"PHOTO\""));
    return "";
  }

  private String linkIsDead() {
    Expect.status(404, episode.police.reader().follow(link.get()));
    return "";
  }

  private String noByte() {
    Await.seen(
        "no bytes in Athens", () -> files(handed.abroad().node().data(), "bridge"), List::isEmpty);
    Await.seen(
        "no bytes at the police's door",
        () -> files(episode.hotline().node().data(), "alert"),
        List::isEmpty);
    return "";
  }

  /** Those of photos; each service tries its place once a minute with bytes of nobody. */
  private static List<Path> files(Path data, String service) {
    try (Stream<Path> all = Files.walk(data.resolve("photos").resolve(service))) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("trial-"))
          .toList();
    } catch (NoSuchFileException deletedMeanwhile) {
      return List.of(Path.of("in motion"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] jpeg() {
    var image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
    var paint = image.createGraphics();
    paint.setColor(Color.ORANGE);
    paint.fillOval(200, 100, 300, 350);
    paint.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
