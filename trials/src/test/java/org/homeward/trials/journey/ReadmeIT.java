package org.homeward.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.homeward.local.node.Neighbours;
import org.homeward.local.node.Node;
import org.homeward.trials.ReadmeTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the README tells people to type works, typed as it stands there, with the nodes of the
 * journeys in place of one's own; the last journey, because it ends them.
 */
@Order(Integer.MAX_VALUE)
@ExtendWith(SharedNodes.class)
class ReadmeIT {

  @Test
  void everyLineOfItsShBlocksWorks(Neighbours nodes) throws Exception {
    TypedProject project = TypedProject.of(nodes);

    for (String line : ReadmeTest.typed()) {
      boolean elsewhere = line.equals(StoryIT.TYPED) || line.startsWith("./homeward test");
      if (!elsewhere) {
        TypedProject.Ran ran = project.type(line, Map.of());
        assertThat(ran.status()).as(line + "\n" + ran.output()).isZero();
      }
    }
    assertThat(nodes.all()).noneMatch(Node::isHealthy); // "down" is the last thing it tells
  }
}
