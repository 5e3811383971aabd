package org.homeward.alert.orders.posters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.orders.posters.LayOut.Laid;
import org.homeward.alert.orders.posters.LayOut.Row;
import org.homeward.alert.orders.posters.MakePoster.Form;
import org.homeward.alert.orders.posters.MakePoster.Made;
import org.homeward.alert.orders.posters.Poster.LeftOut;
import org.homeward.alert.trial.Conformance;
import org.homeward.schema.json.Json;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posters as they come out of the printer. */
class DrawPosterTest {

  private static Made.Drawn drawn(Poster poster, Form form) {
    return (Made.Drawn) MakePoster.drawn(poster, form);
  }

  private static byte[] paper(Poster poster) {
    return drawn(poster, new Form.Paper()).bytes();
  }

  private static byte[] png(Poster poster) {
    return drawn(poster, new Form.Png(Optional.empty())).bytes();
  }

  @Test
  void paperHasItsWordsCodeAndFoot() {
    byte[] pdf =
        paper(
            PosterSamples.poster(
                PosterSamples.sheet("en", "Žarko Ђорђевић", "Last seen in: Novi Sad"),
                PosterSamples.sheet("el", "Γιώργος Ψηφίδα", "Τελευταία φορά")));

    assertThat(ReadPoster.pages(pdf)).isEqualTo(2);
    assertThat(ReadPoster.text(pdf))
        .contains("Missing child", "Name: Žarko Ђорђевић", "Γιώργος Ψηφίδα", "Τελευταία φορά")
        .contains("116 000", PosterSamples.CODE, "hotline.example/n/", PosterSamples.FOOT);
    assertThat(pdf).as("its fonts are parts of ours").hasSizeLessThan(120_000);
  }

  @Test
  void phonesReadTheWayToThePage() {
    Poster poster = PosterSamples.poster(PosterSamples.sheet("en", "Bojan", "x"));

    assertThat(ReadPoster.link(png(poster))).isEqualTo(PosterSamples.LINK.toString());
    assertThat(ReadPoster.link(drawn(poster, new Form.Square()).bytes()))
        .isEqualTo(PosterSamples.LINK.toString());
  }

  @Test
  @Proves(7)
  void squareIsTheSameWhoeverTheChildIs() {
    Map<String, byte[]> face = Map.of(PosterSamples.CHILD, PosterSamples.plain(300, 400));
    Poster one = PosterSamples.poster(PosterSamples.sheet("en", "Bojan", "red jacket"));
    Poster other = PosterSamples.poster(face, PosterSamples.sheet("sr", "Žarko", "x"));

    assertThat(drawn(one, new Form.Square()).bytes())
        .isEqualTo(drawn(other, new Form.Square()).bytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"محمد عبد الرحمن السيد", "فاطمة‌الزهرا گلپایگانی", "שלום כהן", "ვახტანგ"})
  void namesInOtherScriptsAreDrawn(String name) {
    var made =
        drawn(PosterSamples.poster(PosterSamples.sheet("en", name, "x")), new Form.Outline());

    assertThat(made.poster().leftOut()).isEmpty();
  }

  @Test
  void aFormOfANameThatCannotBeDrawnIsLeftOutAndSaid() {
    Poster poster = PosterSamples.poster(PosterSamples.sheet("en", "王小明 / Wang Xiaoming", "x"));

    Made.Drawn made = drawn(poster, new Form.Paper());

    assertThat(made.poster().leftOut()).containsExactly(new LeftOut(LeftOut.What.NAME_FORM, "en"));
    assertThat(ReadPoster.text(made.bytes())).contains("Name: Wang Xiaoming").doesNotContain("王");
  }

  @Test
  void aSheetThatWouldHaveEmptyBoxesIsNotMade() {
    Sheet fine = PosterSamples.sheet("sr", "Wang Xiaoming", "x");
    Sheet boxes = PosterSamples.sheet("en", "王小明", "x");

    assertThat(drawn(PosterSamples.poster(fine, boxes), new Form.Outline()).poster())
        .satisfies(poster -> assertThat(poster.languages()).containsExactly("sr"))
        .extracting(Poster::leftOut)
        .isEqualTo(List.of(new LeftOut(LeftOut.What.NO_LETTERS, "en")));
    assertThat(MakePoster.drawn(PosterSamples.poster(boxes), new Form.Paper()))
        .isEqualTo(new Made.Refused(MakePoster.Rule.DOES_NOT_FIT, List.of()));
  }

  @Test
  void aLongNameIsSmallerRatherThanBroken() {
    String name = "Παπαδόπουλος-Κωνσταντινίδης";

    byte[] pdf = paper(PosterSamples.poster(PosterSamples.sheet("el", name, "x")));

    assertThat(ReadPoster.text(pdf)).contains(name);
  }

  @Test
  void wordsThatDoNotFitInReadableLettersAreRefused() {
    Sheet novel = PosterSamples.sheet("en", "Bojan", "word ".repeat(4_000));

    assertThat(MakePoster.drawn(PosterSamples.poster(novel), new Form.Paper()))
        .isEqualTo(new Made.Refused(MakePoster.Rule.DOES_NOT_FIT, List.of()));
  }

  @Test
  void aPictureStaysBelowAMegabyte() {
    Map<String, byte[]> face = Map.of(PosterSamples.CHILD, PosterSamples.noise(1200, 1600));
    Poster poster = PosterSamples.poster(face, PosterSamples.sheet("en", "Bojan", "x"));

    byte[] png = png(poster);

    assertThat(png).hasSizeLessThanOrEqualTo(Picture.MOST_BYTES);
    assertThat(ReadPoster.image(png).getWidth()).isGreaterThan(700);
  }

  @Test
  void facesStandBesideTheirNames() {
    Map<String, byte[]> face = Map.of(PosterSamples.CHILD, PosterSamples.plain(300, 400));
    Sheet sheet = PosterSamples.sheet("en", "Bojan", "Last seen in: Novi Sad");

    byte[] png = png(PosterSamples.poster(face, sheet));

    var image = ReadPoster.image(png);
    int green = image.getRGB(image.getWidth() / 6, image.getHeight() / 4);
    assertThat(green & 0xff00).isGreaterThan(0xe000);
    assertThat(green & 0xff0000).isLessThan(0x300000);
    assertThat(DrawPoster.tall("no picture".getBytes(UTF_8))).isEmpty();
  }

  @Test
  void hostileTextsAreNothingButLettersWithinTheirMargins() throws IOException {
    List<String> texts =
        new ArrayList<>(List.of("x".repeat(900), "W".repeat(80), "ŽĐ ".repeat(90)));
    Json.mapper()
        .readTree(Files.readString(Conformance.path("abuse/strings/blns.json")))
        .valueStream()
        .map(text -> text.asString(""))
        .filter(text -> !text.isBlank())
        .forEach(texts::add);
    try (var regular = Typeface.regular();
        var bold = Typeface.bold()) {
      var layOut = new LayOut(regular, bold);
      var writable = new Writable(regular, bold);
      int drawn = 0;
      for (String text : texts) {
        Sheet sheet = PosterSamples.sheet("en", text.replace('\n', ' '), text);
        Optional<Laid> laid =
            writable.of(sheet).flatMap(kept -> layOut.fit(kept.sheet(), Map.of()));
        laid.ifPresent(all -> assertWithin(all, regular, bold));
        drawn += laid.isPresent() ? 1 : 0;
      }
      assertThat(drawn).as("most can be drawn").isGreaterThan(texts.size() / 2);
    }
  }

  private static void assertWithin(Laid laid, Typeface regular, Typeface bold) {
    List<Row> all = new ArrayList<>(laid.rows());
    all.addAll(laid.title());
    for (Row row : all) {
      Typeface typeface = row.bold() ? bold : regular;
      assertThat(row.x()).isGreaterThanOrEqualTo(LayOut.MARGIN - 0.1f);
      assertThat(row.x() + typeface.width(row.shaped(), row.size()))
          .isLessThanOrEqualTo(LayOut.WIDTH - LayOut.MARGIN + 0.1f);
      assertThat(row.y()).isGreaterThanOrEqualTo(LayOut.FLOOR - row.size());
      assertThat(row.size()).as("people can read it").isGreaterThan(7.5f);
      assertThat(typeface.has(row.shaped())).isTrue();
    }
  }
}
