package org.homeward.durable.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bson.Document;
import org.homeward.durable.store.StoreFailure;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A name that was one word, then a given name, then had its language. */
class JsonStateCodecTest {
  private static final Upgrade TO_2 =
      new Upgrade(state -> rename(state, "name", "given"), state -> rename(state, "given", "name"));
  private static final Upgrade TO_3 =
      new Upgrade(state -> state.put("language", "sr"), state -> state.without("language"));

  record Named(String given, String language) {}

  private static ObjectNode rename(ObjectNode state, String from, String to) {
    return state.set(to, state.remove(from));
  }

  private static JsonStateCodec<Named> codec(Shapes shapes) {
    return new JsonStateCodec<>(JsonMapper.shared(), Named.class, shapes);
  }

  @Test
  void readsEveryShapeThereWasAndWritesTheNewest() {
    var codec = codec(Shapes.of(TO_2, TO_3));
    var petar = new Named("Petar", "sr");

    assertThat(codec.read(new Document("name", "Petar"), 1)).isEqualTo(petar);
    assertThat(codec.read(new Document("given", "Petar"), 2)).isEqualTo(petar);
    assertThat(codec.read(new Document("given", "Petar").append("language", "sr"), 3))
        .isEqualTo(petar);
    assertThat(codec.schema()).isEqualTo(3);
    assertThat(codec.write(petar)).containsOnlyKeys("given", "language");
  }

  @Test
  void writesTheShapeBeforeWhileThatReleaseRuns() {
    var careful = codec(Shapes.of(TO_2, TO_3).writingThePrevious());

    assertThat(careful.schema()).isEqualTo(2);
    assertThat(careful.newest()).isEqualTo(3);
    assertThat(careful.write(new Named("Petar", "sr"))).containsOnlyKeys("given");
    assertThat(
            new Shapes(List.of(TO_2, TO_3), 1)
                .toWritten(
                    JsonMapper.shared()
                        .createObjectNode()
                        .put("given", "Petar")
                        .put("language", "sr"))
                .propertyNames())
        .containsExactly("name");
    assertThat(Shapes.FIRST.writingThePrevious()).isEqualTo(Shapes.FIRST);
  }

  @Test
  @Proves(1)
  void refusesWhatANewerReleaseHasWritten() {
    assertThatThrownBy(() -> codec(Shapes.of(TO_2)).read(new Document("given", "Petar"), 3))
        .isInstanceOf(StoreFailure.NewerSchema.class)
        .hasMessageContaining("Named is stored in schema 3, and this release reads up to 2")
        .hasMessageNotContaining("Petar");
    assertThatThrownBy(() -> new Shapes(List.of(TO_2), 3)).hasMessage("there is no shape 3");
  }
}
