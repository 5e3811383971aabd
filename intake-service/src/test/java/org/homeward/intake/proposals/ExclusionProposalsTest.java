package org.homeward.intake.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Code;
import org.junit.jupiter.api.Test;

class ExclusionProposalsTest {

  private static final Says CHILD =
      Says.builder()
          .children(
              Map.of("c1", ChildFacts.EMPTY.with().nationalities(List.of("SY", "TR")).build()))
          .build();

  private static Says of(Category category) {
    return Says.builder().category(Code.of(category)).build();
  }

  @Test
  void theStatesOfAMissingMigrantAreProposedUnlessTheyAreNamedAlready() {
    assertThat(
            ExclusionProposals.propose(
                List.of(CHILD, of(Category.MISSING_MIGRANT)), Set.of("country:TR")))
        .containsExactly("country:SY");
  }

  @Test
  void nothingIsProposedForOtherChildren() {
    assertThat(ExclusionProposals.propose(List.of(CHILD), Set.of())).isEmpty();
    assertThat(
            ExclusionProposals.propose(List.of(CHILD, of(Category.PARENTAL_ABDUCTION)), Set.of()))
        .isEmpty();
  }
}
