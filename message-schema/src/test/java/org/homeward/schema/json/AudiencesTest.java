package org.homeward.schema.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.schema.values.Audience;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudiencesTest {

  private static final Pattern ROW = Pattern.compile("\\| (child: )?`(\\w+)` \\| ([A-Z_, ]+) \\|");

  @Test
  void everyPropertyOfEverySchemaNamesItsAudiences() {
    List<String> files = new ArrayList<>(SchemaFiles.NAMES);
    // A message is sealed for one partner; the facts in it are of report-says.
    files.removeAll(List.of("bridge", "registry"));
    for (String file : files) {
      Tree.visit(
          SchemaFiles.file(file),
          (path, node) -> {
            boolean property = path.size() > 1 && path.get(path.size() - 2).equals("properties");
            boolean refines = path.contains("if") || narrowsAReference(path) || !node.isObject();
            if (property && !refines) {
              assertThat(node.has("x-audiences")).as(file + " " + path).isTrue();
            }
          });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"destinations", "risk", "category", "reporter", "circumstances", "courtOrders"})
  void whatEndangersTheChildNeverReachesVolunteersOrThePublic(String field) {
    assertThat(FieldAudiences.OF_SAYS.field(field).largest())
        .doesNotContain(Audience.VOLUNTEER, Audience.PUBLIC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "home",
        "school",
        "handles",
        "phones",
        "exploitation",
        "sleepingRough",
        "medical",
        "selfHarmRisk",
        "born",
        "nationalities"
      })
  void whatEndangersTheChildNeverReachesVolunteersOrThePublicPerChild(String field) {
    assertThat(child().field(field).largest()).doesNotContain(Audience.VOLUNTEER, Audience.PUBLIC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "circumstances",
        "sightings",
        "warnings",
        "feared",
        "reporter",
        "childWords",
        "shelter",
        "notes"
      })
  @Proves(6)
  void whatStaysInTheCountryIsNoPartners(String field) {
    assertThat(FieldAudiences.OF_SAYS.field(field).largest()).doesNotContain(Audience.PARTNER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"home", "school", "phones", "handles", "exploitation"})
  @Proves(6)
  void whatStaysInTheCountryIsNoPartnersPerChild(String field) {
    assertThat(child().field(field).largest()).doesNotContain(Audience.PARTNER);
  }

  @Test
  void confidantsAndTheSealHaveOneFieldEach() {
    assertThat(FieldAudiences.OF_SAYS.field("childWords").largest())
        .containsExactly(Audience.CONFIDANT);
    assertThat(FieldAudiences.OF_SAYS.field("shelter").largest()).containsExactly(Audience.SEALED);
  }

  @Test
  @Proves(12)
  void thePoliceNeverReadWhomTheChildFears() {
    assertThat(FieldAudiences.OF_SAYS.field("feared").largest())
        .containsExactly(Audience.CASE_TEAM);
  }

  @Test
  void exactPlacesStayWithThoseWhoSearch() {
    FieldAudiences place = FieldAudiences.OF_SAYS.field("lastSeen").field("place");
    for (String exact : List.of("text", "latitude", "longitude", "uncertaintyMetres")) {
      assertThat(place.field(exact).largest()).doesNotContain(Audience.VOLUNTEER, Audience.PUBLIC);
    }
    assertThat(place.field("locality").largest()).contains(Audience.PUBLIC);
  }

  @Test
  void fieldsTheSchemaDoesNotKnowAreNobodys() {
    assertThat(FieldAudiences.OF_SAYS.field("shoeSize").largest()).isEmpty();
  }

  @Test
  void theTableInTheReadmeIsTheSchema() throws IOException {
    Map<String, Set<String>> written = new TreeMap<>();
    Matcher row = ROW.matcher(Files.readString(Path.of("README.md")));
    while (row.find()) {
      String prefix = row.group(1) == null ? "" : row.group(1);
      written.put(prefix + row.group(2), new TreeSet<>(List.of(row.group(3).split(", "))));
    }
    Map<String, Set<String>> schema = new TreeMap<>();
    add(schema, "", FieldAudiences.OF_SAYS);
    add(schema, "child: ", child());
    assertThat(written).isEqualTo(schema);
  }

  private static void add(Map<String, Set<String>> table, String prefix, FieldAudiences of) {
    of.fields()
        .forEach(
            (name, field) -> {
              if (!Set.of("children", "answers", "audiences").contains(name)) {
                Set<String> names = new TreeSet<>();
                field.largest().forEach(audience -> names.add(audience.name()));
                table.put(prefix + name, names);
              }
            });
  }

  private static FieldAudiences child() {
    return FieldAudiences.OF_SAYS.field("children").each();
  }

  /** Bounds beside a reference narrow what the reference says, audiences included. */
  private static boolean narrowsAReference(List<Object> path) {
    return path.size() > 2 && Set.of("ageYears", "heightCm").contains(path.get(path.size() - 3));
  }
}
