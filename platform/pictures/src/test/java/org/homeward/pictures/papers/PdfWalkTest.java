package org.homeward.pictures.papers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PDFs that do something by themselves, openly, disguised and packed. */
class PdfWalkTest {

  private static final Set<PdfSign> UNCHECKED = EnumSet.of(PdfSign.NOT_ALL_CHECKED);

  private static byte[] pdf(String objects) {
    return ("%PDF-1.7\n" + objects + "\nstartxref\n9\n%%EOF\n").getBytes(ISO_8859_1);
  }

  private static String packed(String dictionary, byte[] content) {
    return stream(dictionary, "\r\n", new String(deflated(content), ISO_8859_1));
  }

  private static String stream(String dictionary, String lineEnd, String content) {
    return "4 0 obj <<" + dictionary + ">>\nstream" + lineEnd + content + "\nendstream endobj";
  }

  private static byte[] deflated(byte[] content) {
    var deflater = new Deflater();
    deflater.setInput(content);
    deflater.finish();
    var packed = new ByteArrayOutputStream();
    byte[] piece = new byte[4096];
    while (!deflater.finished()) {
      packed.write(piece, 0, deflater.deflate(piece));
    }
    deflater.end();
    return packed.toByteArray();
  }

  private static Set<PdfSign> signs(byte[] file) {
    assertThat(PdfWalk.walk(file)).isInstanceOf(PdfReading.Sound.class);
    return ((PdfReading.Sound) PdfWalk.walk(file)).signs();
  }

  private static PdfRefusal refusal(byte[] file) {
    assertThat(PdfWalk.walk(file)).isInstanceOf(PdfReading.Refused.class);
    return ((PdfReading.Refused) PdfWalk.walk(file)).rule();
  }

  @Test
  void aPlainOneIsTakenAndNothingIsSaidOfIt() {
    assertThat(signs(pdf("1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<</S /JavaScript /JS (app.alert(1))>>",
        "<</S/JavaScript/JS 5 0 R>>",
        "<</S /J#61vaScript>>",
        "<</S /#4a#61#76#61#53#63#72#69#70#74>>",
        "<</S /Launch /F (cmd.exe)>>",
        "<</Names <</EmbeddedFiles 7 0 R>>>>",
        "<</Type /EmbeddedFile>>",
        "<</Subtype /RichMedia>>",
        "<</Type /Filespec /F (a.exe) /EF <</F 8 0 R>>>>",
        "<</EF 8 0 R>>",
        "<</E#46%\n<</F 8 0 R>>>>",
        "<</Subtype /File#41ttachment>>",
        "<</AcroForm <</XFA [(config) 9 0 R]>>>>",
        "<</S /Rendition /JS (x)>>"
      })
  void whatActsByItselfIsRefused(String object) {
    assertThat(refusal(pdf("1 0 obj " + object + " endobj"))).isEqualTo(PdfRefusal.ACTIVE_CONTENT);
    byte[] hidden = pdf(packed("/Type /ObjStm /Filter /FlateDecode", object.getBytes(ISO_8859_1)));
    assertThat(refusal(hidden)).isEqualTo(PdfRefusal.ACTIVE_CONTENT);
  }

  @Test
  void aNameIsReadAcrossThePiecesInWhichItIsUnpacked() {
    String padded = " ".repeat((64 << 10) - 5) + "/JavaScript ";
    byte[] file = pdf(packed("/Type /ObjStm", padded.getBytes(ISO_8859_1)));

    assertThat(refusal(file)).isEqualTo(PdfRefusal.ACTIVE_CONTENT);
  }

  @ParameterizedTest
  @CsvSource({
    "<</OpenAction [3 0 R /Fit]>>, OPENS_BY_ITSELF",
    "<</AA <</O 5 0 R>>>>, OPENS_BY_ITSELF",
    "<</AcroForm 6 0 R>>, FORM",
    "<</S /URI /URI (https://example.org)>>, LINKS",
    "<</Encrypt 9 0 R>>, NOT_ALL_CHECKED",
    "<</Filter /ASCII85Decode>>, NOT_ALL_CHECKED"
  })
  void whatAReaderShouldKnowIsSaid(String object, PdfSign sign) {
    assertThat(signs(pdf("1 0 obj " + object + " endobj"))).isEqualTo(EnumSet.of(sign));
  }

  @Test
  void aLongerNameIsAnotherName() {
    assertThat(signs(pdf("<</JavaScripts 1 /Launched 2 /" + "x".repeat(80) + "Launch 3>>")))
        .isEmpty();
  }

  @Test
  void objectsThatWereMixedBeforeTheyWerePackedAreNotCalledChecked() {
    byte[] file = pdf(packed("/Type /ObjStm /DecodeParms <</Predictor 12>>", new byte[9]));

    assertThat(signs(file)).isEqualTo(EnumSet.of(PdfSign.NOT_ALL_CHECKED));
  }

  @Test
  void aPartIsReadWhateverStandsOnTheLineBeforeIt() {
    String script = new String(deflated("<</S /JavaScript>>".getBytes(ISO_8859_1)), ISO_8859_1);
    for (String lineEnd : List.of("\n", "\r", " \r\n", "\t \n")) {
      assertThat(refusal(pdf(stream("/Filter /FlateDecode", lineEnd, script))))
          .isEqualTo(PdfRefusal.ACTIVE_CONTENT);
    }
    byte[] unclear = pdf(stream("/Filter /FlateDecode", " % \n", script.substring(3)));
    assertThat(signs(unclear)).isEqualTo(UNCHECKED);
  }

  @Test
  void whatIsPackedTwiceIsUnpackedTwice() {
    byte[] inner = "<</S /JavaScript>>".getBytes(ISO_8859_1);
    String twice = "/Filter [/FlateDecode /Fl]";
    assertThat(refusal(pdf(packed(twice, deflated(inner))))).isEqualTo(PdfRefusal.ACTIVE_CONTENT);
    assertThat(signs(pdf(packed(twice, deflated("1 0 0".getBytes(ISO_8859_1)))))).isEmpty();
    byte[] often = inner;
    for (int layer = 0; layer < PdfLayer.MOST_LAYERS; layer++) {
      often = deflated(often);
    }
    assertThat(signs(pdf(packed(twice, often)))).isEqualTo(UNCHECKED);
  }

  @Test
  void whatIsNoWholePartIsNotCalledChecked() {
    String whole =
        new String(deflated("BT (text of a page) Tj ET".getBytes(ISO_8859_1)), ISO_8859_1);
    String filter = "/Filter /FlateDecode";
    assertThat(signs(pdf(stream(filter, "\n", whole)))).isEmpty();
    for (String broken :
        List.of(whole.substring(0, 9), whole.substring(2), "\0" + whole, "3C3C2F53>")) {
      assertThat(signs(pdf(stream(filter, "\n", broken)))).isEqualTo(UNCHECKED);
    }
    assertThat(signs(pdf(stream("", "\n", whole.substring(2))))).isEqualTo(UNCHECKED);
    String within = "/X (" + stream(filter, "\n", whole) + ") ";
    assertThat(signs(pdf(stream(filter + within, "\n", "\1\2")))).isEqualTo(UNCHECKED);
  }

  @Test
  void plainTextAnEmptyPartAndPicturesAreCalledChecked() {
    assertThat(signs(pdf(stream("/Length 9", "\n", "BT (mainstream) Tj ET")))).isEmpty();
    assertThat(signs(pdf(stream("/Filter /FlateDecode", "\n", "")))).isEmpty();
    for (String filter :
        List.of("DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode")) {
      String picture = stream("/Filter /" + filter, "\n", "\u00ff\u00d8\0\1");
      assertThat(signs(pdf(picture + packed("/Filter /FlateDecode", new byte[9])))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Filter [/Fl /AHx]",
        "/Filter [/FlateDecode /A85]",
        "/Filter [/FlateDecode /L#5aW]",
        "/Filter [/FlateDecode /RL]",
        "/Type /Obj#53tm /DecodeParms 9 0 R",
        "/First 9 /N 2 /Filter /FlateDecode /DecodeParms <</Predict#6fr 12>>"
      })
  void whatWasChangedBeforeItWasPackedIsNotCalledChecked(String dictionary) {
    assertThat(signs(pdf(packed(dictionary, new byte[9])))).isEqualTo(UNCHECKED);
    String far = " ".repeat(4096);
    assertThat(signs(pdf(packed(dictionary + far, new byte[9])))).isEqualTo(UNCHECKED);
  }

  @Test
  void asManyPartsAreLookedAtAndNoMore() {
    byte[] file = pdf(("\nstream\n\u00ff").repeat(PdfStreams.MOST_PARTS + 5));
    var streams = new PdfStreams(file, new PdfNames(), PdfStreams.MOST_UNPACKED);

    streams.read();

    assertThat(streams.parts()).isEqualTo(PdfStreams.MOST_PARTS);
    assertThat(streams.areAllRead()).isFalse();
  }

  @Test
  void onlySoManyAreSearchedAtATime() {
    var one = new PdfSearch(1, Duration.ZERO);
    assertThat(one.search(pdf(""))).isPresent();
    assertThat(one.search(pdf(""))).isPresent();
    assertThat(new PdfSearch(0, Duration.ZERO).search(pdf(""))).isEmpty();
  }

  @Test
  void aBombIsReadAsFarAsTheBoundGoes() {
    byte[] bomb = pdf(packed("/Type /ObjStm", new byte[1 << 20]));

    assertThat(signs(bomb)).isEmpty();
    assertThat(PdfWalk.walk(bomb, 1 << 19))
        .isEqualTo(new PdfReading.Sound(EnumSet.of(PdfSign.NOT_ALL_CHECKED)));
  }

  @Test
  void whatIsCutOffOrNoPdfIsRefused() {
    assertThat(refusal("%PDF-1.7\n1 0 obj".getBytes(ISO_8859_1))).isEqualTo(PdfRefusal.TRUNCATED);
    assertThat(refusal("<svg>%PDF-1.7 %%EOF".getBytes(ISO_8859_1))).isEqualTo(PdfRefusal.NOT_A_PDF);
    assertThat(refusal(new byte[0])).isEqualTo(PdfRefusal.NOT_A_PDF);
    byte[] large = new byte[(16 << 20) + 1];
    System.arraycopy(pdf(""), 0, large, 0, 10);
    assertThat(refusal(large)).isEqualTo(PdfRefusal.TOO_LARGE);
  }
}
