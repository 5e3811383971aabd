package org.homeward.schema.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.homeward.schema.bridge.Heading;
import org.homeward.schema.bridge.Message;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.PhotoAnswer;
import org.homeward.schema.bridge.PhotoRequest;
import org.homeward.schema.bridge.Receipt;
import org.homeward.schema.bridge.ReceiptProof;
import org.homeward.schema.bridge.ReceiptResult;
import org.homeward.schema.bridge.bodies.Brake;
import org.homeward.schema.bridge.bodies.End;
import org.homeward.schema.bridge.bodies.ErasureResult;
import org.homeward.schema.bridge.bodies.Freeze;
import org.homeward.schema.bridge.bodies.HolderReceipt;
import org.homeward.schema.bridge.bodies.Known;
import org.homeward.schema.bridge.bodies.Offer;
import org.homeward.schema.bridge.bodies.PartnerAnswer;
import org.homeward.schema.bridge.bodies.Proposal;
import org.homeward.schema.bridge.bodies.Recall;
import org.homeward.schema.bridge.bodies.Release;
import org.homeward.schema.bridge.bodies.Sighting;
import org.homeward.schema.bridge.bodies.Sync;
import org.homeward.schema.bridge.bodies.Urgency;
import org.homeward.schema.bridge.partners.Registry;
import org.homeward.schema.event.Change;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.people.ChildState;
import org.homeward.schema.snapshots.AlertSnapshot;
import org.homeward.schema.snapshots.AlertStatus;
import org.homeward.schema.snapshots.AuthoritySnapshot;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.CaseStatus;
import org.homeward.schema.snapshots.DeskSnapshot;
import org.homeward.schema.snapshots.ErasureSnapshot;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.schema.snapshots.HandoverSnapshot;
import org.homeward.schema.snapshots.HandoverStatus;
import org.homeward.schema.snapshots.NoticeStatus;
import org.homeward.schema.snapshots.PoliceNoticeSnapshot;
import org.homeward.schema.snapshots.SnapshotKind;
import org.homeward.schema.snapshots.StopScope;
import org.homeward.schema.snapshots.StopSnapshot;
import org.homeward.schema.snapshots.Tombstone;
import org.homeward.schema.values.Answer;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The schemas and the records say the same, each way, down to the codes. */
class SchemaRecordsTest {

  private static final List<Class<?>> ROOTS =
      List.of(
          Says.class,
          CaseSnapshot.class,
          PoliceNoticeSnapshot.class,
          Tombstone.class,
          Report.class,
          PoliceRelease.Released.class,
          PoliceRelease.Held.class,
          PoliceRelease.ByPhone.class,
          AlertSnapshot.class,
          StopSnapshot.class,
          ErasureSnapshot.class,
          DeskSnapshot.class,
          AuthoritySnapshot.class,
          HandoverSnapshot.class,
          Envelope.class,
          Change.class,
          Heading.class,
          Message.class,
          Offer.class,
          Release.class,
          Sync.class,
          Freeze.class,
          End.class,
          Recall.class,
          PartnerAnswer.class,
          Sighting.class,
          Proposal.class,
          Brake.class,
          HolderReceipt.class,
          Receipt.class,
          ReceiptProof.class,
          PhotoRequest.class,
          PhotoAnswer.class,
          Registry.class);

  private static final Map<String, JsonNode> OBJECTS = titled("object");
  private static final Map<String, JsonNode> CODES = titled("string");

  private final Set<Class<?>> records = new TreeSet<>((a, b) -> a.getName().compareTo(b.getName()));
  private final Map<String, Class<?>> lists = new TreeMap<>();

  SchemaRecordsTest() {
    ROOTS.forEach(this::collect);
  }

  @Test
  void everySchemaObjectIsARecordAndTheReverse() {
    assertThat(simpleNames(records))
        .isEqualTo(OBJECTS.keySet().stream().filter(n -> !n.equals("HeldReport")).collect(set()));
  }

  @Test
  void everyPropertyIsAComponentAndTheReverse() {
    for (Class<?> record : records) {
      JsonNode schema = OBJECTS.get(record.getSimpleName());
      Set<String> properties = new TreeSet<>();
      schema
          .path("properties")
          .properties()
          .forEach(
              p -> {
                boolean discriminator = p.getKey().equals("status") && p.getValue().has("const");
                if (!discriminator) {
                  properties.add(p.getKey());
                }
              });
      assertThat(components(record)).as(record.getSimpleName()).isEqualTo(properties);
    }
  }

  @Test
  void whatTheSchemaRequiresIsNeverNull() {
    for (Class<?> record : records) {
      Set<String> required = new TreeSet<>();
      OBJECTS.get(record.getSimpleName()).path("required").forEach(n -> required.add(n.asString()));
      for (RecordComponent component : record.getRecordComponents()) {
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          assertThat(required).as(record.getSimpleName()).doesNotContain(component.getName());
        }
      }
    }
  }

  @Test
  void everyCodeListIsAnEnumAndTheReverse() {
    assertThat(lists.keySet()).isEqualTo(CODES.keySet());
    lists.forEach(
        (name, list) -> {
          assertThat(strings(CODES.get(name).path("enum"))).isEqualTo(constants(list));
          assertThat(constants(list)).as(name).contains("OTHER");
        });
  }

  @Test
  void closedListsOfStatesAreTheSame() {
    assertThat(enumAt("values", "/$defs/Audiences/items")).isEqualTo(constants(Audience.class));
    assertThat(enumAt("values", "/$defs/ChildStatus/properties/status"))
        .isEqualTo(constants(ChildState.class));
    assertThat(enumAt("case", "/$defs/CaseSnapshot/properties/status"))
        .isEqualTo(constants(CaseStatus.class));
    assertThat(enumAt("police-notice", "/$defs/PoliceNoticeSnapshot/properties/status"))
        .isEqualTo(constants(NoticeStatus.class));
    assertThat(enumAt("alert", "/$defs/AlertSnapshot/properties/status"))
        .isEqualTo(constants(AlertStatus.class));
    assertThat(enumAt("stop", "/$defs/StopSnapshot/properties/scope"))
        .isEqualTo(constants(StopScope.class));
    assertThat(enumAt("handover", "/$defs/HandoverSnapshot/properties/status"))
        .isEqualTo(constants(HandoverStatus.class));
    assertThat(enumAt("handover", "/$defs/HandoverSnapshot/properties/role"))
        .isEqualTo(constants(HandoverSide.class));
    assertThat(enumAt("handover", "/$defs/HandedCase/properties/scope"))
        .isEqualTo(constants(Scope.class));
    assertThat(enumAt("bridge", "/$defs/Message/properties/type"))
        .isEqualTo(constants(MessageType.class));
    assertThat(enumAt("bridge", "/$defs/Message/properties/direction"))
        .isEqualTo(constants(HandoverSide.class));
    assertThat(enumAt("bridge", "/$defs/Offer/properties/urgency"))
        .isEqualTo(constants(Urgency.class));
    assertThat(enumAt("bridge", "/$defs/Offer/properties/sis")).isEqualTo(constants(Known.class));
    assertThat(enumAt("bridge", "/$defs/HolderReceipt/properties/result"))
        .isEqualTo(constants(ErasureResult.class));
    assertThat(enumAt("bridge", "/$defs/Receipt/properties/result"))
        .isEqualTo(constants(ReceiptResult.class));
    assertThat(enumAt("report-says", "/properties/answers/additionalProperties"))
        .isEqualTo(constants(Answer.class));
    assertThat(enumAt("values", "/$defs/Tombstone/properties/kind"))
        .isEqualTo(Arrays.stream(SnapshotKind.values()).map(SnapshotKind::word).toList());
  }

  @Test
  void everyFactMayHaveAnAnswerAndALimit() {
    Set<String> siblings = Set.of("children", "answers", "audiences");
    for (String[] pair : new String[][] {{"Says", "SaysField"}, {"ChildFacts", "ChildField"}}) {
      Set<String> facts = new TreeSet<>(OBJECTS.get(pair[0]).path("properties").propertyNames());
      facts.removeAll(siblings);
      assertThat(new TreeSet<>(enumAt("report-says", "/$defs/" + pair[1]))).isEqualTo(facts);
    }
  }

  @Test
  void everyObjectIsClosed() {
    OBJECTS.forEach(
        (name, schema) ->
            assertThat(schema.path("additionalProperties").asBoolean(true)).as(name).isFalse());
  }

  @Test
  void everyStringAndListIsBounded() {
    for (String file : SchemaFiles.NAMES) {
      Tree.visit(
          SchemaFiles.file(file),
          (path, node) -> {
            if (node.path("type").asString("").equals("string")) {
              String pattern = node.path("pattern").asString("*").replace("\\+", "");
              boolean bounded =
                  node.has("maxLength") || node.has("enum") || !pattern.matches(".*[+*].*");
              assertThat(bounded).as(file + path).isTrue();
            }
            if (node.path("type").asString("").equals("array")) {
              assertThat(node.has("maxItems")).as(file + path).isTrue();
            }
          });
    }
  }

  private void collect(Type type) {
    if (type instanceof ParameterizedType generic) {
      if (generic.getRawType() == Code.class) {
        Class<?> list = (Class<?>) generic.getActualTypeArguments()[0];
        lists.put(list.getSimpleName(), list);
      } else {
        Arrays.stream(generic.getActualTypeArguments()).forEach(this::collect);
      }
      return;
    }
    if (type instanceof Class<?> plain && isObject(plain) && records.add(plain)) {
      for (RecordComponent component : plain.getRecordComponents()) {
        collect(component.getGenericType());
      }
    }
  }

  /** Some records are one string on the wire. */
  private static boolean isObject(Class<?> type) {
    return type.isRecord() && !Set.of("PhoneNumber", "PartialDate").contains(type.getSimpleName());
  }

  private static Map<String, JsonNode> titled(String type) {
    Map<String, JsonNode> found = new TreeMap<>();
    for (String file : SchemaFiles.NAMES) {
      Tree.visit(
          SchemaFiles.file(file),
          (path, node) -> {
            boolean wanted = node.path("type").asString("").equals(type) && node.has("title");
            if (wanted && !(type.equals("string") && !node.has("enum"))) {
              found.put(node.get("title").asString(), node);
            }
          });
    }
    return found;
  }

  private static Set<String> components(Class<?> record) {
    return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).collect(set());
  }

  private static Set<String> simpleNames(Set<Class<?>> types) {
    return types.stream().map(Class::getSimpleName).collect(set());
  }

  private static java.util.stream.Collector<String, ?, Set<String>> set() {
    return Collectors.toCollection(TreeSet::new);
  }

  private static List<String> enumAt(String file, String pointer) {
    return strings(SchemaFiles.file(file).at(pointer).path("enum"));
  }

  private static List<String> strings(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static List<String> constants(Class<?> list) {
    return Arrays.stream(list.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
  }
}
