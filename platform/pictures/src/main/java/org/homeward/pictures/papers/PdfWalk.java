package org.homeward.pictures.papers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.homeward.pictures.structure.Structures;

/**
 * Searches a PDF for what acts by itself. It reads names wherever they stand, packed parts too, and
 * follows no reference. A part that is not one whole Flate stream, a picture or plain text is
 * called unchecked: what is not called so can still hide from it, so nobody opens a PDF as if it
 * were safe.
 */
public final class PdfWalk {

  private static final byte[] HEADER = "%PDF-".getBytes(US_ASCII);
  private static final byte[] END = "%%EOF".getBytes(US_ASCII);

  /** Readers look for the end mark in as many bytes. */
  private static final int TAIL = 1024;

  private static final Set<String> ACTIVE =
      Set.of(
          "JavaScript",
          "Launch",
          "EmbeddedFile",
          "EmbeddedFiles",
          "EF",
          "FileAttachment",
          "XFA",
          "RichMedia",
          "Rendition",
          "ImportData");

  private static final Map<String, PdfSign> SIGNS =
      Map.ofEntries(
          Map.entry("OpenAction", PdfSign.OPENS_BY_ITSELF),
          Map.entry("AA", PdfSign.OPENS_BY_ITSELF),
          Map.entry("AcroForm", PdfSign.FORM),
          Map.entry("SubmitForm", PdfSign.FORM),
          Map.entry("URI", PdfSign.LINKS),
          Map.entry("GoToR", PdfSign.LINKS),
          Map.entry("GoToE", PdfSign.LINKS),
          Map.entry("Encrypt", PdfSign.NOT_ALL_CHECKED),
          Map.entry("Crypt", PdfSign.NOT_ALL_CHECKED),
          Map.entry("LZWDecode", PdfSign.NOT_ALL_CHECKED),
          Map.entry("ASCII85Decode", PdfSign.NOT_ALL_CHECKED),
          Map.entry("ASCIIHexDecode", PdfSign.NOT_ALL_CHECKED),
          Map.entry("RunLengthDecode", PdfSign.NOT_ALL_CHECKED));

  private PdfWalk() {}

  /** Decides by the content alone; nobody asks for a name or a type. */
  public static boolean isPdf(byte[] file) {
    return file.length >= HEADER.length
        && Arrays.equals(file, 0, HEADER.length, HEADER, 0, HEADER.length);
  }

  public static PdfReading walk(byte[] file) {
    return walk(file, PdfStreams.MOST_UNPACKED);
  }

  /**
   * @param mostUnpacked bytes to unpack, of all parts together
   */
  static PdfReading walk(byte[] file, long mostUnpacked) {
    if (!isPdf(file)) {
      return new PdfReading.Refused(PdfRefusal.NOT_A_PDF);
    }
    if (file.length > Structures.MOST_BYTES) {
      return new PdfReading.Refused(PdfRefusal.TOO_LARGE);
    }
    if (!hasEnd(file)) {
      return new PdfReading.Refused(PdfRefusal.TRUNCATED);
    }
    var names = new PdfNames();
    names.read(file, 0, file.length);
    names.end();
    var streams = new PdfStreams(file, names, mostUnpacked);
    streams.read();
    if (!Collections.disjoint(names.found(), ACTIVE)) {
      return new PdfReading.Refused(PdfRefusal.ACTIVE_CONTENT);
    }
    Set<PdfSign> signs = EnumSet.noneOf(PdfSign.class);
    names.found().stream().filter(SIGNS::containsKey).map(SIGNS::get).forEach(signs::add);
    if (!streams.areAllRead()) {
      signs.add(PdfSign.NOT_ALL_CHECKED);
    }
    return new PdfReading.Sound(signs);
  }

  /** The names that are looked for. */
  static boolean isWatched(String name) {
    return ACTIVE.contains(name) || SIGNS.containsKey(name);
  }

  private static boolean hasEnd(byte[] file) {
    for (int at = file.length - END.length; at >= Math.max(0, file.length - TAIL); at--) {
      if (Arrays.equals(file, at, at + END.length, END, 0, END.length)) {
        return true;
      }
    }
    return false;
  }
}
