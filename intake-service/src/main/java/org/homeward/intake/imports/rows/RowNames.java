package org.homeward.intake.imports.rows;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.lang.UScript;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.homeward.schema.people.NameKind;
import org.homeward.schema.people.PersonName;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/** Reads names as other systems write them. */
final class RowNames {

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2007\\u202f]+");
  private static final Pattern SEPARATED = Pattern.compile("(?<=[ -])|(?=[ -])");
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  static final int LONGEST = 200;

  /** Written where nobody knows the value; compared without dots, spaces and case. */
  private static final Set<String> NOBODY =
      Set.of(
          "nn",
          "нн",
          "νν",
          "?",
          "-",
          "--",
          "unknown",
          "unk",
          "na",
          "n/a",
          "x",
          "xx",
          "xxx",
          "none",
          "nepoznato",
          "nepoznat",
          "nepoznata",
          "непознато",
          "непознат",
          "непозната",
          "невідомо",
          "невідома",
          "невідомий",
          "неизвестно",
          "άγνωστο",
          "άγνωστος",
          "άγνωστη",
          "agnosto",
          "inconnu",
          "inconnue",
          "unbekannt",
          "nieznane",
          "nieznany",
          "necunoscut",
          "ismeretlen",
          "bilinmiyor",
          "desconhecido",
          "غيرمعروف",
          "مجهول");

  private RowNames() {}

  /** Whether a value says only that nobody knows it. */
  static boolean isUnknown(String value) {
    String bare = SPACES.matcher(value).replaceAll("").replace(".", "").toLowerCase(Locale.ROOT);
    return bare.isEmpty() || NOBODY.contains(bare);
  }

  /** Without spaces around it, and one between its words. */
  static String trimmed(String value) {
    return SPACES.matcher(value).replaceAll(" ").strip();
  }

  /**
   * A name of a table, given name first.
   *
   * @param language of the row, for its small letters
   * @return null where it is too long or has signs that nobody sees
   */
  static @Nullable PersonName ofTable(String name, @Nullable String language) {
    int comma = name.indexOf(',');
    if (comma < 0 || comma != name.lastIndexOf(',')) {
      return named(name, null, null, NameKind.NATIVE);
    }
    Locale locale = language == null ? Locale.ROOT : Locale.forLanguageTag(language);
    String family = small(name.substring(0, comma).strip(), locale);
    String given = name.substring(comma + 1).strip();
    return family.isEmpty() || given.isEmpty()
        ? named(name, null, null, NameKind.NATIVE)
        : named(given + " " + family, given, family, NameKind.NATIVE);
  }

  /** Null where it is too long or has signs that nobody sees. */
  static @Nullable PersonName named(
      String full, @Nullable String given, @Nullable String family, NameKind kind) {
    boolean fits = full.length() <= LONGEST && !RowSheet.hasControls(full);
    return fits ? new PersonName(full, given, family, script(full), Code.of(kind)) : null;
  }

  /** A name in capitals gets small letters after the first of each word. */
  private static String small(String name, Locale locale) {
    if (!name.equals(name.toUpperCase(locale))) {
      return name;
    }
    return SEPARATED
        .splitAsStream(name)
        .map(word -> capital(word, locale))
        .collect(Collectors.joining());
  }

  private static String capital(String word, Locale locale) {
    int first = word.isEmpty() ? 0 : Character.charCount(word.codePointAt(0));
    return word.substring(0, first) + word.substring(first).toLowerCase(locale);
  }

  /** ISO 15924 of its first letter that has a script of its own. */
  static String script(String text) {
    return text.codePoints()
        .map(UScript::getScript)
        .filter(script -> script != UScript.COMMON && script != UScript.INHERITED)
        .filter(script -> script != UScript.UNKNOWN)
        .mapToObj(UScript::getShortName)
        .findFirst()
        .orElse("Zyyy");
  }

  /** Letters that were lost or read in a wrong encoding, and what they may have been. */
  record Damage(List<String> choices) {}

  /** Empty for text that was read as it was written. */
  static Optional<Damage> damage(String text) {
    if (text.indexOf('\ufffd') >= 0) {
      return Optional.of(new Damage(List.of()));
    }
    if (text.chars().allMatch(each -> each < 0x80)) {
      return Optional.empty();
    }
    return readAgain(text, ISO_8859_1)
        .or(() -> readAgain(text, WINDOWS))
        .map(repaired -> new Damage(List.of(repaired)));
  }

  /** UTF-8 that was read as if it were an encoding of one byte for each letter. */
  private static Optional<String> readAgain(String text, Charset wrong) {
    try {
      ByteBuffer bytes =
          wrong
              .newEncoder()
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(text));
      String again =
          UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(bytes).toString();
      return Optional.of(trimmed(again));
    } catch (CharacterCodingException readAsItWasWritten) {
      return Optional.empty();
    }
  }
}
