package org.homeward.schema.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.json.Json;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.junit.jupiter.api.Test;

class CasePhotoTest {

  @Test
  void anEventHoldsAsManyPhotosAsACase() throws IOException {
    try (InputStream schema = CasePhoto.class.getResourceAsStream("/schema/v1/case.json")) {
      var photos = Json.mapper().readTree(schema).findParent("photos").path("photos");
      assertThat(photos.path("maxItems").asInt()).isEqualTo(CasePhoto.MOST_OF_A_CASE);
    }
  }

  private static CasePhoto photo(Set<Audience> audiences, Map<String, String> publicDigests) {
    return new CasePhoto(
        "photo-1",
        "child-1",
        Code.of(PhotoSource.FAMILY),
        null,
        Code.of(PhotoWitness.PARENT),
        Code.of(PhotoLabel.UNCHANGED),
        audiences,
        Map.of("400", "a"),
        publicDigests);
  }

  @Test
  void thePublicHasAPictureOfItsOwnOrNone() {
    var shown = photo(Set.of(Audience.PUBLIC, Audience.POLICE), Map.of("400", "b"));
    assertThat(shown.isFor(Audience.PUBLIC)).isTrue();
    assertThat(shown.isFor(Audience.PARTNER)).isFalse();
    assertThat(shown.withoutPublic().isFor(Audience.PUBLIC)).isFalse();
    assertThat(shown.withoutPublic().isFor(Audience.POLICE)).isTrue();
    assertThat(shown.withoutPublic().publicDigests()).isEmpty();
    assertThatThrownBy(() -> photo(Set.of(Audience.PUBLIC), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> photo(Set.of(Audience.POLICE), Map.of("400", "b")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
