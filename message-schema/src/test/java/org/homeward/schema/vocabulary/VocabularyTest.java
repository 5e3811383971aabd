package org.homeward.schema.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeward.schema.disclosure.Ground;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.disclosure.WithheldClass;
import org.homeward.schema.people.HairColour;
import org.homeward.schema.people.HowFound;
import org.homeward.schema.people.SupportService;
import org.homeward.schema.snapshots.ReturnReason;
import org.homeward.schema.writing.PlainText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every coded value of the schema has a word in each language, and nothing else has. */
class VocabularyTest {

  private static final Path SCHEMAS = Path.of("src/main/resources/schema/v1");

  /** Lists that stand inside a schema, by their place. */
  private static final Map<String, String> INLINE =
      Map.ofEntries(
          Map.entry("alert AlertSnapshot status", "AlertStatus"),
          Map.entry("alert AlertSnapshot audience", "Audience"),
          Map.entry("bridge Heading direction", "HandoverSide"),
          Map.entry("bridge Message direction", "HandoverSide"),
          Map.entry("bridge Message type", "MessageType"),
          Map.entry("bridge Offer urgency", "Urgency"),
          Map.entry("bridge Offer policeInformed", "Known"),
          Map.entry("bridge Offer sis", "Known"),
          Map.entry("bridge Offer interpol", "Known"),
          Map.entry("bridge HolderReceipt result", "ErasureResult"),
          Map.entry("bridge Receipt direction", "HandoverSide"),
          Map.entry("bridge Receipt result", "ReceiptResult"),
          Map.entry("case CaseSnapshot status", "CaseStatus"),
          Map.entry("case PoliceRelease status", "PoliceRelease"),
          Map.entry("handover HandoverSnapshot role", "HandoverSide"),
          Map.entry("handover HandoverSnapshot status", "HandoverStatus"),
          Map.entry("handover HandedCase scope", "Scope"),
          Map.entry("police-notice PoliceNoticeSnapshot status", "NoticeStatus"),
          Map.entry("report-says answers additionalProperties", "Answer"),
          Map.entry("report-says SaysField", "SaysField"),
          Map.entry("report-says ChildField", "ChildField"),
          Map.entry("report-says ChildFacts answers additionalProperties", "Answer"),
          Map.entry("stop StopSnapshot scope", "StopScope"),
          Map.entry("values Audiences items", "Audience"),
          Map.entry("values ChildStatus status", "ChildState"));

  /** Values for machines: people see what they stand for, never themselves. */
  private static final Set<String> FOR_MACHINES =
      Set.of(
          "bridge Message status",
          "bridge PhotoAnswer result",
          "case CasePhoto audiences items",
          "registry PartnerKey use",
          "values Tombstone kind");

  /** Codes that answers hold and no schema lists. */
  private static final List<Class<? extends Enum<?>>> OF_ANSWERS =
      List.of(
          Ground.class,
          WithheldClass.class,
          Purpose.class,
          ReturnReason.class,
          HowFound.class,
          SupportService.class);

  static final List<String> LANGUAGES = Vocabulary.LANGUAGES;

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyCodeHasAWordAndEveryWordACode(String language) {
    assertThat(Vocabulary.in(language).orElseThrow().codes())
        .containsExactlyInAnyOrderElementsOf(codes());
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void aWordIsShortAndPlainAndInTheLanguagesLetters(String language) {
    var foreign =
        Pattern.compile(
            switch (language) {
              case "sr-Cyrl" -> "[a-zA-ZđžćčšĐŽĆČŠ\\p{IsGreek}]";
              case "el" -> "[a-zA-Z\\p{IsCyrillic}]";
              default -> "[\\p{IsCyrillic}\\p{IsGreek}]";
            });
    all(language)
        .forEach(
            (code, word) -> {
              assertThat(PlainText.isSeen(word.text()) && PlainText.isPlain(word.text()))
                  .as(code)
                  .isTrue();
              assertThat(word.text()).as(code).hasSizeBetween(1, 70).isEqualTo(word.text().strip());
              if (!code.equals("Channel.SMS") || language.equals("sr-Cyrl")) {
                assertThat(foreign.matcher(word.text()).find()).as(code + " " + word).isFalse();
              }
            });
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void noTwoCodesOfAListReadAlike(String language) {
    Map<String, String> seen = new HashMap<>();
    all(language)
        .forEach(
            (code, word) -> {
              String inList = code.substring(0, code.indexOf('.')) + " " + word.text();
              assertThat(seen.put(inList, code)).as(inList).isNull();
            });
  }

  @Test
  void cyrillicIsTheLatinInOtherLetters() {
    all("sr-Latn")
        .forEach(
            (code, word) ->
                assertThat(all("sr-Cyrl").get(code).text())
                    .as(code)
                    .isEqualTo(inCyrillic(word.text())));
  }

  /** Only the words that alerts already went out with. */
  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void nothingIsCalledApprovedThatNoSpeakerHasSeen(String language) {
    var lists = new TreeSet<String>();
    all(language)
        .forEach(
            (code, word) -> {
              if (word.approval() == Approval.APPROVED) {
                lists.add(code.substring(0, code.indexOf('.')));
              }
            });

    if (language.equals("sr-Cyrl")) {
      assertThat(lists).isEmpty();
    } else {
      assertThat(lists)
          .containsExactly(
              "BodyPart", "Colour", "EyeColour", "Garment", "HairColour", "MarkKind", "Sex");
    }
  }

  @Test
  void aDraftIsNoApprovedWordAndANewerCodeHasNone() {
    Vocabulary cyrillic = Vocabulary.in("sr-Cyrl").orElseThrow();

    assertThat(cyrillic.word("HairColour", "BROWN"))
        .contains(new Vocabulary.Word("смеђа", Approval.DRAFT));
    assertThat(cyrillic.approved(HairColour.BROWN)).isEmpty();
    assertThat(Vocabulary.in("sr-Latn").orElseThrow().approved(HairColour.BROWN)).contains("smeđa");
    assertThat(cyrillic.word("HairColour", "TURQUOISE")).isEmpty();
    assertThat(Vocabulary.in("sr")).isEmpty();
  }

  private static Map<String, Vocabulary.Word> all(String language) {
    Vocabulary vocabulary = Vocabulary.in(language).orElseThrow();
    Map<String, Vocabulary.Word> all = new TreeMap<>();
    for (String code : vocabulary.codes()) {
      String[] parts = code.split("\\.", 2);
      all.put(code, vocabulary.word(parts[0], parts[1]).orElseThrow());
    }
    return all;
  }

  private static Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    Set<String> places = new HashSet<>();
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".json")).sorted().toList()) {
        String name = file.getFileName().toString().replace(".json", "");
        collect(JsonMapper.shared().readTree(Files.readString(file)), name, codes, places);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Set<String> named = new HashSet<>(INLINE.keySet());
    named.addAll(FOR_MACHINES);
    assertThat(places).as("lists inside schemas").containsExactlyInAnyOrderElementsOf(named);
    for (Class<? extends Enum<?>> list : OF_ANSWERS) {
      for (Enum<?> code : list.getEnumConstants()) {
        codes.add(list.getSimpleName() + "." + code.name());
      }
    }
    return codes;
  }

  private static void collect(JsonNode node, String place, Set<String> codes, Set<String> places) {
    if (node.path("enum").isArray()) {
      String list =
          place.startsWith("codes ") ? place.substring("codes ".length()) : INLINE.get(place);
      if (!place.startsWith("codes ")) {
        places.add(place);
      }
      if (list != null) {
        node.path("enum").forEach(code -> codes.add(list + "." + code.asString()));
      }
    }
    node.propertyStream()
        .forEach(
            child ->
                collect(
                    child.getValue(),
                    List.of("$defs", "properties").contains(child.getKey())
                        ? place
                        : place + " " + child.getKey(),
                    codes,
                    places));
    List<JsonNode> elements = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(elements::add);
    }
    elements.forEach(element -> collect(element, place, codes, places));
  }

  private static String inCyrillic(String latin) {
    String text = latin.replace("dž", "џ").replace("lj", "љ").replace("nj", "њ");
    text = text.replace("Dž", "Џ").replace("Lj", "Љ").replace("Nj", "Њ");
    String from = "abvgdđežzijklmnoprstćufhcčšABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ";
    String to = "абвгдђежзијклмнопрстћуфхцчшАБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШ";
    var cyrillic = new StringBuilder();
    text.codePoints()
        .forEach(
            letter -> {
              int place = from.indexOf(letter);
              cyrillic.appendCodePoint(place < 0 ? letter : to.charAt(place));
            });
    return cyrillic.toString();
  }
}
