package org.homeward.pictures.papers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * The packed parts of a PDF, unpacked piece by piece as far as a bound goes. A part that is neither
 * whole nor a picture nor plain text was not searched.
 */
final class PdfStreams {

  private static final byte[] KEYWORD = "stream".getBytes(US_ASCII);
  private static final byte[] END = "endstream".getBytes(US_ASCII);

  /** Bytes to unpack, of all parts together: a bomb costs about a second. */
  static final long MOST_UNPACKED = 256 << 20;

  /** Parts may overlap, so that the same bytes are read again. */
  private static final long MOST_PACKED = 64 << 20;

  /** The parts that are looked at: a small one costs as much as a large one to begin with. */
  static final int MOST_PARTS = 20_000;

  /** Readers skip the rest of the line before a part. */
  private static final int LINE = 256;

  private static final String PREDICTOR = "Predictor";
  private static final String FILTER = "Filter";
  private static final Set<String> UNREADABLE =
      Set.of(
          "AHx",
          "ASCIIHexDecode",
          "A85",
          "ASCII85Decode",
          "LZW",
          "LZWDecode",
          "RL",
          "RunLengthDecode",
          "Crypt");
  private static final Set<String> FLATE = Set.of("Fl", "FlateDecode");
  private static final Set<String> PICTURE =
      Set.of("DCT", "DCTDecode", "JPXDecode", "CCF", "CCITTFaxDecode", "JBIG2Decode");
  private static final Set<String> PARAMETERS = Set.of("DP", "DecodeParms", PREDICTOR);
  private static final Set<String> OBJECTS = Set.of("ObjStm", "First", "N", FILTER);

  private final byte[] file;
  private final PdfNames names;
  private final long mostUnpacked;
  private long unpacked;
  private long packed;
  private int parts;

  private int partBegin;

  /** Where the part before ends; its dictionary is no longer looked at. */
  private int partEnd;

  private boolean allRead = true;

  PdfStreams(byte[] file, PdfNames names, long mostUnpacked) {
    this.file = file;
    this.names = names;
    this.mostUnpacked = mostUnpacked;
  }

  /** Whether no bound ended the search, and each part could be read. */
  boolean areAllRead() {
    return allRead;
  }

  /** How many were looked at. */
  int parts() {
    return parts;
  }

  void read() {
    try (var layer = new PdfLayer(names, this::isWithin)) {
      for (int at = 0; at + KEYWORD.length < file.length; at++) {
        if (isKeyword(at)) {
          if (unpacked >= mostUnpacked || packed >= MOST_PACKED || parts >= MOST_PARTS) {
            allRead = false;
            return;
          }
          parts++;
          allRead &= isRead(at, layer);
        }
      }
    }
  }

  private boolean isWithin(int more) {
    unpacked += more;
    return unpacked < mostUnpacked;
  }

  private boolean isKeyword(int at) {
    return file[at] == 's'
        && isAt(at, KEYWORD)
        && (at == 0 || PdfNames.isDelimiter(file[at - 1])); // not the one that ends
  }

  private boolean isAt(int at, byte[] word) {
    return at + word.length <= file.length
        && Arrays.equals(file, at, at + word.length, word, 0, word.length);
  }

  private boolean isRead(int keyword, PdfLayer layer) {
    Set<String> dictionary = dictionary(keyword);
    int line = lineEnd(keyword + KEYWORD.length);
    int begin = line;
    while (begin < file.length && isLineEnd(file[begin])) {
      begin++;
    }
    partBegin = begin;
    partEnd = begin;
    boolean isClear = isBlank(keyword + KEYWORD.length, line);
    if (PdfLayer.isPacked(file, begin, file.length)) {
      boolean isWhole = layer.readPart(file, begin);
      packed += layer.packed();
      partEnd = begin + (int) layer.packed();
      return isClear && isWhole && !isChanged(dictionary);
    }
    return isClear && (isAt(begin, END) || isPicture(dictionary) || isPlain(dictionary, begin));
  }

  /** The names between the part before and this one; within a packed one, from its beginning. */
  private Set<String> dictionary(int keyword) {
    Set<String> found = new HashSet<>();
    var read = new PdfNames(PdfStreams::isOfDictionary, found);
    read.read(file, Math.min(keyword < partEnd ? partBegin : partEnd, keyword), keyword);
    read.end();
    return found;
  }

  private static boolean isOfDictionary(String name) {
    return UNREADABLE.contains(name)
        || FLATE.contains(name)
        || PICTURE.contains(name)
        || PARAMETERS.contains(name)
        || OBJECTS.contains(name);
  }

  /** The first line end; where there is none within reach, readers disagree what comes next. */
  private int lineEnd(int from) {
    int to = Math.min(file.length, from + LINE);
    for (int at = from; at < to; at++) {
      if (isLineEnd(file[at])) {
        return at;
      }
    }
    return to;
  }

  private boolean isBlank(int from, int to) {
    for (int at = from; at < to; at++) {
      if (file[at] != ' ' && file[at] != '\t') {
        return false;
      }
    }
    return to - from < LINE;
  }

  private static boolean isLineEnd(byte next) {
    return next == '\r' || next == '\n';
  }

  /**
   * Something else was done to it before it was packed: no name in it can be read. Of objects even
   * the parameters can stand elsewhere.
   */
  private static boolean isChanged(Set<String> dictionary) {
    boolean isOfObjects =
        dictionary.contains("ObjStm") || dictionary.contains("First") && dictionary.contains("N");
    return !Collections.disjoint(dictionary, UNREADABLE)
        || isOfObjects && !Collections.disjoint(dictionary, PARAMETERS);
  }

  private static boolean isPicture(Set<String> dictionary) {
    return !Collections.disjoint(dictionary, PICTURE)
        && Collections.disjoint(dictionary, FLATE)
        && Collections.disjoint(dictionary, UNREADABLE);
  }

  /** Text that is not packed at all was read with the file. */
  private boolean isPlain(Set<String> dictionary, int begin) {
    if (dictionary.contains(FILTER)) {
      return false;
    }
    for (int at = begin; at < file.length; at++) {
      if (isAt(at, END) || isKeyword(at)) {
        return true;
      }
      if (file[at] >= 0 && file[at] < ' ' && !Character.isWhitespace(file[at])) {
        return false;
      }
    }
    return false;
  }
}
